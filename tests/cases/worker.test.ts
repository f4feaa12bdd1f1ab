import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acknowledge, confirmClaim } from '@/lib/escalation'
import { MINUTE } from '@/lib/foundation/clock'
import { answerTicket } from '@/lib/tickets'
import { opened } from '@/tests/builders/tickets'
import {
  AT_NIGHT,
  AT_WORK,
  claimed,
  foldFaults,
  freshMarketplace,
  kindsOf,
  offsetTo,
  onCallNow,
  runRow,
} from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import type { Running } from '@/tests/setup/process'
import { type SmtpReceiver, startSmtpReceiver } from '@/tests/setup/smtp-receiver'
import { startWorker } from '@/tests/setup/worker-process'

const database = useDatabase()
let mail: SmtpReceiver
let nova: MarketplaceWorld
let workers: Running[] = []

beforeAll(async () => {
  mail = await startSmtpReceiver()
})
afterAll(() => mail.stop())

beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  mail.mood('accept')
  await database.shiftClock(offsetTo(AT_NIGHT))
})

async function endWorkers() {
  await Promise.all(workers.map((worker) => worker.kill()))
  workers = []
}

function work() {
  const env = {
    DATABASE_URL_WORKER: database.urls.worker,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? '',
    SMTP_URL: mail.url,
    WAYBILL_URL: 'https://support.example',
  }
  return startWorker(env, workers)
}

const escalationOf = async (claimId: string) =>
  until(() => database.owner.escalation.findFirst({ where: { claimId } }), 'an escalation')

async function until<T>(look: () => Promise<T | null | undefined | false>, what: string, limit = 12_000): Promise<T> {
  for (const begun = performance.now(); ; await pause(20)) {
    const found = await look()
    if (found) return found
    if (performance.now() - begun > limit) throw new Error(`${what} did not come`)
  }
}

const mailbox = async (membershipId: string) => {
  const member = await database.owner.membership.findFirstOrThrow({
    where: { id: membershipId },
    include: { user: true },
  })
  return member.user.email
}

