import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/authz'
import { type BuiltAction, builtActions } from './built'
import type { MailTarget } from './cast'
import { useGround } from './ground'
import { act, cookieOf, filled, from, hidden, knockOn, stateIn } from './knock'
import { type Tries, tryAll } from './tries'
import { actions, anybody, fromAnywhere, nameOf } from './who-may'

// Every server action of the build, over HTTP against the real server: as each role, on one's own, another company's
// and another marketplace's, signed out, and from another site.

const ground = useGround()
const built = new Map(builtActions().map((action) => [action.name, action]))

describe('the action', () => {
  test.each(Object.entries(actions))('%s', async (name, { form, sets, when, has = '', side, ...row }) => {
    const action = built.get(nameOf(name))
    if (!action) throw new Error('it is not in the build')
    const { stack, database } = ground
    const named = [...Object.values(form), pageOf(action), has].join(' ')
    const { people, target: own } = await ground.newCompany(named, when)
    // The page it is posted to is one's own; what the form says is what is tried.
    const page = filled(pageOf(action), own)
    const call = (actor: Actor, things: MailTarget, at: MailTarget) => {
      const fields = Object.entries(form).map(([field, value]) => [field, filled(value, things)])
      return { page, sets, form: { ...hidden(actor, at), ...Object.fromEntries(fields) } }
    }
    const knockWith: Tries['knockWith'] = (things, at) => (actor, cookie) => {
      const made = call(actor, things, at)
      return { said: JSON.stringify(made), answer: act(stack.address, action, { ...made, cookie }) }
    }
    const [agent] = people
    if (!agent) throw new Error('nobody tries')

    const sent = { ...call(agent, own, own), cookie: await cookieOf(database, agent) }
    // Next refuses a foreign Origin by itself; where a browser says less, we do.
    const foreign = await act(stack.address, action, { ...sent, origin: from.elsewhere })
    expect([foreign.status, foreign.done], 'from another site').toEqual([500, false])
    const unsaid = await act(stack.address, action, { ...sent, origin: from.elsewhereUnsaid })
    expect(unsaid.verdict, 'from another site, without Origin').toBe(fromAnywhere.includes(name) ? 'y' : '-')

    if (row.who !== anybody) {
      const signedOut = await act(stack.address, action, { ...sent, cookie: '' })
      expect(signedOut.verdict, 'signed out').toBe(sets ? '-' : 'signed out')
    }
    const wrong = side && people.find((actor) => actor.side !== side)
    if (wrong) {
      const odd = { page, form: { ...hidden(wrong, own), unheardOf: '1' }, cookie: await cookieOf(database, wrong) }
      expect((await act(stack.address, action, odd)).verdict, 'the other side, at the door').toBe('-')
    }
    // An id that is made anew each time names nothing.
    const template = Object.values(form).join(' ').replaceAll('{newId}', '')
    await tryAll(ground, { ...row, people, own, knockWith, template, inMarketplace: true })
  })

  test('answers are read out of the stream', () => {
    const stream = '0:{"a":"$@1"}\n1:{"status":"refused","why":"not_found","message":"..."}\n'
    expect(stateIn(stream)).toEqual({ status: 'refused', why: 'not_found' })
    expect(stateIn('1:{"status":"ok","value":null}')).toEqual({ status: 'ok', why: undefined })
    expect(stateIn('nothing')).toEqual({ status: undefined, why: undefined })
  })
})

test('who signed out is signed out on the next request', async () => {
  const { stack, database, world, own } = ground
  const action = built.get('lib/web/sign-in-actions.ts signOutAction')
  if (!action) throw new Error('it is not in the build')
  const { agent } = world.nova
  const cookie = await cookieOf(database, agent)
  expect((await knockOn(stack.address, 'GET', '/nova/desk', cookie)).verdict).toBe('y')
  await act(stack.address, action, { page: '/nova/sign-in', cookie, form: hidden(agent, own), sets: 'any' })
  expect((await knockOn(stack.address, 'GET', '/nova/desk', cookie)).verdict).toBe('signed out')
})

/** A page from which an action may be called; for what strangers may do, one that they may open. */
function pageOf({ pages }: BuiltAction): string {
  const page = pages.find((one) => one.endsWith('/sign-in/page')) ?? pages[0]
  if (!page) throw new Error('no page calls it')
  return page
    .replace(/\/page$/, '')
    .replace(/\/\([^/]+\)/g, '')
    .replace('[marketplace]', '{slug}')
    .replace('[number]', '{number}')
    .replace('/calls/[id]', '/calls/{callId}')
    .replace('[id]', '{escalationId}')
    .replace('[token]', '{oldViewToken}')
}
