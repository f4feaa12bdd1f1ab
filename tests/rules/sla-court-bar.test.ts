import { describe, expect, test } from 'vitest'
import { toInstant } from '@/lib/calendar'
import { advanceClock, type ClockEvent, type ClockState, clockOf, courtBar, readClock, warnAt } from '@/lib/sla'
import { weekdays } from './calendar-arbitraries'

const hour = 3_600_000
const zone = 'Europe/Rome'
const office = weekdays(zone, ['09:00', '17:00'])
const at = (date: string, time: string) => toInstant(date, time, zone, 'start')
const event = (state: ClockState, date: string, time: string): ClockEvent => ({ state, at: at(date, time) })

/* 2026-11-20 is a Friday. */
const friday = '2026-11-20'
const monday = '2026-11-23'
const opened = event('created', friday, '09:00')

describe('court bar', () => {
  const read = (events: ClockEvent[], now: Date) =>
    courtBar(office, clockOf(office, 4 * hour, events), events.at(-1)?.state ?? 'created', now)
  type Said = Omit<ReturnType<typeof read>, 'goal'>

  test.each<[string, ClockEvent[], Date, Said]>([
    [
      'our turn',
      [opened],
      at(friday, '10:00'),
      { sentence: 'us_running', left: 0.75, dueAt: at(friday, '13:00'), opensAt: null },
    ],
    [
      'our turn, outside hours',
      [event('created', friday, '16:00')],
      at('2026-11-21', '11:00'),
      { sentence: 'us_outside_hours', left: 0.75, dueAt: at(monday, '12:00'), opensAt: at(monday, '09:00') },
    ],
    [
      'overdue',
      [opened],
      at(friday, '15:00'),
      { sentence: 'us_overdue', left: 0, dueAt: at(friday, '13:00'), opensAt: null },
    ],
    [
      'overdue, outside hours',
      [opened],
      at(friday, '22:00'),
      { sentence: 'us_overdue', left: 0, dueAt: at(friday, '13:00'), opensAt: null },
    ],
    [
      'the partner has the ball',
      [opened, event('awaiting_partner', friday, '11:00')],
      at(monday, '11:00'),
      { sentence: 'partner', left: 0.5, dueAt: null, opensAt: null },
    ],
    [
      'answered',
      [opened, event('answered', friday, '11:00')],
      at(monday, '11:00'),
      { sentence: 'answered', left: null, dueAt: null, opensAt: null },
    ],
    [
      'our turn again after the first answer',
      [opened, event('answered', friday, '11:00'), event('in_progress', friday, '12:00')],
      at(monday, '11:00'),
      { sentence: 'us_no_promise', left: null, dueAt: null, opensAt: null },
    ],
    [
      'asked back after the first answer',
      [opened, event('answered', friday, '11:00'), event('awaiting_partner', friday, '12:00')],
      at(monday, '11:00'),
      { sentence: 'partner', left: null, dueAt: null, opensAt: null },
    ],
    [
      'completed',
      [opened, event('completed', friday, '11:00')],
      at(monday, '11:00'),
      { sentence: 'completed', left: null, dueAt: null, opensAt: null },
    ],
  ])('%s', (_, events, now, bar) => {
    expect(read(events, now)).toEqual({ ...bar, goal: 'answer' })
  })

  test('a topic without a promise has a turn and no deadline', () => {
    const none = { left: null, dueAt: null, opensAt: null, goal: 'answer' }
    expect(courtBar(office, null, 'created', at(friday, '10:00'))).toEqual({ sentence: 'us_no_promise', ...none })
    expect(courtBar(office, null, 'awaiting_partner', at(friday, '10:00'))).toEqual({ sentence: 'partner', ...none })
  })
})

describe('court bar of a resolution', () => {
  test('says that it is to be solved, and until when', () => {
    const clock = clockOf(
      office,
      4 * hour,
      [opened, event('answered', friday, '10:00'), event('in_progress', friday, '11:00')],
      'resolution',
    )
    expect(courtBar(office, clock, 'in_progress', at(friday, '12:00'))).toEqual({
      sentence: 'us_running',
      left: 0.5,
      dueAt: at(friday, '14:00'),
      opensAt: null,
      goal: 'resolution',
    })
  })
})