describe('the worker', () => {
  beforeAll(() => work())
  afterAll(endWorkers)

  test('a claim at work: the team and the person on call are asked by mail at once', async () => {
    await database.shiftClock(offsetTo(AT_WORK))
    const { number } = await claimed(database.owner, nova.partners[0].owner, nova)
    const asked = await mail.waitFor(({ subject }) => subject.includes(`assess ${number}`), 2)
    expect(asked.map(({ to }) => to).sort()).toEqual(
      [await mailbox(nova.agent.membershipId), await mailbox((await onCallNow(nova)).membershipId)].sort(),
    )
    const [one] = asked
    expect(one?.text).toMatch(/https:\/\/support\.example\/nova-\w+\/oncall\/escalation\//)
    expect(one?.text).toMatch(/https:\/\/support\.example\/ack\/[\w-]{46}/)
    expect(one?.headers['auto-submitted']).toBe('auto-generated')
    expect(one?.html).toContain('<html lang="en">')
  })

  test('a claim at night: the person on call is paged; her constant Message-ID is the delivery', async () => {
    const { claimId, number } = await claimed(database.owner, nova.partners[0].owner, nova)
    const primary = await onCallNow(nova)
    const [page] = await mail.waitFor(({ subject }) => subject.startsWith(`P0 ${number}`))
    expect(page?.to).toBe(await mailbox(primary.membershipId))
    const { id } = await escalationOf(claimId)
    const [delivery] = await until(async () => {
      const sent = await database.owner.delivery.findMany({ where: { subjectId: id, status: 'SENT' } })
      return sent.length > 0 ? sent : null
    }, 'the settled page')
    expect(page?.messageId).toBe(`<${delivery?.id}@waybill.example>`)
    expect(await database.owner.deliveryAttempt.findMany({ where: { deliveryId: delivery?.id ?? '' } })).toMatchObject([
      { attempt: 1, outcome: 'sent' },
    ])
  })

  test('nobody answers: step by step, then everyone every ten minutes, until somebody does (invariants 5, 9, 12)', async () => {
    const primary = await onCallNow(nova)
    const { claimId, number } = await claimed(database.owner, nova.partners[0].owner, nova)
    const about = ({ subject }: { subject: string }) => subject.includes(number) && subject.includes('P0')
    const { id: escalationId } = await escalationOf(claimId)
    await mail.waitFor(about, 1)
    const untilNextMove = async () => {
      const { nextAt } = await runRow(database.owner, escalationId)
      await database.shiftClock(offsetTo(nextAt as Date))
    }
    // Step 2 reaches both engineers; then the same again, because the policy walks twice; then the leads as well.
    for (const count of [3, 4, 6]) {
      await untilNextMove()
      await mail.waitFor(about, count)
    }
    const ringing = ({ subject }: { subject: string }) => subject.startsWith('UNANSWERED') && subject.includes(number)
    await untilNextMove()
    await mail.waitFor(ringing, 2)
    await untilNextMove()
    const unanswered = await mail.waitFor(ringing, 4)
    expect(new Set(unanswered.map(({ to }) => to))).toEqual(
      new Set([await mailbox(nova.lead.membershipId), await mailbox(primary.membershipId)]),
    )
    expect(await acknowledge(nova.lead, { escalationId })).toMatchObject({ ok: true })
    await database.shiftClock(offsetTo(AT_NIGHT) + 60 * MINUTE)
    await pause(1200)
    expect(mail.copies().filter(about)).toHaveLength(10)
    expect(
      new Set(
        mail
          .copies()
          .filter(about)
          .map(({ messageId }) => messageId),
      ).size,
    ).toBe(10)
    expect(await foldFaults(database.owner)).toEqual([])
    const open = await database.owner.delivery.count({
      where: { subjectId: escalationId, status: { in: ['PENDING', 'SENDING'] } },
    })
    expect(open, 'every delivery ends (invariant 6)').toBe(0)
  })

  test('taken before the delayed page was due: the guard keeps it back (invariant 9)', async () => {
    const primary = await onCallNow(nova)
    await database.owner.notifyRule.updateMany({
      where: { membershipId: primary.membershipId },
      data: { delaySeconds: 120 },
    })
    const { claimId, number } = await claimed(database.owner, nova.partners[0].owner, nova)
    const { id: escalationId } = await escalationOf(claimId)
    expect(await acknowledge(primary, { escalationId })).toMatchObject({ ok: true })
    await database.shiftClock(offsetTo(AT_NIGHT) + 3 * MINUTE)
    const held = await until(
      () => database.owner.delivery.findFirst({ where: { subjectId: escalationId, status: 'SUPPRESSED' } }),
      'the suppressed page',
    )
    expect(held.outcome).toBe('it is acked')
    expect(mail.copies().filter(({ subject }) => subject.includes(number) && subject.startsWith('P0'))).toEqual([])
  })

  test('the mail server is away, then back: what was planned arrives', async () => {
    await mail.stop()
    const casa = nova.partners[0]
    const { number } = await opened(casa.owner, nova.topicId)
    await until(
      () =>
        database.owner.deliveryAttempt.findFirst({ where: { outcome: 'retry', marketplaceId: nova.marketplaceId } }),
      'a failed attempt',
    )
    await mail.start()
    await database.shiftClock(offsetTo(AT_NIGHT) + MINUTE)
    const [arrived] = await mail.waitFor(({ subject }) => subject.includes(number))
    expect(arrived?.subject).toBe(`[${number}] The feed has stopped`)
    expect(arrived?.text).toContain('Hemos recibido tu solicitud')
    expect(arrived?.html).toContain('<html lang="es">')
  })

  test('a refused address fails at once, and the next step is now', async () => {
    const primary = await onCallNow(nova)
    mail.mood('refuse', await mailbox(primary.membershipId))
    const { claimId, number } = await claimed(database.owner, nova.partners[0].owner, nova)
    const other = primary === nova.oncall ? nova.oncall2 : nova.oncall
    const [page] = await mail.waitFor(({ subject }) => subject.includes(number) && subject.startsWith('P0'))
    expect(page?.to).toBe(await mailbox(other.membershipId))
    const { id } = await escalationOf(claimId)
    expect(await kindsOf(database.owner, id)).toEqual(['opened', 'step_entered', 'step_failed', 'step_entered'])
    expect(await database.owner.delivery.findFirst({ where: { subjectId: id, step: 1 } })).toMatchObject({
      status: 'FAILED',
      attempt: 1,
    })
  })

  test('a channel without a sender fails plainly and the next step is now', async () => {
    const primary = await onCallNow(nova)
    await database.owner.contactMethod.updateMany({
      where: { membershipId: primary.membershipId },
      data: { channel: 'push' },
    })
    const { claimId } = await claimed(database.owner, nova.partners[0].owner, nova)
    const { id } = await escalationOf(claimId)
    const failed = await until(
      () => database.owner.delivery.findFirst({ where: { subjectId: id, status: 'FAILED' } }),
      'the failed push',
    )
    expect(failed.outcome).toBe('the channel push is not available')
    await until(async () => (await runRow(database.owner, id)).step === 2, 'the next step')
  })

  test('an answer reaches the partner in its language, with the words, as text', async () => {
    const sever = nova.partners[1]
    const { ticketId, number } = await opened(sever.owner, nova.topicId)
    await mail.waitFor(({ subject }) => subject.includes(number))
    const { version } = await database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })
    const body = 'Please <b>try</b> again & tell us.'
    expect(await answerTicket(nova.agent, { ticketId, version, body, attachmentIds: [] })).toMatchObject({ ok: true })
    const [answer] = await mail.waitFor(
      ({ subject, text }) => subject.includes(number) && text.includes('Вам ответили'),
    )
    expect(answer?.text).toContain('> Please <b>try</b> again & tell us.')
    expect(answer?.html).toContain('Please &lt;b&gt;try&lt;/b&gt; again &amp; tell us.')
    expect(answer?.html).toContain('<html lang="ru">')
    expect(answer?.headers.references).toContain(`ticket.${ticketId}@`)
  })

  test('confirmed in the daytime: paged at once, and the partner is told', async () => {
    await database.shiftClock(offsetTo(AT_WORK))
    const casa = nova.partners[0]
    const { claimId, number } = await claimed(database.owner, casa.owner, nova)
    const { id: escalationId } = await escalationOf(claimId)
    expect(await confirmClaim(nova.agent, { escalationId })).toMatchObject({ ok: true })
    await mail.waitFor(({ subject }) => subject.startsWith(`P0 ${number}`))
    const [told] = await mail.waitFor(
      ({ subject, text }) => subject.startsWith(`[${number}]`) && text.includes('La tratamos como urgente'),
    )
    expect(told?.to).toBe(await mailbox(casa.owner.membershipId))
  })
})

