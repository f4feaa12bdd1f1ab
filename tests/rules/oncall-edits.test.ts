import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockChanges, comingGaps, gaps, onCall, type Schedule, scheduleEffect, shifts } from '@/lib/oncall'
import { type Edit, withHours, withLayer, withOverride, withoutLayer, withoutOverride } from '@/lib/oncall/edits'
import type { StoredSchedule } from '@/lib/oncall/store'
import { momentIn, window } from './calendar-arbitraries'
import { type Window, wallMinute } from './minute-walk'
import { scheduleFor } from './oncall-worlds'
import { seenEnough } from './seen-enough'

const minute = 60_000
const day = 24 * 60 * minute
const at = (text: string) => new Date(text)
const span = ({ from, to }: Window) => [new Date(from), new Date(to)] as const
const many = { numRuns: 300 }

/** A pure schedule with the ids and times that stored rows have. */
function stored(schedule: Schedule): StoredSchedule {
  return {
    ...schedule,
    id: 'schedule',
    name: 'Platform',
    isDefault: true,
    archivedAt: null,
    rotations: schedule.rotations.map((rotation) => ({
      ...rotation,
      name: rotation.id,
      versions: [...rotation.versions]
        .sort((a, b) => a.validFrom.getTime() - b.validFrom.getTime())
        .map((version, index) => ({ ...version, id: `${rotation.id} ${index}` })),
    })),
    rules: schedule.rules.map((rule, index) => ({
      ...rule,
      id: `rule ${index}`,
      validFrom: at('1970-01-01'),
      validTo: null,
    })),
    overrides: schedule.overrides.map((override, index) => ({
      ...override,
      id: `override ${index}`,
      createdById: 'lead',
      createdAt: at('2001-01-01'),
    })),
  }
}

const empty = nothing()

const seen = { scheduleId: 'schedule', stamp: '' }
const nobody = { days2: [], days3: [], begin2: '00:00', end2: '00:00', begin3: '00:00', end3: '00:00' }

/** What a clock of the zone shows at an instant, as a form has it. */
function written(zone: string, instant: Date): string {
  return new Date(wallMinute(zone, instant.getTime()) * minute).toISOString().slice(0, 16)
}

/** One edit of each kind, valid from `from` (now where it is empty). */
const edits = (schedule: StoredSchedule, from: string): fc.Arbitrary<Edit> => {
  const rotationId = fc.constantFrom(...schedule.rotations.map(({ id }) => id))
  const anchor = fc.constantFrom('2024-03-01T09:00', '2025-07-11T00:30')
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 })
  const participants = fc.uniqueArray(fc.constantFrom('ada', 'bo', 'new'), { minLength: 1 })
  return fc.oneof(
    fc
      .record({ rotationId: fc.option(rotationId), participants, anchor, length: fc.integer({ min: 1, max: 4 }) })
      .map((layer) => withLayer({ ...seen, ...layer, name: 'A', kind: 'daily', from })),
    rotationId.map((id) => withoutLayer({ ...seen, rotationId: id, from })),
    fc
      .record({ rotationId: fc.option(rotationId), days1: weekdays })
      .map((hours) => withHours({ ...seen, ...nobody, ...hours, from, begin1: '09:00', end1: '18:00' })),
  )
}

const world = window.chain((around) =>
  fc
    .record({ around: fc.constant(around), schedule: scheduleFor(around).map(stored), now: momentIn(around, minute) })
    .chain(({ schedule, now, ...rest }) =>
      fc.record({
        around: fc.constant(rest.around),
        schedule: fc.constant(schedule),
        now: fc.constant(now),
        edit: edits(schedule, ''),
      }),
    ),
)

