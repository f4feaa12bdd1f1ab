import { setTimeout as pause } from 'node:timers/promises'
import type { PrismaClient } from '@/lib/db'
import { acknowledge } from '@/lib/escalation'
import { actorBehind } from '@/lib/escalation/night-page'
import { newId } from '@/lib/foundation/ids'
import { openTicket } from '@/lib/tickets'
import { CONDITIONS } from '@/lib/tickets/schema'
import { requestForm } from '../builders/tickets'
import { buildPartner, type MarketplaceWorld, type PartnerWorld } from '../builders/world'
import type { Outside } from './outside'

/** How long somebody goes on pressing "send" while nobody answers, in milliseconds. */
const PATIENCE = 120_000

/** Partners that claim and engineers that acknowledge, until they are told to stop. */
export class Load {
  readonly taken = new Set<string>()
  private stopped = false
  private readonly running: Promise<void>[] = []
  private readonly partners: Promise<PartnerWorld>[] = []

  constructor(
    private readonly owner: PrismaClient,
    private readonly place: MarketplaceWorld,
    private readonly outside: Outside,
  ) {}

  /** Partners made beforehand, so that making them never waits for a database that is away. Three claims each. */
  async prepare(count: number): Promise<void> {
    for (let index = 0; index < count; index++) await this.partner(index)
  }

  /** Begins a stream of claims, `gap` milliseconds after each answer. */
  claims(gap: number): void {
    this.running.push(this.stream(gap))
  }

  /** Opens one urgent request and presses "send" again with the same key until it is answered. */
  async claim(): Promise<string> {
    const turn = this.turn++
    const partner = await this.partner(Math.floor(turn / CONDITIONS.length))
    const subject = `Checkout down ${newId()}`
    const form = requestForm(this.place.urgentTopicId, { subject, claim: { condition: CONDITIONS[turn % 3] } })
    const opened = await untilAnswered(() => openTicket(partner.technical, form))
    if (!opened.ok) throw new Error(opened.why)
    this.outside.promise(opened.value.number, subject, Date.now())
    return opened.value.number
  }

  /** Presses "I'm on it" until it is answered. */
  take(token: string): void {
    this.running.push(
      untilAnswered(async () => {
        const behind = await actorBehind(token)
        if (!behind) throw new Error('a page whose link nobody knows')
        const outcome = await acknowledge(behind.actor, { escalationId: behind.escalationId })
        if (outcome.ok) this.taken.add(behind.escalationId)
      }),
    )
  }

  /** Begins nothing more; resolves when everything under way is answered. */
  async stop(): Promise<void> {
    this.stopped = true
    for (let count = -1; count !== this.running.length; ) {
      count = this.running.length
      await Promise.all(this.running)
    }
  }

  private turn = 0

  private partner(index: number): Promise<PartnerWorld> {
    const { marketplaceId, slug } = this.place
    this.partners[index] ??= buildPartner(this.owner, marketplaceId, slug, `Firm ${newId()}`, 'en')
    return this.partners[index]
  }

  private async stream(gap: number): Promise<void> {
    for (; !this.stopped; await pause(gap)) await this.claim()
  }
}

async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const begun = performance.now(); ; await pause(100)) {
    try {
      return await ask()
    } catch (error) {
      // The database is gone in the middle of it: nothing was promised, ask again.
      if (performance.now() - begun > PATIENCE) throw error
    }
  }
}