describe('several workers, and their end', { timeout: 60_000 }, () => {
  afterEach(endWorkers)

  test('two share the work and double nothing', async () => {
    await Promise.all([work(), work()])
    const numbers: string[] = []
    for (let round = 0; round < 6; round++) {
      for (const { owner, member } of nova.partners) {
        const [first, second] = await Promise.all([opened(owner, nova.topicId), opened(member, nova.topicId)])
        numbers.push(first.number, second.number)
      }
    }
    const mine = ({ subject }: { subject: string }) => numbers.some((number) => subject.includes(`[${number}]`))
    await mail.waitFor(mine, numbers.length, 25_000)
    await pause(500)
    expect(mail.copies().filter(mine)).toHaveLength(numbers.length)
    const attempts = await database.owner.deliveryAttempt.groupBy({
      by: ['workerId'],
      where: { marketplaceId: nova.marketplaceId },
      _count: true,
    })
    expect(attempts.reduce((sum, { _count }) => sum + _count, 0)).toBe(numbers.length)
  })

  test('Postgres cuts every connection: the worker comes back by itself, as another one', async () => {
    const worker = await work()
    await database.owner.$executeRaw`
      select pg_terminate_backend(pid) from pg_stat_activity
       where usename = 'waybill_worker' and datname = current_database()`
    const { number } = await claimed(database.owner, nova.partners[0].owner, nova)
    await mail.waitFor(({ subject }) => subject.startsWith(`P0 ${number}`))
    expect(worker.output()).toContain('worker connected again')
    expect(worker.child.exitCode).toBeNull()
  })

  test('SIGTERM: what is under way is finished and settled, then it ends with 0', async () => {
    mail.mood({ late: 1500 })
    const worker = await work()
    const { number } = await opened(nova.partners[0].owner, nova.topicId)
    await mail.waitFor(({ subject }) => subject.includes(number))
    const begun = performance.now()
    expect(await worker.stop()).toBe(0)
    expect(performance.now() - begun).toBeLessThan(9_000)
    expect(await database.owner.delivery.findMany({ where: { marketplaceId: nova.marketplaceId } })).toMatchObject([
      { status: 'SENT', attempt: 1 },
    ])
  })

  test('kill -9 while the mail server thinks: another worker takes over long before the lease is over', async () => {
    mail.mood('hang')
    const first = await work()
    const { number } = await opened(nova.partners[0].owner, nova.topicId)
    await mail.waitFor(({ subject }) => subject.includes(number))
    await work()
    mail.mood('accept')
    await first.kill()
    const killed = performance.now()
    await mail.waitFor(({ subject }) => subject.includes(number), 2)
    expect(performance.now() - killed, 'seen by its lock, not by its lease').toBeLessThan(12_000)
    const [delivery] = await until(async () => {
      const rows = await database.owner.delivery.findMany({
        where: { marketplaceId: nova.marketplaceId, status: 'SENT' },
      })
      return rows.length === 1 ? rows : null
    }, 'the settled mail')
    expect(
      await database.owner.deliveryAttempt.findMany({
        where: { deliveryId: delivery?.id ?? '' },
        orderBy: { attempt: 'asc' },
      }),
    ).toMatchObject([
      { attempt: 1, outcome: 'unknown' },
      { attempt: 2, outcome: 'sent' },
    ])
    const ids = mail
      .copies()
      .filter(({ subject }) => subject.includes(number))
      .map(({ messageId }) => messageId)
    expect(new Set(ids).size, 'a doubled copy is recognisable').toBe(1)
  })
})
