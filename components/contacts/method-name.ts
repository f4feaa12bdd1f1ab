import type { MethodView } from '@/lib/contacts/schema'

type Named = Pick<MethodView, 'channel' | 'label' | 'address'>
type Words = (channel: 'mail' | 'pushOther' | 'ntfy' | 'webhook' | 'sms' | 'voice') => string

/** "Mail, night@shop.example", or the name that she gave. `words`: the translator of `phone.channel`. */
export function methodName({ channel, label, address }: Named, words: Words): string {
  return `${words(channel === 'push' ? 'pushOther' : channel)}, ${label ?? address}`
}
