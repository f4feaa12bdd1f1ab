import type { ClockEvent } from './schema'

/*
 * Which of a ticket's state changes each promise is about. Up to the first answer the first-answer clock alone counts:
 * no other target overrules it. After an answer of ours nothing is owed until the partner writes; what begins then, up to
 * and with our next answer, is a round of its own.
 */

/** One round after an answer: since when it is our turn, and the events that its clock is made of. */
export type Round = { startedAt: Date; events: readonly ClockEvent[] }

/**
 * The rounds after the first answer, oldest first. A round begins when it becomes our turn: an answer upon an answer, or a
 * question of ours that nobody has replied to, begins none.
 */
export function laterRounds(events: readonly ClockEvent[]): Round[] {
  const rounds: Round[] = []
  let owed = false
  let open: ClockEvent[] | null = null
  for (const event of events) {
    if (open) open.push(event)
    else if (owed && isOurTurn(event)) {
      open = [event]
      rounds.push({ startedAt: event.at, events: open })
    }
    if (!isAnswer(event)) continue
    owed = true
    open = null
  }
  return rounds
}

/** The round that began at that moment: what a stored clock tells of. The newest, where two began in one millisecond. */
export function roundOf(events: readonly ClockEvent[], startedAt: Date): Round | null {
  return laterRounds(events).findLast((round) => round.startedAt.getTime() === startedAt.getTime()) ?? null
}

/** The round that our next answer will end, or null: before the first answer, and while we answered last. */
export function openRound(events: readonly ClockEvent[]): Round | null {
  const last = laterRounds(events).at(-1)
  return last && !last.events.some(isAnswer) ? last : null
}

function isAnswer({ state }: ClockEvent): boolean {
  return state === 'answered'
}

function isOurTurn({ state }: ClockEvent): boolean {
  return state === 'created' || state === 'in_progress'
}
