import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDownload, receiveUpload, sweepTemporaryFiles, waitingUploads, withdrawUpload } from '@/lib/attachments'
import type { Actor } from '@/lib/authz'
import { machineNow } from '@/lib/foundation/clock'
import { forgetEnv } from '@/lib/foundation/env'
import { newId } from '@/lib/foundation/ids'
import { addNote, noteInput, openTicket, readsTicket, replyToTicket, ticketForPartner } from '@/lib/tickets'
import { opened, picture, replyForm, requestForm, uploaded, uploadRequest } from '@/tests/builders/tickets'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waybill-files-'))
  process.env.WAYBILL_FILES = folder
  forgetEnv()
  world = await buildWorld(database.owner)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

async function take(name: string, content: Buffer | string, actor: Actor = world.nova.partners[0].owner) {
  const outcome = await receiveUpload(actor, uploadRequest(name, Buffer.from(content as string)))
  return outcome.ok ? outcome.value : outcome.why
}

const download = (actor: Actor, id: string) => openDownload(actor, id, readsTicket(actor))

async function bytesOf(actor: Actor, id: string): Promise<Buffer | string> {
  const outcome = await download(actor, id)
  return outcome.ok ? Buffer.from(await new Response(outcome.value.stream).arrayBuffer()) : outcome.why
}

