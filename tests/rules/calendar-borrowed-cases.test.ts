import { describe, expect, test } from 'vitest'
import {
  addBusiness,
  business,
  type CalendarHours,
  isOpen,
  openSegments,
  subtractBusiness,
  toInstant,
} from '@/lib/calendar'
import { always, weekdays } from './calendar-arbitraries'

const hour = 3_600_000
const at = (zone: string, date: string, time: string) => toInstant(date, time, zone, 'start')

/* Cases that other people's trackers and manuals got wrong, under the names they have there. 2026-11-20 is a Friday. */
describe('business time: borrowed cases', () => {
  const zone = 'Europe/Rome'
  const nineToFive = weekdays(zone, ['09:00', '17:00'])

  test('wrong vendor example 1: 8 h from Friday 17:00 on 9-17 is Monday 17:00, not Monday 9:00', () => {
    expect(addBusiness(nineToFive, at(zone, '2026-11-20', '17:00'), 8 * hour)).toEqual(at(zone, '2026-11-23', '17:00'))
  })

  test('wrong vendor example 2: 4 h from Friday 16:00 on 8-17 is Monday 11:00, not Tuesday 11:00', () => {
    const eightToFive = weekdays(zone, ['08:00', '17:00'])
    expect(addBusiness(eightToFive, at(zone, '2026-11-20', '16:00'), 4 * hour)).toEqual(at(zone, '2026-11-23', '11:00'))
  })

  test('S6 (zammad#390): a holiday of the feed that is none is switched off by taking it out', () => {
    const martin = { ...nineToFive, holidays: [{ date: '2026-11-11', name: 'San Martino' }] }
    const start = at(zone, '2026-11-10', '16:00')
    expect(addBusiness(martin, start, 2 * hour)).toEqual(at(zone, '2026-11-12', '10:00'))
    expect(addBusiness(nineToFive, start, 2 * hour)).toEqual(at(zone, '2026-11-11', '10:00'))
  })

  test('S13 (glpi#22678): one hour before Tuesday 11:00 is Tuesday 10:00, before Tuesday 09:30 it is Monday', () => {
    expect(subtractBusiness(nineToFive, at(zone, '2026-11-24', '11:00'), hour)).toEqual(at(zone, '2026-11-24', '10:00'))
    expect(subtractBusiness(nineToFive, at(zone, '2026-11-24', '09:30'), hour)).toEqual(at(zone, '2026-11-23', '16:30'))
  })

  test('S8 (zammad#4432, #2157): one hour before Monday 10:00 is Monday 09:00, not Friday evening', () => {
    expect(subtractBusiness(nineToFive, at(zone, '2026-11-23', '10:00'), hour)).toEqual(at(zone, '2026-11-23', '09:00'))
  })

  test('S14 (frappe/helpdesk#1554): opened on a holiday, the time counts from the next opening', () => {
    const christmas = { ...nineToFive, holidays: [{ date: '2026-12-25', name: 'Natale' }] }
    expect(addBusiness(christmas, at(zone, '2026-12-25', '11:00'), hour)).toEqual(at(zone, '2026-12-28', '10:00'))
  })

  test('S16 (dbt_zendesk#25, #114): across a clock change the offset of that day counts', () => {
    const newYork = weekdays('America/New_York', ['09:00', '17:00'])
    const friday = at('America/New_York', '2026-03-06', '16:00')
    expect(addBusiness(newYork, friday, 2 * hour)).toEqual(new Date('2026-03-09T14:00Z'))
    expect(business(newYork, friday, new Date('2026-03-09T14:00Z'))).toBe(2 * hour)
  })

  test('S16: the hour that was skipped was never worked, the one shown twice was worked twice', () => {
    const nights = { ...always(zone), intervals: [{ weekday: 7, from: '00:00', to: '06:00' }] }
    const spring = openSegments(nights, at(zone, '2026-03-28', '12:00'), at(zone, '2026-03-29', '12:00'))
    expect(spring).toEqual([{ from: new Date('2026-03-28T23:00Z'), to: new Date('2026-03-29T04:00Z') }])
    expect(business(nights, at(zone, '2026-10-24', '12:00'), at(zone, '2026-10-25', '12:00'))).toBe(7 * hour)
  })

  test('S17 (dbt_zendesk#117): a holiday lies in the zone of the calendar, also past midnight UTC', () => {
    const late: CalendarHours = {
      ...weekdays('America/New_York', ['09:00', '20:00']),
      holidays: [{ date: '2026-11-26', name: 'Thanksgiving' }],
    }
    // Thursday 00:30 UTC is still Wednesday evening in New York, and Friday 00:30 UTC still the holiday.
    expect(isOpen(late, new Date('2026-11-26T00:30Z'))).toBe(true)
    expect(isOpen(late, new Date('2026-11-27T00:30Z'))).toBe(false)
  })

  test('S21 (biz#73): a day is what its hours say, 8 h from Monday 12:00 is Tuesday 12:00 and not Tuesday midnight', () => {
    expect(addBusiness(nineToFive, at(zone, '2026-11-23', '12:00'), 8 * hour)).toEqual(at(zone, '2026-11-24', '12:00'))
  })

  test('S22 (biz PR#37, vue-business-hours PR#26): days that begin or end at a time that does not exist', () => {
    const havana = always('America/Havana')
    expect(business(havana, new Date('2026-03-07T05:00Z'), new Date('2026-03-09T04:00Z'))).toBe(47 * hour)
    const untilMidnight = { ...havana, intervals: [{ weekday: 6, from: '20:00', to: '24:00' }] }
    // The end of Saturday 7 March is the first instant of Sunday, 01:00; that of 31 October comes after 00:00 was shown twice.
    expect(business(untilMidnight, new Date('2026-03-07T12:00Z'), new Date('2026-03-08T12:00Z'))).toBe(4 * hour)
    expect(business(untilMidnight, new Date('2026-10-31T12:00Z'), new Date('2026-11-01T12:00Z'))).toBe(5 * hour)
  })

  test('S22: a midnight shown twice belongs to the day before until its last, to the day after from its first', () => {
    const saturdays = { ...always('America/Havana'), intervals: [{ weekday: 6, from: '20:00', to: '24:00' }] }
    expect(business(saturdays, new Date('2026-11-01T04:30Z'), new Date('2026-11-01T06:00Z'))).toBe(hour / 2)
    // At 00:01 on Sunday clocks in Newfoundland went back to 23:01 on Saturday: Sunday had begun, and goes on.
    const sundays = { ...always('America/St_Johns'), intervals: [{ weekday: 7, from: '00:00', to: '24:00' }] }
    expect(business(sundays, new Date('2010-11-07T02:00Z'), new Date('2010-11-07T02:45Z'))).toBe(hour / 4)
  })

  test('S22: a Friday that did not take place has no hours', () => {
    const apia = weekdays('Pacific/Apia', ['09:00', '17:00'])
    expect(business(apia, new Date('2011-12-29T00:00Z'), new Date('2012-01-02T00:00Z'))).toBe(
      business(apia, new Date('2011-12-29T00:00Z'), new Date('2011-12-30T10:00Z')) + 5 * hour,
    )
    const friday = { ...apia, intervals: [{ weekday: 5, from: '09:00', to: '17:00' }] }
    expect(business(friday, new Date('2011-12-28T00:00Z'), new Date('2012-01-02T00:00Z'))).toBe(0)
  })

  test('S23 (frappe/helpdesk#2212): the lunch break pauses', () => {
    const office = weekdays(zone, ['09:00', '13:00'], ['14:00', '18:00'])
    expect(addBusiness(office, at(zone, '2026-11-20', '12:30'), hour)).toEqual(at(zone, '2026-11-20', '14:30'))
    expect(isOpen(office, at(zone, '2026-11-20', '13:00'))).toBe(false)
    expect(isOpen(office, at(zone, '2026-11-20', '14:00'))).toBe(true)
  })

  test('S27: a deadline at closing time stays at closing time, not at the next opening', () => {
    expect(addBusiness(nineToFive, at(zone, '2026-11-20', '16:00'), hour)).toEqual(at(zone, '2026-11-20', '17:00'))
    expect(addBusiness(nineToFive, at(zone, '2026-11-20', '16:00'), hour + 1)).toEqual(
      new Date(at(zone, '2026-11-23', '09:00').getTime() + 1),
    )
  })

  test('a holiday with hours of its own has these and no others', () => {
    const eve = {
      ...nineToFive,
      holidays: [{ date: '2026-12-24', name: 'Vigilia', open: [{ from: '08:00', to: '10:00' }] }],
    }
    const [from, to] = [at(zone, '2026-12-24', '00:00'), at(zone, '2026-12-25', '00:00')]
    expect(openSegments(eve, from, to)).toEqual([
      { from: at(zone, '2026-12-24', '08:00'), to: at(zone, '2026-12-24', '10:00') },
    ])
  })
})
