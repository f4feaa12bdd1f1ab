import { type Formats, type Locale, translatorFor } from '@/lib/i18n'
import type { NoticeView } from './schema'

/** What a notice says, in one line: on the page of notices and in a digest. Nothing that people wrote stands in it. */
export function noticeLine(
  locale: Locale,
  formats: Formats,
  { kind, data }: Pick<NoticeView, 'kind' | 'data'>,
): string {
  const t = translatorFor(locale, 'notices')
  if (kind === 'ticket.reminder') {
    const closesAt = new Date(String(data.closesAt))
    return t('kind.ticket.reminder', { when: formats.promise(closesAt) })
  }
  if (kind === 'agent.rated') return t('kind.agent.rated', { stars: Number(data.stars) })
  if (kind === 'promise.warning' || kind === 'promise.breach') {
    const when = formats.promise(new Date(String(data.dueAt)))
    return t(`kind.${kind}`, { promise: String(data.promise), when })
  }
  return t(`kind.${kind}`)
}