describe('receiving a file', () => {
  let before: string[]
  beforeEach(async () => {
    before = await filesOnDisk()
  })
  const nothingLeft = async () => expect(await filesOnDisk()).toEqual(before)

  test('what was sent is what is kept: counted, hashed, in a folder the server named', async () => {
    const content = picture(300_000)
    const file = await take('скриншот заказа.png', content)
    expect(file).toMatchObject({ name: 'скриншот заказа.png', mediaType: 'image/png', bytes: 300_000 })
    const id = typeof file === 'string' ? '' : file.id
    const row = await database.owner.attachment.findFirstOrThrow({ where: { id } })
    expect(row.sha256).toBe(createHash('sha256').update(content).digest('hex'))
    expect(row.storageKey).toMatch(new RegExp(`^${world.nova.marketplaceId}/\\d{4}/\\d{2}/${id}$`))
    expect(row).toMatchObject({ audience: 'uploader', ticketId: null })
    expect(await bytesOf(world.nova.partners[0].owner, id)).toEqual(content)
  })

  test('10 MB is taken and one byte more is not; the limit is the marketplace’s own (003-13)', async () => {
    const limit = 10 * 1024 * 1024
    expect(await take('full.png', picture(limit))).toMatchObject({ bytes: limit })
    before = await filesOnDisk()
    expect(await take('over.png', picture(limit + 1))).toBe('too_large')
    await nothingLeft()
    const { marketplaceId } = world.orbit
    await database.owner.marketplaceSettings.updateMany({ where: { marketplaceId }, data: { fileBytes: 100n } })
    const elsewhere = world.orbit.partners[0].owner
    expect(await take('small.png', picture(100), elsewhere)).toMatchObject({ bytes: 100 })
    before = await filesOnDisk()
    expect(await take('small.png', picture(101), elsewhere)).toBe('too_large')
    await nothingLeft()
  })

  test.each([
    ['photo.exe', picture(), 'type_not_allowed'],
    ['photo.png.exe', picture(), 'type_not_allowed'],
    ['archive.zip', 'PK\u0003\u0004', 'type_not_allowed'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'type_not_allowed'],
    ['page.html', '<html>', 'type_not_allowed'],
    ['\u200b.htaccess', 'deny from all', 'type_not_allowed'],
    ['README', 'text', 'type_not_allowed'],
    ['\u202e\u200b', 'text', 'name_missing'],
    ['empty.txt', '', 'empty'],
    ['program.png', 'MZ\u0090\u0000 this is a program', 'content_mismatch'],
    ['program.pdf', '\u007fELF\u0002', 'content_mismatch'],
    ['picture.pdf', picture(), 'content_mismatch'],
    ['archive.docx', zipWith('virus.exe'), 'content_mismatch'],
    ['archive.png', zipWith('[Content_Types].xml'), 'content_mismatch'],
    ['page.txt', '\ufeff <!-- hi --> <!DOCTYPE html><script>', 'content_mismatch'],
    ['drawing.xml', '<?xml version="1.0"?>\n<svg onload="x()">', 'content_mismatch'],
    ['script.txt', '#!/bin/sh\nrm -r', 'content_mismatch'],
    ['binary.log', 'text\u0000text', 'content_mismatch'],
    ['later.csv', `${'a;b\n'.repeat(3000)}\u0000`, 'content_mismatch'],
  ])('%j is refused, and nothing is left of it', async (name, content, why) => {
    expect(await take(name, content)).toBe(why)
    await nothingLeft()
  })

  test.each([
    ['report.docx', zipWith('[Content_Types].xml')],
    ['prices.xlsx', zipWith('xl/workbook.xml')],
    ['prices.csv', 'sku;price\nA-1;10,00'],
    ['cyrillic.csv', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])],
    ['excel.txt', Buffer.from('\ufeffкод\tцена', 'utf16le')],
    ['feed.xml', '<?xml version="1.0"?><offers/>'],
    ['answer.json', '{"error": 500}'],
    ['..\\..\\etc\\passwd.log', '2026-11-22 error'],
    ['manual.pdf', '%PDF-1.7\n%âãÏÓ'],
  ])('%j is taken', async (name, content) => {
    const file = await take(name, content)
    expect(typeof file === 'string' ? file : file.name).toBe(name.split('\\').at(-1))
  })

  test('a name is normalised before it is looked at, and cannot leave its folder', async () => {
    expect(await take('../../ＰＨＯＴＯ\u202e.\u200bPNG', picture())).toMatchObject({ name: 'PHOTO.PNG' })
    const long = await take(`${'é'.repeat(400)}.png`, picture())
    expect(typeof long === 'string' ? long : long.name).toMatch(/^é{176}\.png$/)
  })

  test('two files, none, no multipart: refused', async () => {
    const actor = world.nova.partners[0].owner
    const two = new FormData()
    two.append('file', new File([new Uint8Array(picture())], 'a.png'))
    two.append('file', new File([new Uint8Array(picture())], 'b.png'))
    const post = (body: BodyInit) => new Request('http://localhost/', { method: 'POST', body })
    expect(await receiveUpload(actor, post(two))).toEqual({ ok: false, why: 'one_file_only' })
    const none = new FormData()
    none.append('text', 'hello')
    expect(await receiveUpload(actor, post(none))).toEqual({ ok: false, why: 'no_file' })
    expect(await receiveUpload(actor, post('{}'))).toEqual({ ok: false, why: 'not_multipart' })
    await nothingLeft()
  })

  test('less than was announced, or a sender who goes away, leaves nothing', async () => {
    const actor = world.nova.partners[0].owner
    const whole = uploadRequest('cut.png', picture(200_000))
    const headers = new Headers(whole.headers)
    const bytes = new Uint8Array(await whole.arrayBuffer())
    headers.set('content-length', String(bytes.length + 5))
    const again = () => new Blob([bytes]).stream() as ReadableStream<Uint8Array>
    expect(await receiveUpload(actor, { headers, body: again() })).toEqual({ ok: false, why: 'incomplete' })
    headers.set('content-length', String(bytes.length))
    expect(await receiveUpload(actor, { headers, body: again() })).toMatchObject({ ok: true })
    before = await filesOnDisk()

    const cut = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes.subarray(0, 100_000)),
      pull: (controller) => controller.error(new Error('connection lost')),
    })
    expect(await receiveUpload(actor, { headers, body: cut })).toEqual({ ok: false, why: 'incomplete' })
    const short = new Blob([bytes.subarray(0, 100_000)]).stream() as ReadableStream<Uint8Array>
    expect(await receiveUpload(actor, { headers, body: short })).toEqual({ ok: false, why: 'incomplete' })
    await nothingLeft()
  })

  test('eight at once do not mix', async () => {
    const contents = Array.from({ length: 8 }, (_, index) => Buffer.concat([picture(100_000), Buffer.from([index])]))
    const actor = world.nova.partners[0].member
    const ids = await Promise.all(contents.map((content, index) => uploaded(actor, `${index}.png`, content)))
    for (const [index, id] of ids.entries()) expect(await bytesOf(actor, id)).toEqual(contents[index])
  })

  test('the sweep removes what crashes left and nothing else', async () => {
    const id = await uploaded(world.nova.partners[0].owner)
    const row = await database.owner.attachment.findFirstOrThrow({ where: { id } })
    const month = path.dirname(path.join(folder, row.storageKey))
    const [crashed, orphan, running] = [`${newId()}.part`, newId(), `${newId()}.part`]
    for (const name of [crashed, orphan, running]) await writeFile(path.join(month, name), 'x')
    const now = machineNow().getTime()
    const old = new Date(now - 2 * 3_600_000)
    for (const name of [crashed, orphan, id]) await utimes(path.join(month, name), old, old)
    expect(await sweepTemporaryFiles(new Date(now - 3_600_000))).toBe(2)
    const left = await filesOnDisk()
    expect(left).toContain(id)
    expect(left).toContain(running)
    expect(left).not.toContain(crashed)
    expect(left).not.toContain(orphan)
    await rm(path.join(month, running))
  })
})

