import type { Tx } from '@/lib/db'
import { peopleOf } from '@/lib/identity'
import { compose } from '@/lib/notifications'
import { type Cover, coverOf, scheduleOf } from '@/lib/oncall'
import type { Kind } from './kind'
import { mailTo, type Reader, readerOf, whyNotReached } from './reader'

type CoverMail = 'oncall.cover_asked' | 'oncall.cover_taken' | 'oncall.cover_withdrawn'

/** A mail about a request for cover, from what became of it; not sent when it is beside the point by now. */
function aboutCover(kind: CoverMail): Kind {
  return {
    async guard(tx, now, claimed) {
      const cover = await coverOf(tx, claimed.subjectId)
      if (!cover || cover.to <= now) return 'the shift is over'
      if (kind === 'oncall.cover_asked' && cover.takenById) return 'somebody has taken it'
      if (kind === 'oncall.cover_asked' && cover.withdrawnAt) return 'it was withdrawn'
      return whyNotReached(tx, claimed)
    },
    async compose(tx, _now, claimed) {
      const reader = await readerOf(tx, claimed)
      const cover = await coverOf(tx, claimed.subjectId)
      const schedule = cover && (await scheduleOf(tx, cover.scheduleId))
      if (!reader || !cover || !schedule) return { why: 'there is nothing to tell any more' }
      const shared = { ...(await aboutStretch(tx, reader, cover)), schedule: schedule.name }
      if (kind === 'oncall.cover_asked') {
        const asked = { ...shared, note: cover.note, personally: cover.askedId !== null }
        return mailTo(reader, claimed.address, compose(kind, reader.locale, asked), null)
      }
      if (kind === 'oncall.cover_withdrawn')
        return mailTo(reader, claimed.address, compose(kind, reader.locale, shared), null)
      const by = await nameOf(tx, cover.takenById)
      return mailTo(reader, claimed.address, compose(kind, reader.locale, { ...shared, by }), null)
    },
  }
}

async function aboutStretch(tx: Tx, reader: Reader, { from, to, scheduleId, requestedById }: Cover) {
  return { ...framed(reader, scheduleId), from, to, requestedBy: await nameOf(tx, requestedById) }
}

function framed({ marketplace, person, timeZone, url }: Reader, scheduleId: string) {
  const link = url(`/${marketplace.slug}/oncall/schedule?schedule=${scheduleId}`)
  return { marketplace: marketplace.name, reader: person.name, timeZone, link }
}

async function nameOf(tx: Tx, membershipId: string | null): Promise<string> {
  return (membershipId && (await peopleOf(tx, [membershipId])).get(membershipId)?.name) || ''
}

const gap: Kind = {
  async guard(tx, now, claimed) {
    const schedule = await scheduleOf(tx, claimed.subjectId, now)
    if (!schedule || schedule.archivedAt) return 'the schedule is gone'
    return whyNotReached(tx, claimed)
  },
  async compose(tx, now, claimed) {
    const reader = await readerOf(tx, claimed)
    const schedule = await scheduleOf(tx, claimed.subjectId, now)
    if (!reader || !schedule) return { why: 'there is nothing to tell any more' }
    const { from, to } = claimed.payload
    const stretch = { from: new Date(String(from)), to: to === null ? null : new Date(String(to)) }
    const data = { ...framed(reader, schedule.id), schedule: schedule.name, ...stretch }
    return mailTo(reader, claimed.address, compose('oncall.gap', reader.locale, data), null)
  },
}

export const coverKinds = {
  'oncall.cover_asked': aboutCover('oncall.cover_asked'),
  'oncall.cover_taken': aboutCover('oncall.cover_taken'),
  'oncall.cover_withdrawn': aboutCover('oncall.cover_withdrawn'),
  'oncall.gap': gap,
}
