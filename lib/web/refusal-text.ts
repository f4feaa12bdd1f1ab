import { log } from '@/lib/foundation/log'
import type { Refused } from '@/lib/foundation/outcome'
import { formatsFor } from '@/lib/i18n/format'
import { translatorFor } from '@/lib/i18n/translator'
import type { Viewer } from './viewer'

/** The sentence of a refusal in the reader's language, its times in her zone. Every reason of every room has one. */
export function refusalText(viewer: Viewer, { why, details }: Refused<string>): string {
  const t = translatorFor(viewer.locale, 'refusals')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const values = Object.entries(details ?? {}).flatMap(([name, value]) => {
    if (value instanceof Date) return [[name, formats.promise(value)] as const]
    return typeof value === 'object' ? [] : [[name, value] as const]
  })
  if (t.has(why as 'other')) return t(why as 'other', Object.fromEntries(values))
  log.error({ why }, 'a refusal without a sentence')
  return t('other')
}