describe('an edit of a schedule', () => {
  test('invariant 21: an edit valid from now changes nothing before now', () => {
    let done = 0
    fc.assert(
      fc.property(world, ({ around, schedule, now, edit }) => {
        const after = edit(schedule, now)
        if (!after.ok) return
        done++
        const from = new Date(around.from)
        expect(shifts(after.value, from, now)).toEqual(shifts(schedule, from, now))
        expect(onCall(after.value, new Date(now.getTime() - 1))).toEqual(onCall(schedule, new Date(now.getTime() - 1)))
        expect(scheduleEffect(schedule, after.value, from, now)).toEqual({ changes: [], torn: [], filled: [] })
      }),
      many,
    )
    seenEnough(done, 200)
  })

  test('invariant 21: an edit planned for later changes nothing before it begins', () => {
    let done = 0
    const planned = window.chain((around) =>
      fc
        .tuple(scheduleFor(around).map(stored), momentIn(around, minute), momentIn(around, minute))
        .chain(([schedule, a, b]) => {
          const [now, later] = a < b ? [a, b] : [b, a]
          const text = written(around.zone, later)
          return edits(schedule, text).map((edit) => ({ around, schedule, now, later, edit }))
        }),
    )
    fc.assert(
      fc.property(planned, ({ around, schedule, now, later, edit }) => {
        const after = edit(schedule, now)
        if (!after.ok) return
        done++
        // A time that is shown twice is the first of the two: nothing before that.
        const begins = new Date(Math.max(now.getTime(), later.getTime() - 2 * 60 * minute))
        const from = new Date(around.from)
        expect(shifts(after.value, from, begins)).toEqual(shifts(schedule, from, begins))
      }),
      many,
    )
    seenEnough(done, 150)
  })

  test('what was planned for later is taken back by an edit that begins before it', () => {
    const first = ok(withLayer(weekly('ada', ''))(empty, at('2026-03-02T08:00Z')))
    const layer = first.rotations[0]?.id ?? ''
    const plan = ok(
      withLayer({ ...weekly('bo', '2026-03-09T09:00'), rotationId: layer })(first, at('2026-03-03T08:00Z')),
    )
    expect(onCall(plan, at('2026-03-10T08:00Z')).primary).toBe('bo')
    const anew = ok(withLayer({ ...weekly('cy', ''), rotationId: layer })(plan, at('2026-03-04T08:00Z')))
    expect(onCall(anew, at('2026-03-10T08:00Z')).primary).toBe('cy')
    expect(anew.rotations[0]?.versions).toHaveLength(2)
  })

  test('the past is refused, the running minute is now', () => {
    const now = at('2026-03-04T08:00:30Z')
    expect(withLayer(weekly('ada', '2026-03-04T08:59'))(empty, now)).toEqual({ ok: false, why: 'in_the_past' })
    const running = ok(withLayer(weekly('ada', '2026-03-04T09:00'))(empty, now))
    expect(running.rotations[0]?.versions[0]?.validFrom).toEqual(now)
  })

  test('an override under way ends now; one to come goes; one that is over stays', () => {
    const now = at('2026-03-04T08:00Z')
    const stretch = { scheduleId: 'schedule', add: 'bo', remove: 'ada' }
    const made = ok(withOverride({ ...stretch, from: '', to: '2026-03-05T09:00' }, 'lead')(empty, now))
    const id = made.overrides[0]?.id ?? ''
    const later = at('2026-03-04T20:00Z')
    expect(ok(withoutOverride(id)(made, later)).overrides).toMatchObject([{ id, from: now, to: later }])
    expect(ok(withoutOverride(id)(made, now)).overrides).toEqual([])
    expect(withoutOverride(id)(made, at('2026-03-06T00:00Z'))).toEqual({ ok: false, why: 'in_the_past' })
    expect(withOverride({ ...stretch, from: '', to: '2026-03-04T08:00' }, 'lead')(empty, now)).toMatchObject({
      ok: false,
    })
  })

  test('a layer that has ended is on call again after another edit, and ends once', () => {
    const now = at('2026-03-04T08:00Z')
    const first = ok(withLayer(weekly('ada', ''))(empty, now))
    const rotationId = first.rotations[0]?.id ?? ''
    const ended = ok(withoutLayer({ ...seen, rotationId, from: '' })(first, at('2026-03-05T08:00Z')))
    expect(onCall(ended, at('2026-03-06T08:00Z')).primary).toBeNull()
    expect(onCall(ended, at('2026-03-05T07:00Z')).primary).toBe('ada')
    expect(withoutLayer({ ...seen, rotationId, from: '' })(ended, at('2026-03-06T08:00Z'))).toMatchObject({
      why: 'layer_ended',
    })
    const again = ok(withLayer({ ...weekly('bo', ''), rotationId })(ended, at('2026-03-07T08:00Z')))
    expect(onCall(again, at('2026-03-08T08:00Z')).primary).toBe('bo')
  })
})

