import type { CalledPerson, CallStep } from './call-types'
import type { DeliveryFate } from './schema'
import type { EscalationEvent } from './transition-types'

/** One of the company's own people: of everybody else's copies row security shows it none. */
type NameOf = (membershipId: string | null) => string | null

/**
 * A run's story as the called company reads it. Pages to its own people are named; a step that told only the staff is one
 * line, and what the engine did for itself (a step passed over, a page held) is none.
 */
export function callSteps(
  events: readonly EscalationEvent[],
  fates: readonly DeliveryFate[],
  nameOf: NameOf,
): CallStep[] {
  let calledBefore = false
  let staffTold = false
  return events.flatMap((event, index): CallStep[] => [...gapBefore(event, events[index - 1]), ...stepsOf(event)])

  function stepsOf(event: EscalationEvent): CallStep[] {
    const step = (kind: CallStep['kind'], more: Partial<CallStep> = {}): CallStep[] => [
      { key: `${event.seq}`, at: event.at, kind, by: nameOf(event.by), people: [], text: null, ...more },
    ]
    switch (event.kind) {
      case 'opened':
        return step('opened')
      case 'step_entered':
      case 'unanswered': {
        const people = told(event, fates, nameOf)
        if (people.length > 0) {
          const kind = calledBefore ? 'reminded' : 'called'
          calledBefore = true
          return step(kind, { people })
        }
        // That they are told again every few minutes is their business.
        if (event.receivers === 0 || staffTold) return []
        staffTold = true
        return step('told_staff')
      }
      case 'acked':
        return step('taken')
      case 'unacked':
      case 'ack_expired':
        staffTold = false
        return step('let_go')
      case 'noted':
        return step('noted', { text: event.text })
      case 'severity_raised':
        return step('raised', { text: event.severity })
      case 'repeated':
        return step('repeated')
      case 'resolved':
        return step(event.by === null ? 'ended' : 'fixed')
      case 'maintenance':
        return step('muted')
      default:
        return []
    }
  }
}

function gapBefore(event: EscalationEvent, before: EscalationEvent | undefined): CallStep[] {
  if (!before || event.seq === before.seq + 1) return []
  return [{ key: 'left out', at: before.at, kind: 'left_out', by: null, people: [], text: null }]
}

function told(
  event: EscalationEvent & { epoch: number; loop: number; step: number },
  fates: readonly DeliveryFate[],
  nameOf: NameOf,
): CalledPerson[] {
  return fates
    .filter(({ epoch, loop, step }) => epoch === event.epoch && loop === event.loop && step === event.step)
    .flatMap(({ recipientId, channel, status }) => {
      const name = nameOf(recipientId)
      return name === null ? [] : [{ name, channel, status }]
    })
}
