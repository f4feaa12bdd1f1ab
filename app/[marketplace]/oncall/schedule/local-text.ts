import { wallAt } from '@/lib/calendar'

/** What a clock of `zone` shows at an instant, as a date and time field takes it: 'YYYY-MM-DDTHH:MM'. */
export function localText(zone: string, at: Date): string {
  return new Date(wallAt(zone, at.getTime())).toISOString().slice(0, 16)
}