describe('first-answer clock: borrowed cases', () => {
  const clock = (...events: ClockEvent[]) => clockOf(office, 4 * hour, events)

  test('S1, S3 (zammad#3140, #2082): it stops at the first answer, and no later turn starts it again', () => {
    const first = clock(opened, event('answered', friday, '11:00'))
    const more = clock(
      opened,
      event('answered', friday, '11:00'),
      event('in_progress', friday, '12:00'),
      event('answered', monday, '16:00'),
    )
    expect(more).toEqual(first)
    expect(first).toMatchObject({ phase: 'met', metAt: at(friday, '11:00'), dueAt: null, consumed: 2 * hour })
    expect(readClock(office, more, at('2026-12-20', '12:00'))).toMatchObject({ state: 'met', kept: true, left: 0.5 })
  })

  test('S2 (zammad#5177): an update does not bring the first answer forward', () => {
    expect(clock(opened, event('in_progress', friday, '09:30')).dueAt).toEqual(clock(opened).dueAt)
  })

  test('S9 (glpi#6902, #15605): the earlier pause still counts when the promise changes', () => {
    const events = [opened, event('awaiting_partner', friday, '10:00'), event('in_progress', friday, '12:00')]
    expect(clockOf(office, 4 * hour, events).dueAt).toEqual(at(friday, '15:00'))
    expect(clockOf(office, 2 * hour, events).dueAt).toEqual(at(friday, '13:00'))
  })

  test('S10 (glpi#10594): a pause over the weekend moves the deadline by nothing', () => {
    const late = event('created', friday, '16:00')
    const paused = clock(late, event('awaiting_partner', friday, '17:00'), event('in_progress', monday, '09:00'))
    expect(paused.dueAt).toEqual(at(monday, '12:00'))
    expect(clock(late).dueAt).toEqual(at(monday, '12:00'))
  })

  test('S11 (glpi#23359): closed and reopened, the time in between is not ours', () => {
    const reopened = clock(opened, event('completed', friday, '10:00'), event('in_progress', monday, '09:00'))
    expect(reopened.dueAt).toEqual(at(monday, '12:00'))
    expect(readClock(office, clock(opened, event('completed', friday, '10:00')), at(monday, '12:00'))).toMatchObject({
      state: 'closed',
      kept: null,
      breachedAt: null,
    })
  })

  test('S12 (glpi#24481): no breach while paused; one from before stays told', () => {
    const paused = clock(opened, event('awaiting_partner', friday, '12:59'))
    expect(readClock(office, paused, at('2026-12-20', '12:00'))).toMatchObject({
      state: 'paused',
      kept: null,
      breachedAt: null,
    })
    const tooLate = clock(opened, event('awaiting_partner', friday, '14:00'), event('in_progress', monday, '09:00'))
    expect(tooLate).toMatchObject({ dueAt: at(friday, '13:00'), breachedAt: at(friday, '13:00') })
    expect(readClock(office, tooLate, at(monday, '09:00'))).toMatchObject({ state: 'breached', kept: false, left: 0 })
  })

  test('S13 (glpi#15357): the warning before Monday 10:00 comes at Monday 09:00', () => {
    expect(warnAt(office, clock(event('created', friday, '14:00')), hour)).toEqual(at(monday, '09:00'))
    expect(
      warnAt(
        office,
        clock(opened, event('awaiting_partner', friday, '12:30'), event('in_progress', '2026-11-21', '08:00')),
        hour,
      ),
    ).toEqual(at(monday, '09:00'))
  })

  test('S14 (frappe/helpdesk#2449): the hold is added in business time', () => {
    const held = clock(
      event('created', friday, '15:00'),
      event('awaiting_partner', friday, '16:00'),
      event('in_progress', monday, '10:00'),
    )
    expect(held.dueAt).toEqual(at(monday, '13:00'))
  })

  test('S25: two pauses in one minute, each shorter than it, and one across a repeated hour', () => {
    const second = (seconds: number) => new Date(opened.at.getTime() + seconds * 1000)
    const short = clock(
      opened,
      { state: 'awaiting_partner', at: second(5) },
      { state: 'in_progress', at: second(15) },
      { state: 'awaiting_partner', at: second(20) },
      { state: 'in_progress', at: second(50) },
    )
    expect(short.dueAt).toEqual(new Date(at(friday, '13:00').getTime() + 40_000))
    const nights = { ...office, intervals: [{ weekday: 7, from: '00:00', to: '08:00' }] }
    // 02:15 is shown twice; the pause lasts from the first to the second.
    const across = clockOf(nights, 4 * hour, [
      { state: 'created', at: new Date('2026-10-24T22:00Z') },
      { state: 'awaiting_partner', at: new Date('2026-10-25T00:15Z') },
      { state: 'in_progress', at: new Date('2026-10-25T01:15Z') },
    ])
    expect(across.dueAt).toEqual(new Date('2026-10-25T03:00Z'))
  })

  test('asking back at the very deadline leaves no time to run on with: the deadline stays', () => {
    const asked = clock(event('created', friday, '13:00'), event('awaiting_partner', friday, '17:00'))
    expect(asked.breachedAt).toEqual(at(friday, '17:00'))
    expect(advanceClock(office, asked, event('in_progress', '2026-11-21', '10:00')).dueAt).toEqual(at(friday, '17:00'))
  })

  test('an answer at the very deadline keeps the promise, one millisecond later breaks it', () => {
    const due = at(friday, '13:00')
    const late = new Date(due.getTime() + 1)
    expect(readClock(office, clock(opened), due)).toMatchObject({ state: 'running', kept: null })
    expect(readClock(office, clock(opened), late)).toMatchObject({ state: 'breached', kept: false, breachedAt: due })
    expect(readClock(office, clock(opened, { state: 'answered', at: due }), late)).toMatchObject({
      state: 'met',
      kept: true,
    })
    expect(readClock(office, clock(opened, { state: 'answered', at: late }), late)).toMatchObject({
      state: 'met',
      kept: false,
      breachedAt: due,
    })
  })
})
