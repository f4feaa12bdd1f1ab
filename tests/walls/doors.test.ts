import { describe, expect, test } from 'vitest'
import { peopleOf, stranger } from './cast'
import { useGround } from './ground'
import { type Answer, cookieOf, filled, from, knockOn } from './knock'
import { type Tries, tryAll } from './tries'
import { anybody, nameOf, routes } from './who-may'

// Every page and route of the build, over HTTP against the real server: as each role, on one's own, another company's
// and another marketplace's, and signed out.

const ground = useGround()

/** Where a key is asked for and no session, being refused for it is being refused. */
const byKey = (answer: Answer): Answer => (answer.status === 401 ? { ...answer, verdict: '-' } : answer)

describe('the door', () => {
  test.each(Object.entries(routes))('%s', async (name, row) => {
    const { own, stack, world } = ground
    const [method = '', url = ''] = nameOf(name).split(' ')
    const path = row.at ?? url.replace('[marketplace]', '{slug}')
    const inMarketplace = path.includes('{slug}')
    const knockWith: Tries['knockWith'] = (things, at) => (_actor, cookie) => {
      const asked = filled(path, { ...things, slug: at.slug })
      const said = `${asked} ${filled(row.tells ?? '', things)}`
      const bearer = row.keyed && filled(row.keyed, things)
      const answer = knockOn(stack.address, method, asked, cookie, { body: row.body, bearer })
      return { said, answer: row.keyed === undefined ? answer : answer.then(byKey) }
    }
    if (row.who !== anybody) {
      const { answer } = knockWith(own, own)(stranger, '')
      expect((await answer).verdict, 'signed out').toBe(inMarketplace && row.keyed === undefined ? 'signed out' : '-')
    }
    const people = peopleOf(world.nova, world.nova.partners[0])
    const template = `${path.replaceAll('{slug}', '')} ${row.keyed ?? ''}`
    await tryAll(ground, { ...row, people, own, knockWith, template, inMarketplace })
  })
})

test('a file that another site sends is not taken', async () => {
  const cookie = await cookieOf(ground.database, ground.world.nova.agent)
  for (const origin of [from.elsewhere, from.elsewhereUnsaid]) {
    const answer = await knockOn(ground.stack.address, 'POST', '/nova/api/uploads', cookie, { body: 'a file', origin })
    expect(answer).toMatchObject({ verdict: '-', status: 403 })
  }
})

test('the link of a mail tells whose it is at its own marketplace and on its own page only', async () => {
  const { own, stack } = ground
  const tokens = { link: own.linkToken, reset: own.resetToken, invitation: own.invitationToken }
  const shows = async (path: string) => (await knockOn(stack.address, 'GET', path, '')).text.includes('@some.example')
  for (const [kind, token] of Object.entries(tokens)) {
    expect(await shows(`/nova/${kind}/${token}`), kind).toBe(true)
    expect(await shows(`/orbit/${kind}/${token}`), `${kind}, at another marketplace`).toBe(false)
    expect(await shows(`/nova/${kind}/${'x'.repeat(43)}`), `${kind}, made up`).toBe(false)
    for (const other of Object.keys(tokens).filter((one) => one !== kind))
      expect(await shows(`/nova/${other}/${token}`), `${kind}, as ${other}`).toBe(false)
  }
})

test('a read-only link shows its request at its own marketplace alone, tells no other site, and acts nowhere', async () => {
  const { own, stack, database } = ground
  const { subject } = await database.owner.ticket.findFirstOrThrow({ where: { id: own.ticketId } })
  const get = (path: string) => knockOn(stack.address, 'GET', path, '')
  const shown = await get(`/nova/view/${own.viewToken}`)
  expect(shown).toMatchObject({ verdict: 'y', status: 200 })
  expect(shown.text).toContain(subject)
  expect(shown.text).not.toContain('<form')
  expect(shown.text).toContain('<meta name="referrer" content="no-referrer"/>')
  expect(shown.text).toMatch(/<meta name="robots" content="noindex, nofollow/)
  const old = await get(`/nova/view/${own.oldViewToken}`)
  expect(old.status).toBe(200)
  expect(old.text).not.toContain(subject)
  for (const path of [`/orbit/view/${own.viewToken}`, `/nova/view/${'x'.repeat(112)}`, '/nova/view/x'])
    expect(await get(path), path).toMatchObject({ verdict: '-', status: 404 })
})
