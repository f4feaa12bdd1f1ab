import { isOpen, nextOpening } from '@/lib/calendar'
import { type PartnerStep, partnerStep } from '@/lib/escalation/partner-step'
import { transition } from '@/lib/escalation/transition'
import type {
  Command,
  Context,
  Escalation,
  EscalationEvent,
  PlannedDelivery,
  Recipient,
} from '@/lib/escalation/transition-types'
import { after, SECOND } from '@/lib/foundation/clock'
import { onCall } from '@/lib/oncall'
import { severityOf } from '@/lib/tickets/schema'
import type { SeededOnCall } from './oncall'
import type { Story, StoryMove } from './story'
import { named, type SeededMarketplace, type SeededPerson, type SeededTopic } from './world'

/** What the engine made of a story. */
export type Run = {
  escalation: Escalation
  events: EscalationEvent[]
  /** What its partner was shown of them. */
  shown: (PartnerStep & { at: Date; by: string | null })[]
  /** `first`: nobody had heard of the run before. */
  deliveries: (PlannedDelivery & { plannedAt: Date; first: boolean })[]
  openedAt: Date
  staffed: boolean
}

/** How late the worker looks: after a claim it is woken, a timer it meets within a second. */
const WOKEN_MS = 140
const LATE_MS = 320
const CONFIRMED_AFTER_SECONDS = 247

/** Lets the engine's own `transition` live through a story on a clock of its own, timers included, and no further than `now`. */
export function runStory(
  marketplace: SeededMarketplace,
  on: SeededOnCall,
  { story, claimedAt, claimedById }: { story: Story; claimedAt: Date; claimedById: string },
  now: Date,
): Run {
  const openedAt = after(claimedAt, WOKEN_MS)
  const staffed = isOpen(marketplace.hours, openedAt)
  const events: EscalationEvent[] = []
  const shown: Run['shown'] = []
  const deliveries: Run['deliveries'] = []
  let row: Escalation | null = null

  const give = (command: Command, at: Date) => {
    const outcome = transition(row, command, at, contextAt(marketplace, on, at, staffed))
    if (!outcome.ok) throw new Error(`the story "${story.key}" has a ${command.kind} that is refused: ${outcome.why}`)
    const plan = outcome.value
    const first = row === null || row.state === 'ASSESSING'
    if (plan.noop) throw new Error(`the story "${story.key}" has a ${command.kind} that does nothing: ${plan.noop}`)
    for (const event of plan.events) {
      const step = partnerStep(event, row)
      if (step) shown.push({ ...step, at: event.at, by: event.by })
    }
    row = Object.assign({}, row, plan.patch) as Escalation
    events.push(...plan.events)
    deliveries.push(...plan.deliveries.map((delivery) => ({ ...delivery, plannedAt: at, first })))
  }
  const runTimers = (until: Date) => {
    while (row?.nextAt && after(row.nextAt, LATE_MS) <= until) give({ kind: 'Timer' }, after(row.nextAt, LATE_MS))
  }

  give({ kind: 'Open', direction: 'IN', severity: severityOf(story.condition), by: claimedById }, openedAt)
  for (const move of movesOf(story, staffed)) {
    const at = after(claimedAt, move.second * SECOND)
    runTimers(at)
    give(commandOf(marketplace, on, move, at), at)
  }
  runTimers(now)
  if (!row) throw new Error('a story without a beginning')
  return { escalation: row, events, shown, deliveries, openedAt, staffed }
}

/** What people did, counted from the claim. Where it was confirmed first, the others' moves count from the page. */
function movesOf({ confirmedBy, moves }: Story, staffed: boolean): StoryMove[] {
  if (!confirmedBy || !staffed) return moves
  const later = moves.map((move) => ({ ...move, second: move.second + CONFIRMED_AFTER_SECONDS }))
  return [{ second: CONFIRMED_AFTER_SECONDS, by: confirmedBy, command: 'confirm' }, ...later]
}

function commandOf(marketplace: SeededMarketplace, on: SeededOnCall, move: StoryMove, at: Date): Command {
  const by = actorAt(marketplace, on, move.by, at).membershipId
  switch (move.command) {
    case 'confirm':
      return { kind: 'Confirm', by }
    case 'ack':
      return { kind: 'Ack', by }
    case 'resolve':
      return { kind: 'Resolve', by }
    case 'decline':
      return { kind: 'Decline', by, reason: move.reason, nextWorkingAt: nextOpening(marketplace.hours, at) }
  }
}

export function urgentTopic(marketplace: SeededMarketplace): SeededTopic {
  const topic = [...marketplace.topics.values()].find(({ urgent }) => urgent)
  if (!topic) throw new Error('the demo catalogue has no urgent topic')
  return topic
}

/** Staff by key; `primary` is whoever is on call at that moment. */
export function actorAt(marketplace: SeededMarketplace, on: SeededOnCall, key: string, at: Date): SeededPerson {
  if (key !== 'primary') return named(marketplace.staff, key)
  const { primary } = onCall(on.schedule, at)
  const person = [...marketplace.staff.values()].find(({ membershipId }) => membershipId === primary)
  if (!person) throw new Error('nobody is on call in the demo')
  return person
}

/** What the engine's loader would have read: who each step, the assessment and the catch-all reach by mail. */
function contextAt(marketplace: SeededMarketplace, on: SeededOnCall, at: Date, staffed: boolean): Context {
  const staff = [...marketplace.staff.values()]
  const recipient = (membershipId: string): Recipient[] => {
    const address = staff.find((person) => person.membershipId === membershipId)?.email
    return address ? [{ membershipId, methods: [{ ruleIndex: 0, channel: 'mail', address, delaySeconds: 0 }] }] : []
  }
  const { primary } = onCall(on.schedule, at)
  const duty = primary === null ? [] : recipient(primary)
  const { teamId } = urgentTopic(marketplace)
  const team = staff.filter(({ teams = [] }) => teams.some((key) => marketplace.teams[key] === teamId))
  return {
    staffed,
    policy: {
      steps: on.steps,
      repeat: 2,
      ackExpirySeconds: null,
      assessTimeoutSeconds: 900,
      catchAllEverySeconds: 600,
    },
    steps: on.steps.map(({ targets }) =>
      targets.flatMap((target) => (target.kind === 'schedule' ? duty : recipient(target.membershipId))),
    ),
    assess: [
      ...team.filter(({ membershipId }) => membershipId !== primary).flatMap((one) => recipient(one.membershipId)),
      ...duty,
    ],
    catchAll: [...on.leads.flatMap(({ membershipId }) => recipient(membershipId)), ...duty],
    owner: null,
    ownerTouchedAt: null,
    partnerInMaintenance: false,
    isClaim: true,
    holdUntil: null,
    holdWhy: 'window',
  }
}