describe('the effect of an edit', () => {
  test('names every moment at which the people differ, and no other', () => {
    fc.assert(
      fc.property(world, fc.array(fc.nat(4 * day), { maxLength: 20 }), ({ around, schedule, now, edit }, offsets) => {
        const edited = edit(schedule, now)
        if (!edited.ok) return
        const [from, to] = span(around)
        const { changes, torn, filled } = scheduleEffect(schedule, edited.value, from, to)
        for (const [index, change] of changes.entries()) {
          expect(change.from < change.to).toBe(true)
          if (index > 0) expect(change.from >= (changes[index - 1]?.to ?? from)).toBe(true)
        }
        for (const offset of offsets) {
          const moment = new Date(from.getTime() + (offset % (to.getTime() - from.getTime())))
          const [old, now_] = [onCall(schedule, moment), onCall(edited.value, moment)]
          const named = changes.filter((change) => change.from <= moment && moment < change.to)
          if (JSON.stringify(old) === JSON.stringify(now_)) expect(named).toEqual([])
          else expect(named).toMatchObject([{ before: old, after: now_ }])
          const within = (stretches: { from: Date; to: Date }[]) =>
            stretches.some((stretch) => stretch.from <= moment && moment < stretch.to)
          expect(within(torn)).toBe(old.primary !== null && now_.primary === null)
          expect(within(filled)).toBe(old.primary === null && now_.primary !== null)
          expect(within(gaps(edited.value, from, to))).toBe(now_.primary === null)
        }
      }),
      many,
    )
  })
})

describe('gaps and clock changes', () => {
  const office = ok(
    withHours({
      ...seen,
      ...nobody,
      rotationId: null,
      from: '',
      days1: [1, 2, 3, 4, 5],
      begin1: '09:00',
      end1: '18:00',
    })(ok(withLayer(weekly('ada', ''))(nothing(), at('2026-03-02T00:00Z'))), at('2026-03-02T00:00Z')),
  )
  const nextWeek = [at('2026-03-09T00:00Z'), at('2026-03-14T00:00Z'), at('2026-03-20T00:00Z')] as const

  test('where the weekday hours end is a gap by design: nobody is warned of it', () => {
    expect(gaps(office, nextWeek[0], nextWeek[1]).length).toBeGreaterThan(4)
    expect(comingGaps(office, ...nextWeek)).toEqual([])
  })

  test('a gap that an override tears is warned of, with its end', () => {
    const stretch = {
      scheduleId: 'schedule',
      add: null,
      remove: 'ada',
      from: '2026-03-10T12:00',
      to: '2026-03-10T15:00',
    }
    const torn = ok(withOverride(stretch, 'lead')(office, at('2026-03-09T00:00Z')))
    expect(comingGaps(torn, ...nextWeek)).toEqual([{ from: at('2026-03-10T11:00Z'), to: at('2026-03-10T14:00Z') }])
  })

  test('a layer that ends leaves a gap without an end', () => {
    const around = ok(withLayer(weekly('ada', ''))(empty, at('2026-03-02T00:00Z')))
    const rotationId = around.rotations[0]?.id ?? ''
    const ended = ok(withoutLayer({ ...seen, rotationId, from: '2026-03-11T09:00' })(around, at('2026-03-09T00:00Z')))
    expect(comingGaps(ended, ...nextWeek)).toEqual([{ from: at('2026-03-11T08:00Z'), to: null }])
  })

  test('clocks that are moved are told to the millisecond', () => {
    expect(clockChanges('Europe/Rome', at('2026-03-01T00:00Z'), at('2026-04-01T00:00Z'))).toEqual([
      { at: at('2026-03-29T01:00Z'), minutes: 60 },
    ])
    expect(clockChanges('Australia/Lord_Howe', at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'))).toEqual([
      { at: at('2026-04-04T15:00Z'), minutes: -30 },
      { at: at('2026-10-03T15:30Z'), minutes: 30 },
    ])
    expect(clockChanges('Asia/Kathmandu', at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'))).toEqual([])
  })
})

function weekly(person: string, from: string) {
  const turns = { name: 'Primary', kind: 'weekly' as const, length: 1, anchor: '2026-03-02T09:00' }
  return { ...seen, ...turns, rotationId: null, participants: [person], from }
}

function nothing(): StoredSchedule {
  return stored({ timeZone: 'Europe/Rome', rotations: [], rules: [], overrides: [] })
}

function ok<Value>(outcome: { ok: true; value: Value } | { ok: false; why: string }): Value {
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.value
}
