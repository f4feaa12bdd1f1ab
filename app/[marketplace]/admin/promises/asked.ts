import type { AskedRequest } from '@/lib/sla'
import { PRIORITIES } from '@/lib/tickets/schema'

/** The request that is thought of, as it stands in the address; null while nothing is asked. */
export function readRequest(asked: Record<string, string | string[] | undefined>): AskedRequest | null {
  const text = (name: string) => (typeof asked[name] === 'string' ? (asked[name] as string) : '')
  const [on, time] = [text('on'), text('time')]
  if (on === '' || time === '') return null
  const priority = PRIORITIES.find((one) => one === text('priority')) ?? 'normal'
  const uuid = /^[0-9a-f-]{36}$/i
  return { topicId: uuid.test(text('topic')) ? text('topic') : NO_TOPIC, priority, tier: text('tier'), on, time }
}

/** No topic has it: what is promised to any. */
export const NO_TOPIC = '00000000-0000-0000-0000-000000000000'
