import { holdUploads, setAside } from '@/lib/attachments'
import { authorize, type StaffActor } from '@/lib/authz'
import { after, SECOND } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { settingsOf } from '@/lib/marketplace'
import { asStaff, wakeWorker } from '@/lib/tenancy'
import type { AnswerRefusal } from './answer-ticket'
import { heldUnderWay } from './held-answers'
import { lockTicket } from './lock-ticket.sql'
import { maySay, say } from './say'
import type { HoldAnswerInput } from './schema'
import { quoted } from './store'
import { timeOf } from './write-move'

/** `answer_held` carries {heldId}: somebody's answer is on its way on this ticket already. */
export type HoldRefusal = AnswerRefusal | 'answer_held'
/** `sent`: it left at once, because the marketplace gives no seconds; `heldId` is then the message's. */
export type HeldBack = {
  ticketId: string
  number: string
  heldId: string
  sendAt: Date
  sent: boolean
  version: number
}

/**
 * An agent presses "send": the words leave when the marketplace's seconds for second thoughts are over, whatever becomes
 * of her browser. Refused now when something arrived since she last looked, and looked at once more before they leave.
 */
export async function holdAnswer(actor: StaffActor, input: HoldAnswerInput): Promise<Outcome<HeldBack, HoldRefusal>> {
  if (!authorize(actor, 'ticket.answer')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const ticket = await lockTicket(tx, input.ticketId)
    if (!ticket) return refuse('not_found')
    const { ticketId, ...said } = input
    const at = timeOf(ticket, now)
    const may = maySay(ticket, said, at)
    if (!may.ok) return may
    const other = await heldUnderWay(tx, ticketId)
    if (other) return refuse('answer_held', { heldId: other.id })
    const number = await quoted(tx, ticket)
    const { undoSeconds } = await settingsOf(tx, actor.marketplaceId)
    if (undoSeconds === 0) {
      const outcome = await say(tx, ticket, actor, said, { at })
      if (!outcome.ok) return outcome
      const { messageId, version } = outcome.value
      return ok({ ticketId, number, heldId: messageId, sendAt: at, sent: true, version })
    }
    const files = await holdUploads(tx, actor, said.attachmentIds)
    if (!files.ok) return files
    const heldId = newId()
    const sendAt = after(at, undoSeconds * SECOND)
    const { marketplaceId, partnerId, version } = ticket
    const { kind, body } = said
    await tx.heldAnswer.createMany({
      data: {
        marketplaceId,
        id: heldId,
        ticketId,
        partnerId,
        authorId: actor.membershipId,
        kind,
        body,
        version,
        attachmentIds: [...files.value],
        createdAt: at,
        sendAt,
      },
    })
    await setAside(tx, files.value, heldId)
    await wakeWorker(tx)
    return ok({ ticketId, number, heldId, sendAt, sent: false, version })
  })
}
