import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MoveFacts, move, possibleActs, TICKET_ACTS, type TicketAct } from '@/lib/tickets/lifecycle'
import { clock, TICKET_STATES, type TicketState, whoseTurn } from '@/lib/tickets/states'

const DAY = 24 * 60 * 60 * 1000
const completedAt = new Date('2026-03-01T12:00:00Z')
const fresh: MoveFacts = { now: new Date(completedAt.getTime() + DAY), completedAt, ratedAt: null, ratingDays: 30 }

/** The agreed table as a person writes it, apart from the code's own: columns in the order of `COLUMNS`. */
const AGREED = `
created          | created     | completed cancelled | -               | in_progress      | in_progress      | created          | answered | awaiting_partner | completed agent | -
in_progress      | in_progress | completed cancelled | -               | in_progress      | in_progress      | in_progress      | answered | awaiting_partner | completed agent | -
awaiting_partner | in_progress | completed cancelled | -               | awaiting_partner | awaiting_partner | awaiting_partner | answered | awaiting_partner | completed agent | completed auto
answered         | in_progress | completed solved    | completed rated | answered         | answered         | answered         | answered | awaiting_partner | completed agent | completed auto
completed        | -           | -                   | completed       | -                | -                | completed        | -        | -                | -               | -`
const COLUMNS: TicketAct[] = [
  'partner.message',
  'partner.cancel',
  'partner.rate',
  'agent.take',
  'agent.assign',
  'agent.note',
  'agent.answer',
  'agent.ask',
  'agent.close',
  'worker.autoClose',
]

const cells = AGREED.trim()
  .split('\n')
  .flatMap((line) => {
    const [state, ...to] = line.split('|').map((cell) => cell.trim())
    return COLUMNS.map((act, column) => ({ state: state as TicketState, act, to: to[column] ?? '' }))
  })

test('the table speaks of every state and every act', () => {
  expect(cells).toHaveLength(TICKET_STATES.length * TICKET_ACTS.length)
  expect([...COLUMNS].sort()).toEqual([...TICKET_ACTS].sort())
})

test.each(cells)('$state + $act = $to (003-20 to 003-29)', ({ state, act, to }) => {
  const [next, reason] = to.split(' ')
  const done = move(state, act, fresh)
  if (to === '-') expect(done.ok).toBe(false)
  else expect(done).toEqual(reason ? { ok: true, state: next, reason } : { ok: true, state: next })
})

test('every refusal says why (003-29: a message after completion is a new request that follows)', () => {
  const whys = (state: TicketState) =>
    Object.fromEntries(
      TICKET_ACTS.map((act) => [act, move(state, act, fresh)]).filter(([, done]) => !(done as { ok: boolean }).ok),
    )
  const early = { ok: false, why: 'not_answered' }
  const over = { ok: false, why: 'already_completed' }
  expect(whys('created')).toEqual({ 'partner.rate': early, 'worker.autoClose': early })
  expect(whys('in_progress')).toEqual({ 'partner.rate': early, 'worker.autoClose': early })
  expect(whys('awaiting_partner')).toEqual({ 'partner.rate': early })
  expect(whys('answered')).toEqual({})
  expect(whys('completed')).toEqual({
    'partner.message': { ok: false, why: 'follow_up' },
    'partner.cancel': over,
    'agent.take': over,
    'agent.assign': over,
    'agent.answer': over,
    'agent.ask': over,
    'agent.close': over,
    'worker.autoClose': over,
  })
})

test("a completed request is rated once, within the marketplace's days (003-23)", () => {
  const rate = (facts: Partial<MoveFacts>) => move('completed', 'partner.rate', { ...fresh, ...facts })
  const last = new Date(completedAt.getTime() + 30 * DAY)
  expect(rate({ now: last })).toEqual({ ok: true, state: 'completed' })
  expect(rate({ now: new Date(last.getTime() + 1) })).toEqual({ ok: false, why: 'rating_closed' })
  expect(rate({ ratedAt: completedAt })).toEqual({ ok: false, why: 'already_rated' })
  expect(rate({ completedAt: null })).toEqual({ ok: false, why: 'rating_closed' })
  expect(rate({ now: last, ratingDays: 29 })).toEqual({ ok: false, why: 'rating_closed' })
  expect(rate({ ratingDays: 1 })).toEqual({ ok: true, state: 'completed' })
})

test('what a page offers is what would not be refused', () => {
  expect(possibleActs('completed', fresh)).toEqual(['partner.rate', 'agent.note'])
  expect(possibleActs('completed', { ...fresh, ratedAt: fresh.now })).toEqual(['agent.note'])
  expect(possibleActs('answered', fresh)).toEqual([...TICKET_ACTS])
})

test('whose turn and which clock', () => {
  expect(TICKET_STATES.map((state) => `${state}: ${whoseTurn(state)}, ${clock(state)}`)).toEqual([
    'created: us, runs',
    'in_progress: us, runs',
    'awaiting_partner: partner, paused',
    'answered: partner_may, met',
    'completed: nobody, closed',
  ])
})

const acts = fc.array(fc.constantFrom(...TICKET_ACTS), { maxLength: 30 })

test('in any story: completed is for good and has one reason; only an agent answers; only a partner brings it back to work', () => {
  fc.assert(
    fc.property(acts, (story) => {
      let state: TicketState = 'created'
      const reasons: string[] = []
      for (const act of story) {
        const done = move(state, act, fresh)
        if (!done.ok) continue
        if (done.reason) reasons.push(done.reason)
        if (state === 'completed') expect(done).toEqual({ ok: true, state: 'completed' })
        expect(done.reason !== undefined).toBe(done.state === 'completed' && state !== 'completed')
        if (done.state === 'answered' && state !== 'answered') expect(act).toBe('agent.answer')
        if (done.state === 'awaiting_partner' && state !== 'awaiting_partner') expect(act).toBe('agent.ask')
        if (done.state === 'created') expect(state).toBe('created')
        const waitsForPartner = state === 'answered' || state === 'awaiting_partner'
        if (done.state === 'in_progress' && waitsForPartner) expect(act).toBe('partner.message')
        if (act === 'agent.note') expect(done.state).toBe(state)
        state = done.state
      }
      expect(reasons).toHaveLength(state === 'completed' ? 1 : 0)
    }),
    { numRuns: 1_000 },
  )
})

test('nobody is stuck: from every open state somebody on each side can act, and a message always reaches us', () => {
  for (const state of TICKET_STATES.filter((each) => each !== 'completed')) {
    const possible = possibleActs(state, fresh)
    expect(possible).toEqual(
      expect.arrayContaining(['partner.message', 'partner.cancel', 'agent.answer', 'agent.close']),
    )
    const done = move(state, 'partner.message', fresh)
    expect(done.ok && whoseTurn(done.state)).toBe('us')
  }
})
