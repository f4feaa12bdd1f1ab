/** Between ten in the evening and seven in the morning ('HH:MM' there) people are asleep. */
export function isNight(time: string): boolean {
  const hour = Number(time.slice(0, 2))
  return hour >= 22 || hour < 7
}
