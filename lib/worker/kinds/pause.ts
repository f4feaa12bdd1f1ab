import type { Tx } from '@/lib/db'
import { pauseById } from '@/lib/integration'
import { compose } from '@/lib/notifications'
import { partnersOf } from '@/lib/partners'
import type { Kind } from './kind'
import { mailTo, readerOf, whyNotReached } from './reader'

/** A mail about a company's maintenance; not sent when it was ended or extended since. */
function aboutPause(kind: 'pause.reminder' | 'pause.ended'): Kind {
  return {
    async guard(tx, _now, claimed) {
      const pause = await pauseById(tx, claimed.subjectId)
      if (!pause) return 'the maintenance is gone'
      // Who ended it by hand needs no mail that it ends.
      if (kind === 'pause.reminder' && pause.endedAt) return 'the maintenance is over'
      if (kind === 'pause.reminder' && !pause.remindedAt) return 'it was given another end'
      return whyNotReached(tx, claimed)
    },
    async compose(tx, _now, claimed) {
      const reader = await readerOf(tx, claimed)
      const pause = await pauseById(tx, claimed.subjectId)
      if (!reader || !pause) return { why: 'there is nothing to tell any more' }
      const { marketplace, person, timeZone, url, locale } = reader
      const shared = { marketplace: marketplace.name, reader: person.name, timeZone }
      const about = { company: await nameOf(tx, pause.partnerId), until: pause.untilAt, reason: pause.reason }
      const link = url(`/${marketplace.slug}/company#integration`)
      return mailTo(reader, claimed.address, compose(kind, locale, { ...shared, ...about, link }), null)
    },
  }
}

async function nameOf(tx: Tx, partnerId: string): Promise<string> {
  return (await partnersOf(tx, [partnerId])).get(partnerId)?.name ?? ''
}

export const pauseKinds = {
  'pause.reminder': aboutPause('pause.reminder'),
  'pause.ended': aboutPause('pause.ended'),
}
