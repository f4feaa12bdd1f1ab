import { instantOfWall } from '@/lib/calendar'

const DAY = 86_400_000

/** The first instant of a day written as 2026-11-22, in that zone; null for none and for what is no day. */
export function dayStart(day: string | undefined, zone: string): Date | null {
  const wall = wallOfDay(day)
  return wall === null ? null : new Date(instantOfWall(zone, wall, 'start'))
}

/** The first instant after that day; days of 23 and 25 hours end when they end. */
export function dayEnd(day: string | undefined, zone: string): Date | null {
  const wall = wallOfDay(day)
  return wall === null ? null : new Date(instantOfWall(zone, wall + DAY, 'start'))
}

/** Whether it is a day at all: 30 February is none, nor is a year that somebody is still typing (0002). */
export function isDay(day: string | undefined): day is string {
  return wallOfDay(day) !== null
}

function wallOfDay(day: string | undefined): number | null {
  if (!day || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(day)) return null
  const wall = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(wall) && new Date(wall).toISOString().startsWith(day) ? wall : null
}
