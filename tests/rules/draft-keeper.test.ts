import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DraftKeeper, type DraftState } from '@/components/form/draft-keeper'
import type { Written } from '@/lib/drafts/schema'

// A browser and a server as small as they can be: what a device keeps, tabs that hear each other, one row with a version.

type Row = { written: Written; version: number } | null
let row: Row
let answers: 'well' | 'not at all' | 'signed out' | 'after it has saved, not at all'
let shelf: Map<string, string>
let lines: Set<Line>

class Line {
  onmessage: ((event: { data: unknown }) => void) | null = null
  constructor() {
    lines.add(this)
  }
  postMessage(data: unknown) {
    for (const line of lines) if (line !== this) line.onmessage?.({ data: structuredClone(data) })
  }
  close() {
    lines.delete(this)
  }
}

async function server(_address: string, { method = 'GET', body }: { method?: string; body?: string } = {}) {
  if (answers === 'not at all') throw new TypeError('no network')
  if (answers === 'signed out') return Response.json({ why: 'signed_out' }, { status: 401 })
  if (method === 'GET') return Response.json({ draft: row })
  if (method === 'DELETE') {
    row = null
    return Response.json(null)
  }
  const { written, version } = JSON.parse(body ?? '{}')
  if (row && row.version !== version && JSON.stringify(row.written) !== JSON.stringify(written))
    return Response.json({ why: 'changed_elsewhere', draft: row }, { status: 409 })
  row = { written, version: version + 1 }
  if (answers === 'after it has saved, not at all') throw new TypeError('no network')
  return Response.json({ version: row.version })
}

/** One tab with one form in it. */
function tab(brought: Row = row) {
  const seen = { text: undefined as string | undefined, state: { status: 'idle', theirs: null } as DraftState }
  const keeper = new DraftKeeper(
    { key: 'me:new:1', address: '/drafts/new:1', brought },
    {
      state: (state) => {
        seen.state = state
      },
      restore: ({ body = '' }) => {
        seen.text = String(body)
      },
    },
  )
  keeper.start()
  const type = (text: string) => {
    seen.text = text
    keeper.type({ body: text })
  }
  return { seen, keeper, type }
}

const pass = (seconds = 2) => vi.advanceTimersByTimeAsync(seconds * 1000)
const kept = () => JSON.parse(shelf.get('draft:me:new:1') ?? 'null')

beforeEach(() => {
  vi.useFakeTimers()
  row = null
  answers = 'well'
  shelf = new Map()
  lines = new Set()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('BroadcastChannel', Line)
  vi.stubGlobal('fetch', server)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, text: string) => shelf.set(key, text),
    removeItem: (key: string) => shelf.delete(key),
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a draft in the browser', () => {
  test('is on the device at once and on the server soon after', async () => {
    const { type, seen } = tab()
    type('Hello')
    await pass(0.4)
    expect(kept()).toMatchObject({ written: { body: 'Hello' }, dirty: true })
    expect(row).toBeNull()
    await pass()
    expect(row).toEqual({ written: { body: 'Hello' }, version: 1 })
    expect(kept()).toMatchObject({ version: 1, dirty: false })
    expect(seen.state.status).toBe('saved')
  })

  test('is saved while somebody types without a pause', async () => {
    const { type } = tab()
    for (let second = 0; second < 12; second++) {
      type(`word ${second}`)
      await pass(1)
    }
    expect(row).not.toBeNull()
  })

  test('waits on the device for a network, and comes back with the next page', async () => {
    const first = tab()
    answers = 'not at all'
    first.type('On the train')
    await pass()
    expect(first.seen.state.status).toBe('here')
    first.keeper.stop()
    const second = tab(null)
    await pass()
    expect(second.seen.text).toBe('On the train')
    answers = 'well'
    window.dispatchEvent(new Event('online'))
    await pass()
    expect(row).toMatchObject({ written: { body: 'On the train' } })
    expect(second.seen.state.status).toBe('saved')
  })

  test('waits on the device for a new session', async () => {
    const { type, seen } = tab()
    answers = 'signed out'
    type('After hours')
    await pass()
    expect(seen.state.status).toBe('signed_out')
    expect(kept()).toMatchObject({ written: { body: 'After hours' }, dirty: true })
    answers = 'well'
    window.dispatchEvent(new Event('focus'))
    await pass()
    expect(seen.state.status).toBe('saved')
  })

  test('does not quarrel with itself when only the answer was lost', async () => {
    const { type, seen } = tab()
    answers = 'after it has saved, not at all'
    type('One')
    await pass()
    answers = 'well'
    type('One, two')
    await pass(6)
    expect(row).toEqual({ written: { body: 'One, two' }, version: 2 })
    expect(seen.state).toEqual({ status: 'saved', theirs: null })
  })

  test('another tab follows while nothing is typed there, and is told when it was sent', async () => {
    const [one, other] = [tab(), tab()]
    await pass(0)
    one.type('Hello')
    await pass(0.4)
    expect(other.seen.text).toBe('Hello')
    await pass()
    one.keeper.drop()
    await pass()
    expect(row).toBeNull()
    expect(other.seen.text).toBe('')
    expect(other.seen.state.status).toBe('sent_elsewhere')
    expect(shelf.size).toBe(0)
  })

  test('written in two tabs, both texts stand; the one that is chosen is saved', async () => {
    const [one, other] = [tab(), tab()]
    await pass(0)
    one.type('From one')
    other.type('From the other')
    await pass()
    expect(other.seen.state.status).toBe('elsewhere')
    expect(other.seen.state.theirs).toEqual({ body: 'From one' })
    expect(other.seen.text).toBe('From the other')
    other.keeper.keepMine()
    await pass()
    expect(row?.written).toEqual({ body: 'From the other' })
    one.keeper.takeTheirs()
    await pass()
    expect(one.seen.text).toBe('From the other')
    expect(row?.written).toEqual({ body: 'From the other' })
  })

  test('changed on another device: refused by the server, offered, taken', async () => {
    const { type, seen, keeper } = tab()
    type('Here')
    await pass()
    row = { written: { body: 'There' }, version: 2 }
    type('Here, further')
    await pass()
    expect(seen.state).toEqual({ status: 'elsewhere', theirs: { body: 'There' } })
    expect(row.written).toEqual({ body: 'There' })
    keeper.takeTheirs()
    expect(seen.text).toBe('There')
    type('There, further')
    await pass()
    expect(row).toEqual({ written: { body: 'There, further' }, version: 3 })
  })

  test('a text that was set apart is offered again by the next page', async () => {
    const [one, other] = [tab(), tab()]
    await pass(0)
    one.type('From one')
    await pass(0.2)
    other.type('From the other')
    await pass()
    expect(other.seen.state.status).toBe('elsewhere')
    one.keeper.stop()
    other.keeper.stop()
    await pass()
    const next = tab()
    await pass()
    const both = [next.seen.text, next.seen.state.theirs?.body]
    expect(both.toSorted()).toEqual(['From one', 'From the other'])
  })

  test('sent, and the network lost just then: it does not come back', async () => {
    const first = tab()
    first.type('Sent')
    await pass()
    answers = 'not at all'
    first.keeper.drop()
    await pass()
    first.keeper.stop()
    answers = 'well'
    const next = tab()
    await pass()
    expect(next.seen.text).toBeUndefined()
    expect(row).toBeNull()
  })
})
