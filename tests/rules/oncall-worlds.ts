import fc from 'fast-check'
import type { OnCall, Override, Rotation, RotationVersion, Schedule, ScheduleRule } from '@/lib/oncall'
import { timeText } from './calendar-arbitraries'
import { minutes } from './calendar-minutes'
import type { MinuteWalk, Window } from './minute-walk'

const minute = 60_000
const people = ['ada', 'bo', 'cy', 'di', 'ed'] as const
const person = fc.constantFrom(...people)

const clockTime = fc.constantFrom(
  '00:00',
  '00:30',
  '01:00',
  '01:30',
  '02:00',
  '02:30',
  '03:00',
  '08:30',
  '12:00',
  '23:00',
  '23:30',
)

/** Moments of the window as the schedule's instants, on whole minutes. */
const moment = ({ from, to }: Window) =>
  fc.integer({ min: 0, max: (to - from) / minute }).map((at) => new Date(from + at * minute))

const turning = fc.oneof(
  fc.record({ kind: fc.constant('daily' as const), length: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('weekly' as const), length: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constant('hourly' as const), length: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ kind: fc.constant('custom' as const), length: fc.integer({ min: 15, max: 2000 }) }),
)

export function versionFor(window: Window, validFrom: fc.Arbitrary<Date>, fewest = 0): fc.Arbitrary<RotationVersion> {
  const anchor = fc
    .tuple(fc.integer({ min: -20, max: 10 }), clockTime)
    .map(([days, time]) => `${new Date(window.from + days * 86_400_000).toISOString().slice(0, 10)}T${time}`)
  return fc
    .record({ validFrom, turns: turning, anchor, participants: fc.array(person, { minLength: fewest, maxLength: 4 }) })
    .map(({ turns, ...rest }) => ({ ...rest, ...turns }))
}

const longAgo = fc.constant(new Date('2001-01-01T00:00Z'))

function rotationFor(window: Window, layer: number): fc.Arbitrary<Rotation> {
  return fc
    .tuple(
      versionFor(window, fc.oneof({ weight: 3, arbitrary: longAgo }, { weight: 1, arbitrary: moment(window) }), 1),
      fc.array(versionFor(window, moment(window)), { maxLength: 2 }),
    )
    .map(([first, more]) => ({ id: `layer-${layer}`, layer, versions: [first, ...more] }))
}

const rule = (rotations: number): fc.Arbitrary<ScheduleRule> =>
  fc
    .record(
      {
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
        from: fc.oneof(clockTime, fc.integer({ min: 0, max: 1439 }).map(timeText)),
        to: fc.oneof(clockTime, fc.constant('24:00'), fc.integer({ min: 0, max: 1439 }).map(timeText)),
        rotationId: fc.integer({ min: 1, max: rotations }).map((layer) => `layer-${layer}`),
      },
      { requiredKeys: ['weekdays', 'from', 'to'] },
    )
    .filter(({ from, to }) => from !== to)

export function overrideFor(window: Window): fc.Arbitrary<Override> {
  return fc
    .record({ x: moment(window), y: moment(window), add: fc.option(person), remove: fc.option(person) })
    .filter(({ x, y, add, remove }) => x.getTime() !== y.getTime() && add !== remove)
    .map(({ x, y, ...people }) => (x < y ? { from: x, to: y, ...people } : { from: y, to: x, ...people }))
}

/** One to three layers around a clock change, with versions, hours and overrides that fall into it. */
export function scheduleFor(window: Window): fc.Arbitrary<Schedule> {
  return fc.integer({ min: 1, max: 3 }).chain((layers) =>
    fc.record({
      timeZone: fc.constant(window.zone),
      // Listed from the last layer to the first: the order of the list must not matter.
      rotations: fc.tuple(...Array.from({ length: layers }, (_, index) => rotationFor(window, layers - index))),
      rules: fc.array(rule(layers), { maxLength: 3 }),
      overrides: fc.array(overrideFor(window), { maxLength: 3 }),
    }),
  )
}

/** Who is on call in each minute of the walk, told by somebody who watches the clock and hands over when it says so. */
export function watchedOnCall(walk: MinuteWalk, schedule: Schedule): OnCall[] {
  const duties = schedule.rotations.map((rotation) => ({
    rotation,
    duty: dutyMinutes(walk, schedule, rotation),
    turns: rotation.versions.map((version) => watchedTurns(walk, version)),
  }))
  duties.sort((a, b) => a.rotation.layer - b.rotation.layer)
  return walk.walls.map((_, index) => {
    const instant = walk.instant(index)
    let names: string[] = []
    for (const { rotation, duty, turns } of duties) {
      if (!duty[index]) continue
      let current = -1
      rotation.versions.forEach(({ validFrom }, at) => {
        const best = rotation.versions[current]?.validFrom.getTime() ?? Number.NEGATIVE_INFINITY
        if (validFrom.getTime() <= instant && validFrom.getTime() >= best) current = at
      })
      const participants = rotation.versions[current]?.participants ?? []
      const turn = turns[current]?.[index] ?? 0
      const name = participants[((turn % participants.length) + participants.length) % participants.length]
      if (name) names.push(name)
    }
    for (const { from, to, add, remove } of schedule.overrides) {
      if (instant < from.getTime() || instant >= to.getTime()) continue
      if (add && remove) names = names.map((name) => (name === remove ? add : name))
      else if (add) names.push(add)
      else names = names.filter((name) => name !== remove)
    }
    const unique = names.filter((name, at) => names.indexOf(name) === at)
    return { primary: unique[0] ?? null, others: unique.slice(1) }
  })
}

const unit = { custom: 1, hourly: 60, daily: 1440, weekly: 10_080 }

/** The turn in each minute: it moves on when the wall reaches the next hand-off, and never back. */
function watchedTurns(walk: MinuteWalk, { kind, length, anchor }: RotationVersion): number[] {
  const span = unit[kind] * length
  const begin = Date.parse(`${anchor}Z`) / minute
  let turn = Math.floor(((walk.walls[0] ?? 0) - begin) / span)
  return walk.walls.map((wall) => {
    while (wall >= begin + (turn + 1) * span) turn++
    return turn
  })
}

function dutyMinutes(walk: MinuteWalk, { rules }: Schedule, { id }: Rotation): boolean[] {
  const mine = rules.filter(({ rotationId }) => !rotationId || rotationId === id)
  const duty = walk.walls.map(() => mine.length === 0)
  for (const { weekdays, from, to } of mine) {
    const [first = 0, ...rest] = walk.days()
    for (const day of [first - 1, first, ...rest]) {
      if (!weekdays.includes(new Date(day * 86_400_000).getUTCDay() || 7)) continue
      const ends = minutes(to) > minutes(from) ? minutes(to) : minutes(to) + 1440
      const last = walk.indexOf(day * 1440 + ends, 'end')
      for (let at = walk.indexOf(day * 1440 + minutes(from), 'start'); at < last; at++) duty[at] = true
    }
  }
  return duty
}
