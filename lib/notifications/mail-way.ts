import { audienceOf, type MailMode, type NoticeKind } from './schema'

export type MailWay = 'now' | 'digest' | 'never'

/** What needs something from its reader: a question, a deadline, a decision she waits for, work that is hers now. */
const NEEDED: readonly NoticeKind[] = [
  'ticket.asked',
  'ticket.reminder',
  'claim.decided',
  'agent.assigned',
  'agent.answer_kept',
  'promise.warning',
  'promise.breach',
]

/** What is of no use a day later: the decision on something urgent, an answer that did not leave, a deadline. */
const CANNOT_WAIT: readonly NoticeKind[] = ['claim.decided', 'agent.answer_kept', 'promise.warning', 'promise.breach']

/** The mode of somebody who chose none: partners get each mail, agents have the desk before them. */
export function modeOf(chosen: MailMode | null, audience: 'partner' | 'staff'): MailMode {
  return chosen ?? (audience === 'partner' ? 'each' : 'needed')
}

/** How a mail of this kind reaches somebody of this preference (null: she chose none). */
export function mailWay(kind: NoticeKind, chosen: MailMode | null): MailWay {
  const mode = modeOf(chosen, audienceOf(kind))
  if (mode === 'each') return 'now'
  if (mode === 'needed') return NEEDED.includes(kind) ? 'now' : 'never'
  return CANNOT_WAIT.includes(kind) ? 'now' : 'digest'
}
