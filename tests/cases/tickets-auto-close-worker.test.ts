import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, HOUR } from '@/lib/foundation/clock'
import { answerInput, answerTicket } from '@/lib/tickets'
import { opened } from '@/tests/builders/tickets'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import type { Running } from '@/tests/setup/process'
import { type SmtpReceiver, startSmtpReceiver } from '@/tests/setup/smtp-receiver'
import { startWorker } from '@/tests/setup/worker-process'

const database = useDatabase()
const workers: Running[] = []
let mail: SmtpReceiver
let world: World

beforeAll(async () => {
  mail = await startSmtpReceiver()
  world = await buildWorld(database.owner)
})
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()))
  await mail.stop()
})

async function until<T>(what: string, look: () => Promise<T | null | false>): Promise<T> {
  for (const begun = performance.now(); ; await pause(50)) {
    const found = await look()
    if (found) return found
    if (performance.now() - begun > 30_000) throw new Error(`${what} did not come`)
  }
}

test('the worker reminds and closes by itself, a day apart, and each reader has a mail of both (003-25, 002-07)', async () => {
  const { nova } = world
  const [casa] = nova.partners
  const { owner } = database
  const { ticketId } = await opened(casa.member, nova.topicId)
  await answerTicket(nova.agent, answerInput.parse({ ticketId, version: 1, body: 'Like this.' }))
  const row = () => owner.ticket.findFirstOrThrow({ where: { id: ticketId } })
  const sent = (kind: string) =>
    until(`a mail ${kind}`, () => owner.delivery.findFirst({ where: { subjectId: ticketId, kind, status: 'SENT' } }))
  await startWorker(
    {
      DATABASE_URL_WORKER: database.urls.worker,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? '',
      SMTP_URL: mail.url,
      WAYBILL_URL: 'https://support.example',
    },
    workers,
  )

  await database.shiftClock(4 * DAY)
  const reminded = await until('a reminder', async () => (await row()).remindedAt)
  const mailed = await sent('ticket.reminder')
  expect(mailed.recipientId).toBe(casa.member.membershipId)
  expect((await row()).state).toBe('answered')

  await database.shiftClock(5 * DAY + HOUR)
  const closed = await until('the end', async () => (await row()).completedAt)
  expect(closed.getTime() - reminded.getTime()).toBeGreaterThanOrEqual(DAY)
  await sent('ticket.auto_closed')
  expect(await row()).toMatchObject({ state: 'completed', completedReason: 'auto', nextAt: null })
  const kinds = await owner.ticketEvent.findMany({ where: { ticketId }, orderBy: { id: 'asc' } })
  expect(kinds.map(({ kind }) => kind)).toEqual(['opened', 'answered', 'reminded', 'auto_closed'])
}, 120_000)
