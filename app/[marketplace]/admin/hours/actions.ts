'use server'

import { dayInput, hoursInput } from '@/lib/calendar/schema'
import { saveCalendar, saveDay } from '@/lib/sla'
import { defineAction, leadTo } from '@/lib/web'

const pathOf = (slug: string, calendarId: string, more = '') =>
  `/${slug}/admin/hours?calendar=${calendarId}${more}&saved=1`

/** Fields: calendarId (left out for a new one), name, timeZone, country, part, day1 to day7. */
export const saveCalendarAction = defineAction({
  schema: hoursInput,
  side: 'staff',
  run: async (actor, input, { marketplace }) =>
    leadTo(await saveCalendar(actor, input), ({ calendarId }) => pathOf(marketplace.slug, calendarId)),
})

/** Fields: calendarId, date, choice, hours; name for a day of our own. */
export const saveDayAction = defineAction({
  schema: dayInput,
  side: 'staff',
  run: async (actor, input, { marketplace }) =>
    leadTo(await saveDay(actor, input), ({ calendarId, date }) =>
      pathOf(marketplace.slug, calendarId, `&year=${date.slice(0, 4)}`),
    ),
})
