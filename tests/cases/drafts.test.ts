import { beforeAll, describe, expect, test } from 'vitest'
import { dropDraft, readDraft, saveDraft, saveDraftInput, sweepDrafts } from '@/lib/drafts'
import { DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
})

const place = (kind = 'new') => `${kind}:${newId()}`
const text = (body: string) => ({ body })
const people = () => ({ ...world.nova, casa: world.nova.partners[0], sever: world.nova.partners[1] })

describe('a draft', () => {
  test('is kept as it was written, lists too, and dropped once it was sent', async () => {
    const { member } = people().casa
    const at = place()
    expect(await readDraft(member, at)).toBeNull()
    const written = { subject: 'Feed', 'field.shops': ['one', 'two'] }
    const saved = await saveDraft(member, { place: at, written, version: 0 })
    expect(saved).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await readDraft(member, at)).toMatchObject({ written, version: 1 })
    expect(await dropDraft(member, at)).toEqual({ ok: true, value: null })
    expect(await readDraft(member, at)).toBeNull()
    expect(await dropDraft(member, at)).toEqual({ ok: true, value: null })
  })

  test('is its author’s alone: a colleague, the owner, the staff and her own other membership see and change nothing', async () => {
    const { casa, sever, agent } = people()
    const at = place('reply')
    await saveDraft(casa.member, { place: at, written: text('Only mine.'), version: 0 })
    for (const other of [casa.owner, casa.technical, sever.member, world.orbit.partners[0].member, agent]) {
      expect(await readDraft(other, at)).toBeNull()
      await dropDraft(other, at)
    }
    // The same place is another draft in somebody else's hands.
    expect(await saveDraft(casa.owner, { place: at, written: text('And mine.'), version: 0 })).toMatchObject({
      ok: true,
    })
    expect(await readDraft(casa.member, at)).toMatchObject({ written: text('Only mine.'), version: 1 })
  })

  test('belongs to a place of its side; others are not there', async () => {
    const { casa, agent } = people()
    const written = text('Hello.')
    for (const kind of ['answer', 'note'])
      expect(await saveDraft(casa.member, { place: place(kind), written, version: 0 })).toMatchObject({
        why: 'not_found',
      })
    for (const kind of ['new', 'follow', 'reply'])
      expect(await saveDraft(agent, { place: place(kind), written, version: 0 })).toMatchObject({ why: 'not_found' })
    for (const odd of ['new', 'new:', 'new:../x', `reply:${newId()} `, `REPLY:${newId()}`, `other:${newId()}`]) {
      expect(await saveDraft(casa.member, { place: odd, written, version: 0 }), odd).toMatchObject({ why: 'not_found' })
      expect(await readDraft(casa.member, odd), odd).toBeNull()
      expect(await dropDraft(casa.member, odd), odd).toMatchObject({ why: 'not_found' })
    }
    expect(await saveDraft(agent, { place: place('note'), written, version: 0 })).toMatchObject({ ok: true })
  })

  test('written in two tabs is never written over: the later save is told what stands there', async () => {
    const { member } = people().casa
    const at = place()
    const save = (body: string, version: number) => saveDraft(member, { place: at, written: text(body), version })
    await save('First.', 0)
    expect(await save('One tab.', 1)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await save('Other tab.', 1)).toMatchObject({
      ok: false,
      why: 'changed_elsewhere',
      theirs: { written: text('One tab.'), version: 2 },
    })
    expect(await save('Other tab.', 2)).toMatchObject({ ok: true, value: { version: 3 } })
    // An answer that was lost on the way: the same text again is no quarrel.
    expect(await save('Other tab.', 2)).toMatchObject({ ok: true, value: { version: 3 } })
  })

  test('of twenty saves at once over one version exactly one is taken', async () => {
    const { member } = people().casa
    const at = place()
    await saveDraft(member, { place: at, written: text('Begin.'), version: 0 })
    const saves = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        saveDraft(member, { place: at, written: text(`Tab ${number}`), version: 1 }),
      ),
    )
    expect(saves.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await readDraft(member, at))?.version).toBe(2)
  })

  test('dropped in one tab goes on in another under a higher number', async () => {
    const { member } = people().casa
    const at = place()
    await saveDraft(member, { place: at, written: text('Begin.'), version: 0 })
    await dropDraft(member, at)
    expect(await saveDraft(member, { place: at, written: text('More.'), version: 1 })).toMatchObject({
      value: { version: 2 },
    })
  })

  test('may be as long as the longest message with its fields, and no longer', async () => {
    const { member } = people().casa
    const at = place()
    expect(await saveDraft(member, { place: at, written: text('ж'.repeat(100_000)), version: 0 })).toMatchObject({
      ok: true,
    })
    expect(await saveDraft(member, { place: at, written: text('x'.repeat(150_000)), version: 1 })).toMatchObject({
      why: 'too_large',
    })
  })

  test('takes whatever a keyboard makes: what the database cannot hold is left out at the door', async () => {
    const { member } = people().casa
    const at = place()
    const { written, version } = saveDraftInput.parse({ written: text('a\0b\ud800c😀'), version: 0 })
    expect(await saveDraft(member, { place: at, written, version })).toMatchObject({ ok: true })
    expect((await readDraft(member, at))?.written).toEqual(text('ab\ufffdc😀'))
    for (const odd of [{ 'a b': '' }, { [`x${'y'.repeat(80)}`]: '' }, { body: 1 }])
      expect(saveDraftInput.safeParse({ written: odd, version: 0 }).success).toBe(false)
    // No number that the database could not count on from.
    for (const version of [2 ** 31 - 1, 2 ** 53])
      expect(saveDraftInput.safeParse({ written: {}, version }).success).toBe(false)
  })

  test('makes room when somebody writes in too many places, oldest first', async () => {
    const { technical } = people().sever
    const first = place()
    await saveDraft(technical, { place: first, written: text('First.'), version: 0 })
    for (let number = 0; number < 100; number++)
      await saveDraft(technical, { place: place(), written: text('More.'), version: 0 })
    expect(await readDraft(technical, first)).toBeNull()
    expect(await database.owner.draft.count({ where: { membershipId: technical.membershipId } })).toBe(100)
  })

  test('is forgotten 30 days after it was last touched', async () => {
    const { member } = people().casa
    const at = place()
    await saveDraft(member, { place: at, written: text('Long ago.'), version: 0 })
    await database.shiftClock(29 * DAY)

    await sweepDrafts(member.marketplaceId)
    expect(await readDraft(member, at)).not.toBeNull()
    await database.shiftClock(31 * DAY)
    expect(await sweepDrafts(member.marketplaceId)).toBeGreaterThan(0)
    expect(await readDraft(member, at)).toBeNull()
    await database.shiftClock(0)
  })
})