describe('files that no message carries', () => {
  test('are held up to four full messages for one person, and for her alone', async () => {
    const [casa] = world.orbit.partners
    const { marketplaceId } = casa.member
    const small = { fileBytes: 1000n, messageBytes: 1000n }
    await database.owner.marketplaceSettings.update({ where: { marketplaceId }, data: small })
    for (let sent = 0; sent < 4; sent += 1) await uploaded(casa.member, `${sent}.png`, picture(1000))
    expect(await receiveUpload(casa.member, uploadRequest('5.png', picture(100)))).toEqual({
      ok: false,
      why: 'too_many_waiting',
    })
    expect(await receiveUpload(casa.owner, uploadRequest('5.png', picture(100)))).toMatchObject({ ok: true })
    const usual = { fileBytes: 10_485_760n, messageBytes: 52_428_800n }
    await database.owner.marketplaceSettings.update({ where: { marketplaceId }, data: usual })
  })

  test('go with their rows after two days; one that was sent stays', async () => {
    const [casa] = world.nova.partners
    const [left, sent] = [await uploaded(casa.technical), await uploaded(casa.technical)]
    await opened(casa.technical, world.nova.topicId, { attachmentIds: [sent] })
    const rows = await database.owner.attachment.findMany({ where: { id: { in: [left, sent] } } })
    const old = new Date(machineNow().getTime() - 2 * 3_600_000)
    for (const { storageKey } of rows) await utimes(path.join(folder, storageKey), old, old)
    await sweepTemporaryFiles(new Date(machineNow().getTime() - 3_600_000))
    expect(await bytesOf(casa.technical, left)).toEqual(picture())
    await database.shiftClock(49 * 3_600_000)
    await sweepTemporaryFiles(new Date(machineNow().getTime() - 3_600_000))
    await database.shiftClock(0)
    expect(await filesOnDisk()).not.toContain(left)
    expect(await database.owner.attachment.count({ where: { id: left } })).toBe(0)
    expect(await bytesOf(casa.technical, sent)).toEqual(picture())
  })
})

