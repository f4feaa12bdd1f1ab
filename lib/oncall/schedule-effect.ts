import type { OnCall, Schedule, ScheduleEffect, Shift } from './schema'
import { samePeople, shifts } from './shifts'

/**
 * What an edit does to who is on call during [from, to): every stretch where the people differ, with those before and
 * after, in order and as long as they can be; and among them the gaps that it tears and the gaps that it fills.
 */
export function scheduleEffect(before: Schedule, after: Schedule, from: Date, to: Date): ScheduleEffect {
  const changes: ScheduleEffect['changes'] = []
  for (const piece of pieces(shifts(before, from, to), shifts(after, from, to))) {
    if (samePeople(piece.before, piece.after)) continue
    const last = changes.at(-1)
    const goesOn =
      last?.to.getTime() === piece.from.getTime() &&
      samePeople(last.before, piece.before) &&
      samePeople(last.after, piece.after)
    if (last && goesOn) last.to = piece.to
    else changes.push(piece)
  }
  return {
    changes,
    torn: joined(changes.filter((change) => change.before.primary !== null && change.after.primary === null)),
    filled: joined(changes.filter((change) => change.before.primary === null && change.after.primary !== null)),
  }
}

type Piece = ScheduleEffect['changes'][number]

/** Two tilings of the same time laid over each other. */
function* pieces(before: readonly Shift[], after: readonly Shift[]): Generator<Piece> {
  let [a, b] = [0, 0]
  for (;;) {
    const [old, now] = [before[a], after[b]]
    if (!old || !now) return
    const from = old.from > now.from ? old.from : now.from
    const to = old.to < now.to ? old.to : now.to
    yield { from, to, before: peopleOf(old), after: peopleOf(now) }
    if (old.to <= to) a++
    if (now.to <= to) b++
  }
}

function peopleOf({ primary, others }: OnCall): OnCall {
  return { primary, others }
}

/** Neighbours become one: a gap is one gap whoever would have been there. */
function joined(changes: readonly Piece[]) {
  const found: { from: Date; to: Date }[] = []
  for (const { from, to } of changes) {
    const last = found.at(-1)
    if (last?.to.getTime() === from.getTime()) last.to = to
    else found.push({ from, to })
  }
  return found
}
