import { expect } from 'vitest'
import type { Actor } from '@/lib/authz'
import { leaksIn, type MailTarget, stranger } from './cast'
import type { Ground } from './ground'
import { type Answer, cookieOf, filled } from './knock'
import { anybody, type Beyond } from './who-may'

/** One request, and everything that it says. */
export type Knock = (actor: Actor, cookie: string) => { said: string; answer: Promise<Answer> }

export type Tries = Beyond & {
  who: string
  /** One of each role, of the company `own`. */
  people: readonly Actor[]
  own: MailTarget
  /** The request that names somebody's `things`, made at the marketplace of `at`. */
  knockWith: (things: MailTarget, at: MailTarget) => Knock
  /** What names things, unfilled: where it is the same for all there is nothing more to try. */
  template: string
  /** Whether it can be done at another marketplace. */
  inMarketplace: boolean
}

type Tried = { row: string; faults: string[]; done: boolean }

/**
 * Tries one row of who-may.ts in full: as each role on one's own, another company's and another marketplace's, the last
 * both there and smuggled in. What anybody may do is tried signed out, by one of the staff and by one partner.
 */
export async function tryAll(ground: Ground, tries: Tries): Promise<void> {
  const { who, people, own, knockWith, template } = tries
  const { company, marketplace } = ground
  const all = who === anybody
  const some = all ? [stranger, ...people.filter(({ role }) => role === 'agent' || role === 'owner')] : people
  const tried = (things: MailTarget, at: MailTarget) => {
    const arrives = tries.signsIn ? memberOf(ground, things) : undefined
    return tryAs(ground, some, knockWith(things, at), arrives)
  }
  const rowFor = (row: string | undefined) => (all ? (row === anybody ? 'yyy' : '---') : (row ?? '---- ---'))
  const differs = (other: MailTarget) => filled(template, other) !== filled(template, own)

  const { done, ...onOwn } = await tried(own, own)
  expect(onOwn, 'on their own').toEqual({ row: rowFor(who), faults: [] })
  expect(done, 'is done by somebody').toBe(/y/.test(who))
  if (!all && differs(company))
    expect(await tried(company, own), "on another company's").toMatchObject({
      row: `${who.slice(0, 4)} ---`,
      faults: [],
    })
  if (differs(marketplace))
    expect(await tried(marketplace, own), "another marketplace's, smuggled in").toMatchObject({
      row: rowFor(tries.smuggled),
      faults: [],
    })
  if (tries.inMarketplace)
    expect(await tried(marketplace, marketplace), 'at another marketplace').toMatchObject({
      row: rowFor(tries.elsewhere ?? (all ? anybody : undefined)),
      faults: [],
    })
}

/** Somebody of the company that these things are of. */
function memberOf({ world }: Ground, { slug, partnerId }: MailTarget): Actor {
  const { marketplaceId } = slug === world.nova.slug ? world.nova : world.orbit
  return { ...world.nova.partners[0].member, marketplaceId, partnerId }
}

/** Which of these a door let through, in the notation of who-may.ts, and what it gave away. All at once. */
async function tryAs(
  { database, rows }: Pick<Ground, 'database' | 'rows'>,
  people: readonly Actor[],
  knock: Knock,
  /** Who everybody is afterwards, where somebody is signed in. */
  arrives?: Actor,
): Promise<Tried> {
  const answers = await Promise.all(
    people.map(async (actor) => {
      const { said, answer } = knock(actor, actor === stranger ? '' : await cookieOf(database, actor))
      return { actor, said, ...(await answer) }
    }),
  )
  const letters = answers.map(({ verdict }) => (verdict.length === 1 ? verdict : '!')).join('')
  const faults = answers.flatMap(({ actor, said, verdict, status, text }) => {
    const who = actor === stranger ? 'signed out' : actor.role
    const leaks = leaksIn(text, arrives ?? actor, rows, said).map((what) => `shows ${who} ${what}`)
    return verdict.length > 1 ? [`${who}: ${verdict} (${status}) ${text.slice(0, 300)}`, ...leaks] : leaks
  })
  return {
    row: letters.length > 4 ? `${letters.slice(0, 4)} ${letters.slice(4)}` : letters,
    faults,
    done: answers.some(({ done, verdict }) => done && verdict === 'y'),
  }
}