describe('a file and its request', () => {
  test('before it is sent only its sender opens it; afterwards who reads the request', async () => {
    const { nova, orbit } = world
    const [casa, severny] = nova.partners
    const id = await uploaded(casa.member)
    expect(await bytesOf(casa.member, id)).toEqual(picture())
    for (const other of [casa.owner, nova.agent, severny.owner, orbit.agent]) {
      expect(await bytesOf(other, id)).toBe('not_found')
    }
    const { number } = await opened(casa.member, nova.topicId, { attachmentIds: [id] })
    for (const reader of [casa.member, casa.owner, nova.agent]) expect(await bytesOf(reader, id)).toEqual(picture())
    for (const other of [severny.owner, orbit.agent, orbit.partners[0].owner]) {
      expect(await bytesOf(other, id)).toBe('not_found')
    }
    const page = await ticketForPartner(casa.owner, number, 'en')
    expect(page?.thread[0]?.files).toEqual([
      { id, name: 'screen.png', mediaType: 'image/png', bytes: picture().length },
    ])
    await database.owner.partner.updateMany({ where: { id: casa.partnerId }, data: { membersSeeAll: false } })
    expect(await bytesOf(casa.technical, id)).toBe('not_found')
    await database.owner.partner.updateMany({ where: { id: casa.partnerId }, data: { membersSeeAll: true } })
    expect(await bytesOf(casa.technical, id)).toEqual(picture())
    expect(await bytesOf(casa.owner, 'no-uuid')).toBe('not_found')
  })

  test('somebody else’s, a foreign, a spent or an unknown file cannot be attached, and no request is made of it', async () => {
    const { nova, orbit } = world
    const [casa, severny] = nova.partners
    const spent = await uploaded(casa.owner)
    await opened(casa.owner, nova.topicId, { attachmentIds: [spent] })
    const notMine = [
      await uploaded(casa.member),
      await uploaded(severny.owner),
      await uploaded(nova.agent),
      await uploaded(orbit.partners[0].owner, 'tiny.png'),
      spent,
      newId(),
    ]
    const count = () => database.owner.ticket.count()
    const before = await count()
    const { ticketId } = await opened(casa.owner, nova.topicId)
    for (const id of notMine) {
      const form = requestForm(nova.topicId, { attachmentIds: [id] })
      expect(await openTicket(casa.owner, form)).toEqual({ ok: false, why: 'attachment_unknown' })
      const reply = replyForm(ticketId, { attachmentIds: [id] })
      expect(await replyToTicket(casa.owner, reply)).toEqual({ ok: false, why: 'attachment_unknown' })
    }
    expect(await count()).toBe(before + 1)
  })

  test('a part of a file is handed out as a player asks for it, and nothing beyond its end (002-04)', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const id = await uploaded(casa.member)
    const part = async (range: string, actor: Actor = casa.member) => {
      const outcome = await openDownload(actor, id, readsTicket(actor), range)
      if (!outcome.ok) return outcome
      return Buffer.from(await new Response(outcome.value.stream).arrayBuffer())
    }
    const whole = picture()
    expect(await part('bytes=2-5')).toEqual(whole.subarray(2, 6))
    expect(await part('bytes=-3')).toEqual(whole.subarray(-3))
    expect(await part(`bytes=${whole.length}-`)).toMatchObject({ why: 'bad_range', details: { bytes: whole.length } })
    expect(await part('bytes=0-1', casa.owner)).toMatchObject({ why: 'not_found' })
  })

  test('an upload is taken back by who sent it, row and bytes, and by nobody once it is sent (003-11)', async () => {
    const { nova } = world
    const [casa, severny] = nova.partners
    const before = await filesOnDisk()
    const id = await uploaded(casa.member)
    for (const other of [casa.owner, severny.owner, nova.agent])
      expect(await withdrawUpload(other, id)).toEqual({ ok: false, why: 'not_found' })
    expect(await waitingUploads(casa.member, [id, newId()])).toMatchObject([{ id }])
    expect(await waitingUploads(casa.owner, [id])).toEqual([])
    // Whatever an address or a draft may hold.
    expect(await waitingUploads(casa.member, ['', 'x', "'; --", id])).toMatchObject([{ id }])
    expect(await withdrawUpload(casa.member, 'x')).toEqual({ ok: false, why: 'not_found' })
    expect(await withdrawUpload(casa.member, id)).toMatchObject({ ok: true })
    expect(await waitingUploads(casa.member, [id])).toEqual([])
    expect(await filesOnDisk()).toEqual(before)
    expect(await withdrawUpload(casa.member, id)).toEqual({ ok: false, why: 'not_found' })
    const sent = await uploaded(casa.member)
    await opened(casa.member, nova.topicId, { attachmentIds: [sent] })
    expect(await withdrawUpload(casa.member, sent)).toEqual({ ok: false, why: 'not_found' })
    expect(await bytesOf(casa.member, sent)).toEqual(picture())
  })

  test('two messages that want one file at once: one gets it', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.owner, nova.topicId)
    const id = await uploaded(casa.owner)
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => replyToTicket(casa.owner, replyForm(ticketId, { attachmentIds: [id] }))),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  test('50 MB together is sent and one byte more is not (003-13)', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const five = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => uploaded(casa.owner, `${n}.png`, picture(10 * 1024 * 1024))),
    )
    const tooMuch = requestForm(nova.topicId, { attachmentIds: [...five, await uploaded(casa.owner)] })
    expect(await openTicket(casa.owner, tooMuch)).toMatchObject({ why: 'message_too_large' })
    expect(await openTicket(casa.owner, requestForm(nova.topicId, { attachmentIds: five }))).toMatchObject({ ok: true })
  })

  test('a note’s file is the staff’s for good', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.owner, nova.topicId)
    const id = await uploaded(nova.agent)
    await addNote(nova.agent, noteInput.parse({ ticketId, body: 'See this', attachmentIds: [id] }))
    expect(await bytesOf(nova.lead, id)).toEqual(picture())
    expect(await bytesOf(casa.owner, id)).toBe('not_found')
  })
})

/** The beginning of an archive whose first entry has this name. */
function zipWith(name: string): Buffer {
  const header = Buffer.alloc(30)
  header.write('PK\u0003\u0004', 'latin1')
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name), Buffer.alloc(200, 1)])
}
