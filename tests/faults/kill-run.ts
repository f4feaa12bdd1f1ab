import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '@/lib/foundation/ids'
import { CONDITIONS } from '@/lib/tickets/schema'
import { AT_NIGHT, offsetTo } from '../builders/urgent'
import { buildMarketplace, buildPartner, type MarketplaceWorld } from '../builders/world'
import type { TestDatabase } from '../setup/database'
import type { Running } from '../setup/process'
import { until } from '../setup/process'
import type { Copy, SmtpReceiver } from '../setup/smtp-receiver'
import type { Stack } from '../setup/stack'
import { builtActions } from '../walls/built'
import { cookieOf } from '../walls/knock'
import { type Kill, mayDouble } from './kills'
import { acknowledgeOverHttp, claimOverHttp } from './partner-client'

export type KillRun = {
  kills: number
  /** Numbers that HTTP answered. */
  promised: number
  /** Promised numbers of which no page reached anybody's mailbox within the limit. */
  lostPages: string[]
  /** Promised numbers whose confirmation never reached the partner within the limit. */
  lostConfirmations: string[]
  /** Subjects that stand in the database other than exactly once. */
  wrongTickets: string[]
  /** Acknowledgements that HTTP answered and that the page afterwards does not know. */
  lostAcknowledgements: string[]
  /** Copies beyond the first of the same message. */
  doubled: number
  mostDoubles: number
  /** Milliseconds from the new worker's readiness to the last page of the round, one a round. */
  recovery: number[]
}

type Ground = { database: TestDatabase; stack: Stack; mail: SmtpReceiver; workerFolder?: string | undefined }

/** How long a page may take after the kill before it counts as lost, in milliseconds. */
const PAGE_LIMIT = 20_000

/** At night nobody assesses: a claim pages at once. */
export async function prepareNight({ database }: Pick<Ground, 'database'>, prefix: string): Promise<MarketplaceWorld> {
  await database.shiftClock(offsetTo(AT_NIGHT))
  const seed = { slug: `night-${prefix.toLowerCase()}`, name: 'Night Market', prefix, timeZone: 'Europe/Rome' }
  return buildMarketplace(database.owner, seed)
}

/**
 * Plays one round a kill: three claims over HTTP by a new partner, the previous round's pages acknowledged over HTTP,
 * somebody killed meanwhile. The ledger is what HTTP answered and what the mail server received.
 */
export async function killRun(ground: Ground, nova: MarketplaceWorld, kills: readonly Kill[]): Promise<KillRun> {
  const { database, stack, mail } = ground
  const open = builtActions().find(({ name }) => name.endsWith('new/actions.ts openTicketAction'))
  if (!open) throw new Error('the build has no action that opens a request')
  const promised = new Map<string, string>()
  const acknowledged: string[] = []
  const lostPages: string[] = []
  const lostConfirmations: string[] = []
  const recovery: number[] = []
  let toAcknowledge: string[] = []

  for (const kill of kills) {
    const victim = await stack.startWorker(
      kill.who === 'worker' && kill.at !== 'random' ? { WAYBILL_FAILPOINT: kill.at } : {},
      ground.workerFolder,
    )
    const { technical } = await buildPartner(database.owner, nova.marketplaceId, nova.slug, `Firm ${newId()}`, 'en')
    const cookie = await cookieOf(database, technical)
    const round: string[] = []
    const claims = CONDITIONS.map(async (condition) => {
      const subject = `Checkout down ${newId()}`
      const claim = { topicId: nova.urgentTopicId, subject, condition }
      const number = await claimOverHttp(stack.address, nova.slug, open, { actor: technical, cookie }, claim)
      promised.set(number, subject)
      round.push(number)
    })
    const taps = toAcknowledge.map(async (link) => {
      await acknowledgeOverHttp(link)
      acknowledged.push(link)
    })
    await strike(kill, stack, victim)
    await Promise.all([...claims, ...taps])
    if (kill.who === 'worker')
      await until('the worker is dead', () => victim.child.signalCode !== null, PAGE_LIMIT, victim)

    const successor = kill.who === 'worker' ? await stack.startWorker({}, ground.workerFolder) : victim
    const begun = performance.now()
    const missing = await missingOf(mail, round)
    lostPages.push(...missing.pages)
    lostConfirmations.push(...missing.confirmations)
    if (missing.pages.length + missing.confirmations.length === 0) recovery.push(Math.round(performance.now() - begun))
    toAcknowledge = round.flatMap((number) => linkIn(mail.copies().findLast((copy) => isPage(copy, number))) ?? [])
    await successor.stop()
  }

  return {
    kills: kills.length,
    promised: promised.size,
    lostPages,
    lostConfirmations,
    wrongTickets: await wrongTickets(database, [...promised.values()]),
    lostAcknowledgements: await forgotten(acknowledged),
    doubled: doubles(mail.copies()),
    // A page and a confirmation of each claim of the round can be in flight at the moment of one kill.
    mostDoubles: kills.filter(mayDouble).length * CONDITIONS.length * 2,
    recovery,
  }
}

async function strike(kill: Kill, stack: Stack, victim: Running): Promise<void> {
  if (kill.at !== 'random') return
  await pause(randomInt(0, 250))
  if (kill.who === 'worker') {
    await victim.kill()
  } else {
    await stack.web.kill()
    await stack.startWeb()
  }
}

/** Which of `numbers` had no page, and no confirmation, within the limit. */
async function missingOf(mail: SmtpReceiver, numbers: readonly string[]) {
  const look = () => {
    const copies = mail.copies()
    const without = (is: (copy: Copy, number: string) => boolean) =>
      numbers.filter((number) => !copies.some((copy) => is(copy, number)))
    return { pages: without(isPage), confirmations: without(isConfirmation) }
  }
  let missing = look()
  for (const begun = performance.now(); performance.now() - begun < PAGE_LIMIT; missing = look()) {
    if (missing.pages.length + missing.confirmations.length === 0) break
    await pause(20)
  }
  return missing
}

function isPage(copy: Copy, number: string): boolean {
  return linkIn(copy) !== undefined && new RegExp(`\\b${number}\\b`).test(copy.subject + copy.text)
}

function isConfirmation(copy: Copy, number: string): boolean {
  return linkIn(copy) === undefined && new RegExp(`\\b${number}\\b`).test(copy.subject)
}

function linkIn(copy: Copy | undefined): string | undefined {
  return /https?:\/\/\S+\/ack\/[\w-]+/.exec(copy?.text ?? '')?.[0]
}

function doubles(copies: readonly Copy[]): number {
  return copies.length - new Set(copies.map(({ to, messageId }) => `${to} ${messageId}`)).size
}

async function wrongTickets({ owner }: TestDatabase, subjects: readonly string[]): Promise<string[]> {
  const rows = await owner.ticket.findMany({ where: { subject: { in: [...subjects] } }, select: { subject: true } })
  return subjects.filter((subject) => rows.filter((row) => row.subject === subject).length !== 1)
}

/** Acknowledge links whose page still offers to take what HTTP said was taken. */
async function forgotten(links: readonly string[]): Promise<string[]> {
  const pages = await Promise.all(links.map(async (link) => ({ link, html: await (await fetch(link)).text() })))
  return pages.filter(({ html }) => html.includes('value="take"')).map(({ link }) => link)
}
