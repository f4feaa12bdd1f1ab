import type { translatorFor } from '@/lib/i18n'
import type { Stretch } from '@/lib/oncall/schema'

type Words = ReturnType<typeof translatorFor<'schedule'>>

/** "63 hours", "1 hour 30 minutes": how long a gap is. */
export function lengthOf(t: Words, { from, to }: Stretch): string {
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000)
  return t('gapLength', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
