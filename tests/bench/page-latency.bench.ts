import { confirmClaim } from '@/lib/escalation'
import { newId } from '@/lib/foundation/ids'
import { openTicket } from '@/lib/tickets'
import { AT_NIGHT, AT_WORK, offsetTo } from '../builders/urgent'
import { buildMarketplace, buildPartner, type MarketplaceWorld } from '../builders/world'
import { type BenchGround, onGround, percentiles, print } from './ground'

// How long from the partner's "send" to the first human's mailbox, and from "it is urgent" to the page's hand-over.
// One worker, one mail server on the loopback, claims one after another; instants are this machine's.

const CLAIMS = Number(process.env.WAYBILL_BENCH_CLAIMS ?? 100)

await onGround(async (ground) => {
  await ground.stack.startWorker()
  const night = await marketplaceAt(ground, AT_NIGHT, 'NI')
  print(row('claim -> first human notified (night: paged)', await series(() => claimToMail(ground, night))))
  const day = await marketplaceAt(ground, AT_WORK, 'DA')
  const confirmed: number[] = []
  const asked = await series(() => claimToMail(ground, day, (took) => confirmed.push(took)))
  print(row('claim -> first human notified (day: please assess)', asked))
  print(row('confirm -> page handed to SMTP', confirmed))
})
process.exit(0)

async function series(one: () => Promise<number>): Promise<number[]> {
  for (let warm = 0; warm < 5; warm++) await one()
  const took: number[] = []
  for (let claim = 0; claim < CLAIMS; claim++) took.push(await one())
  return took
}

async function marketplaceAt({ owner }: BenchGround, at: Date, prefix: string): Promise<MarketplaceWorld> {
  const moved = { offsetMs: BigInt(offsetTo(at)) }
  await owner.clockOffset.upsert({ where: { id: 1 }, create: { id: 1, ...moved }, update: moved })
  return buildMarketplace(owner, {
    slug: `bench-${prefix.toLowerCase()}`,
    name: 'Bench',
    prefix,
    timeZone: 'Europe/Rome',
  })
}

/** Milliseconds from the call that opens the request to its first escalation mail; then confirms it and times that too. */
async function claimToMail(
  ground: BenchGround,
  nova: MarketplaceWorld,
  confirmed?: (took: number) => void,
): Promise<number> {
  const { owner, mail } = ground
  const { technical } = await buildPartner(owner, nova.marketplaceId, nova.slug, `Firm ${newId()}`, 'en')
  const begun = Date.now()
  const opened = await openTicket(technical, {
    submissionKey: newId(),
    topicId: nova.urgentTopicId,
    subject: 'Checkout returns 500',
    body: 'Every order has failed since 03:04.',
    attachmentIds: [],
    claim: { condition: 'orders_blocked' },
  })
  if (!opened.ok) throw new Error(opened.why)
  const mine = (copy: { subject: string; text: string }) =>
    copy.text.includes('/ack/') && new RegExp(`\\b${opened.value.number}\\b`).test(copy.subject + copy.text)
  const [first] = await mail.waitFor(mine)
  if (!first) throw new Error('no mail')
  if (confirmed) {
    const row = await owner.escalation.findFirstOrThrow({ where: { ticketId: opened.value.ticketId } })
    const before = mail.copies().filter(mine).length
    const decided = Date.now()
    const outcome = await confirmClaim(nova.lead, { escalationId: row.id })
    if (!outcome.ok) throw new Error(outcome.why)
    const copies = await mail.waitFor(mine, before + 1)
    confirmed((copies.at(-1)?.at ?? Number.NaN) - decided)
  }
  return first.at - begun
}

function row(what: string, values: readonly number[]): string {
  const { p50, p99, n } = percentiles(values)
  return `${what.padEnd(52)} p50 ${String(p50).padStart(5)} ms   p99 ${String(p99).padStart(5)} ms   n ${n}`
}
