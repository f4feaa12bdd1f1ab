import { shownAddress } from '@/lib/delivery'
import type { DeliveryFate, PersonRef } from './schema'
import { dataOf, type ShownDelivery, type TimelineEntry } from './schema'
import type { EscalationEvent, Fact } from './transition-types'

type Note = { id: string; authorId: string; body: string; createdAt: Date }
type Ref = (membershipId: string | null) => PersonRef | null
/** What another system is called, by its address. */
type Systems = ReadonlyMap<string, string>

/** Which kind of message an event sent: they are written in one transaction, with one time. */
const sends: Partial<Record<Fact['kind'], string>> = {
  assess_asked: 'escalation.assess',
  step_entered: 'escalation.page',
  unanswered: 'escalation.page',
  repeated: 'escalation.repeat',
}

/** A run's events in order, each with the messages it sent, and the notes written meanwhile in between. Pure. */
export function timeline(
  events: readonly EscalationEvent[],
  fates: readonly DeliveryFate[],
  notes: readonly Note[],
  ref: Ref,
  systems: Systems = new Map(),
): TimelineEntry[] {
  const planned = Map.groupBy(fates, keyOf)
  const entries = events.flatMap((event, index): TimelineEntry[] => [
    ...gapBefore(event, events[index - 1]),
    {
      key: `event ${event.seq}`,
      at: event.at,
      kind: event.kind === 'noted' ? 'note' : event.kind,
      by: ref(event.by),
      data: dataOf(event),
      note: event.kind === 'noted' ? event.text : null,
      deliveries: (planned.get(keyOf({ kind: sends[event.kind] ?? '', plannedAt: event.at })) ?? [])
        .filter((fate) => atPlace(event, fate))
        .map(
          (fate): ShownDelivery => ({
            ...fate,
            address: shownAddress(fate.channel, fate.address),
            recipient: ref(fate.recipientId),
            endpoint:
              fate.recipientId === null
                ? (systems.get(fate.address) ?? shownAddress(fate.channel, fate.address))
                : null,
          }),
        ),
    },
  ])
  for (const { id, authorId, body, createdAt } of notes) {
    const place = entries.findIndex(({ at }) => at > createdAt)
    const entry: TimelineEntry = {
      key: `note ${id}`,
      at: createdAt,
      kind: 'note',
      by: ref(authorId),
      data: {},
      note: body,
      deliveries: [],
    }
    entries.splice(place < 0 ? entries.length : place, 0, entry)
  }
  return entries
}

/** When these events sent something: what they sent was planned at just these moments. */
export function plannedWith(events: readonly EscalationEvent[]): Date[] {
  return events.flatMap(({ kind, at }) => (sends[kind] ? [at] : []))
}

function keyOf({ kind, plannedAt }: Pick<DeliveryFate, 'kind' | 'plannedAt'>): string {
  return `${kind} ${plannedAt.getTime()}`
}

/** One line for what a long story leaves out. */
function gapBefore(event: EscalationEvent, before: EscalationEvent | undefined): TimelineEntry[] {
  const leftOut = before ? event.seq - before.seq - 1 : 0
  if (!before || leftOut === 0) return []
  const nobody = { by: null, note: null, deliveries: [] }
  return [{ key: 'left out', at: before.at, kind: 'left_out', data: { leftOut }, ...nobody }]
}

/** One transaction may enter one step only, but be opened and repeated at one time: the place tells them apart. */
function atPlace(event: EscalationEvent, { epoch, loop, step }: DeliveryFate): boolean {
  return !('step' in event) || (event.epoch === epoch && event.loop === loop && event.step === step)
}
