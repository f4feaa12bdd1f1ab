import { getTranslations } from 'next-intl/server'

const HOUR = 60
/** Working hours of a day, as people count them. */
const DAY = 8 * HOUR

/** "Answered within 8 working hours", by topic; `minutes` of business time as `answerTimes` has them (002-10). */
export async function timeWords(minutes: ReadonlyMap<string, number>): Promise<Record<string, string>> {
  const t = await getTranslations('newRequest.topic.time')
  const word = (length: number) => {
    if (length < HOUR) return t('minutes', { count: length })
    return length < 2 * DAY
      ? t('hours', { count: Math.ceil(length / HOUR) })
      : t('days', { count: Math.ceil(length / DAY) })
  }
  return Object.fromEntries([...minutes].map(([topicId, length]) => [topicId, word(length)]))
}
