import { codeOf, methodFor, unreachableOf } from '@/lib/contacts'
import type { Tx } from '@/lib/db'
import type { Claimed } from '@/lib/delivery'
import { peopleOf } from '@/lib/identity'
import { compose } from '@/lib/notifications'
import { scheduleOf } from '@/lib/oncall'
import type { Kind } from './kind'
import { mailTo, type Reader, readerOf, whyNotReached } from './reader'

/** The page on which somebody sees to her own phone. */
function phonePath({ marketplace, person }: Reader): string {
  return `/${marketplace.slug}/${person.partnerId === null ? 'oncall' : 'me'}/phone`
}

function shared(reader: Reader) {
  const { marketplace, person, timeZone, url } = reader
  return { marketplace: marketplace.name, reader: person.name, timeZone, link: url(phonePath(reader)) }
}

async function methodBehind(tx: Tx, { recipientId, channel, address }: Claimed) {
  return recipientId ? methodFor(tx, { recipientId, channel, address }) : null
}

/** A code is wanted while no newer one was asked for and it still counts. */
const code: Kind = {
  async guard(tx, now, claimed) {
    const method = await methodBehind(tx, claimed)
    if (!method || method.verifiedAt) return 'there is nothing left to prove'
    const { codeExpiresAt } = method
    if (codeExpiresAt?.getTime() !== claimed.payload.expires) return 'another code was asked for'
    return codeExpiresAt && codeExpiresAt > now ? whyNotReached(tx, claimed) : 'the code is over'
  },
  async compose(tx, _now, claimed) {
    const reader = await readerOf(tx, claimed)
    const method = await methodBehind(tx, claimed)
    if (!reader || !method?.codeExpiresAt) return { why: 'there is nothing left to prove' }
    const { id, codeExpiresAt } = method
    const data = { ...shared(reader), code: codeOf({ id, codeExpiresAt }), expiresAt: codeExpiresAt }
    return mailTo(reader, claimed.address, compose('contact.code', reader.locale, data), null)
  },
}

const test: Kind = {
  async guard(tx, _now, claimed) {
    const method = await methodBehind(tx, claimed)
    if (!method || method.disabledAt) return 'the method is gone'
    return method.testId === claimed.subjectId ? whyNotReached(tx, claimed) : 'another test was sent'
  },
  async compose(tx, _now, claimed) {
    const reader = await readerOf(tx, claimed)
    if (!reader) return { why: 'the reader is no longer here' }
    return mailTo(reader, claimed.address, compose('contact.test', reader.locale, shared(reader)), null)
  },
}

/** Beside the point as soon as something reaches her, and when the shift is over. */
const unreachable: Kind = {
  async guard(tx, now, claimed) {
    const { to } = claimed.payload
    if (typeof to === 'string' && new Date(to) <= now) return 'the shift is over'
    const still = await unreachableOf(tx, [claimed.subjectId])
    return still.length > 0 ? whyNotReached(tx, claimed) : 'a page reaches her by now'
  },
  async compose(tx, now, claimed) {
    const reader = await readerOf(tx, claimed)
    const { scheduleId, from, to } = claimed.payload
    const schedule = await scheduleOf(tx, String(scheduleId), now)
    const her = (await peopleOf(tx, [claimed.subjectId])).get(claimed.subjectId)
    if (!reader || !schedule || !her) return { why: 'there is nothing to tell any more' }
    const yours = claimed.recipientId === claimed.subjectId
    const link = yours ? {} : { link: reader.url(`/${reader.marketplace.slug}/oncall/schedule`) }
    const shift = { from: new Date(String(from)), to: typeof to === 'string' ? new Date(to) : null }
    const data = { ...shared(reader), ...link, name: yours ? null : her.name, schedule: schedule.name, ...shift }
    return mailTo(reader, claimed.address, compose('oncall.unreachable', reader.locale, data), null)
  },
}

export const contactKinds = { 'contact.code': code, 'contact.test': test, 'oncall.unreachable': unreachable }
