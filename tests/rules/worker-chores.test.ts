import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { log } from '@/lib/foundation/log'
import { Chores, type ChoreWork } from '@/lib/worker/chores'
import type { Chore, ChoreKind } from '@/lib/worker/listen'

beforeAll(() => {
  log.level = 'silent'
})

const chore = (kind: ChoreKind, id: string, marketplaceId = 'nova'): Chore => ({ kind, id, marketplaceId })

/** Chores that note what was begun, in order, each of which takes `run`. */
function workshop(run: (id: string) => Promise<void> = async () => {}) {
  const begun: string[] = []
  const onFree = vi.fn()
  const one = (kind: string) => ({
    failed: 'failed',
    run: async (_marketplaceId: string, id: string) => {
      begun.push(`${kind} ${id}`)
      await run(id)
    },
  })
  const kinds = ['answer', 'consider', 'promise', 'pause', 'shift', 'turn', 'digest'] as const
  const work = Object.fromEntries(kinds.map((kind) => [kind, one(kind)])) as ChoreWork
  return { begun, onFree, chores: new Chores(work, onFree) }
}

describe('chores of the worker', () => {
  test('answers first, digests last, and one of each marketplace in turn', async () => {
    const { begun, chores } = workshop()
    const storm = ['1', '2', '3'].map((id) => chore('answer', id))
    chores.offer(
      [chore('digest', 'd'), chore('turn', 't'), chore('consider', 'c'), ...storm, chore('answer', '9', 'orbit')],
      false,
    )
    await chores.drained()
    expect(begun).toEqual(['answer 1', 'answer 9', 'answer 2', 'answer 3', 'consider c', 'turn t', 'digest d'])
  })

  test('two at once and no more, however many are due; what is under way is not begun again', async () => {
    let now = 0
    let most = 0
    const { begun, chores } = workshop(async () => {
      most = Math.max(most, ++now)
      await pause(5)
      now--
    })
    const due = Array.from({ length: 12 }, (_, index) => chore('turn', String(index)))
    chores.offer(due, false)
    chores.offer(due, false)
    await chores.drained()
    expect(most).toBe(2)
    expect(begun).toHaveLength(12)
  })

  test('one that fails is put off and tried again later; the others are done', async () => {
    let broken = true
    const { begun, chores } = workshop(async (id) => {
      if (id === 'bad' && broken) throw new Error('no')
    })
    const due = [chore('answer', 'bad'), chore('answer', 'good'), chore('turn', 'bad')]
    chores.offer(due, false)
    await chores.drained()
    expect(begun).toEqual(['answer bad', 'answer good', 'turn bad'])
    expect(chores.putOff, 'so many more are asked for').toBe(1)
    chores.offer([chore('answer', 'bad'), chore('answer', 'new')], false)
    await chores.drained()
    expect(begun.slice(3)).toEqual(['answer new'])
    broken = false
    await pause(550)
    chores.offer([chore('answer', 'bad'), chore('turn', 'bad'), chore('digest', 'fresh')], false)
    await chores.drained()
    expect(begun.slice(4), 'whatever was not tried goes first').toEqual(['digest fresh', 'answer bad', 'turn bad'])
    expect(chores.putOff).toBe(0)
  })

  test('asks for more when all that was offered is done and there was more; begins nothing once it ends', async () => {
    const { begun, onFree, chores } = workshop()
    chores.offer([chore('answer', '1')], true)
    await chores.drained()
    expect(onFree).toHaveBeenCalledOnce()
    chores.offer([chore('answer', '2')], false)
    await chores.drained()
    expect(onFree).toHaveBeenCalledOnce()
    await chores.drain()
    chores.offer([chore('answer', '3')], false)
    expect(begun).toEqual(['answer 1', 'answer 2'])
  })
})
