import { deliveryId } from '@/lib/escalation/delivery-key'
import { transition } from '@/lib/escalation/transition'
import type { Command, Context, Escalation, EscalationEvent, PlannedDelivery } from '@/lib/escalation/transition-types'
import { after, DAY, HOUR, MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { OUT_POLICIES } from './out-policies'
import type { Grounds, SeededCompany, SeededMarketplace } from './world'

/** What the first company was called for, in the language of its people. */
const SAID: Partial<Record<string, { title: string; detail: string; note: string }>> = {
  it: {
    title: 'Il feed dei prodotti risponde HTTP 500',
    detail:
      'Dalle 10:40 feed.xml risponde 500 a ogni tentativo, ogni 5 minuti. Prezzi e giacenze sono fermi alle 10:35.',
    note: 'Disco pieno sul server del feed. Liberato spazio, il file viene rigenerato.',
  },
  'pt-BR': {
    title: 'O feed de produtos responde HTTP 500',
    detail:
      'Desde as 10h40 o feed.xml responde 500 a cada tentativa, de 5 em 5 minutos. Preços e estoque pararam às 10h35.',
    note: 'Disco cheio no servidor do feed. Espaço liberado, o arquivo está sendo gerado de novo.',
  },
}
const IN_ENGLISH = {
  title: 'The product feed answers HTTP 500',
  detail: 'Since 10:40 feed.xml answers 500 to every fetch, every 5 minutes. Prices and stock stand still since 10:35.',
  note: 'The disk of the feed server was full. Space is free again, the file is being made anew.',
}

/**
 * A call that is over (000-15, 000-16): the first company's technical contact was told, took it, wrote what it was and mended
 * it. The engine's own `transition` lives through it, so that its row is the fold of its events.
 */
export async function writePartnerCall({ tx, now }: Grounds, marketplace: SeededMarketplace): Promise<void> {
  const { id: marketplaceId, companies, staff } = marketplace
  const [company] = companies.values()
  const caller = [...staff.values()].find(({ role }) => role === 'lead')
  const [technical = company?.owner] = company?.technical ?? []
  const version = await tx.policyVersion.findFirst({
    where: { marketplaceId, policy: { direction: 'OUT', severity: 'P1' } },
  })
  const policy = OUT_POLICIES.find(({ severity }) => severity === 'P1')
  if (!company || !caller || !technical || !version || !policy) throw new Error('nobody could be called')
  const said = SAID[company.locale] ?? IN_ENGLISH
  const openedAt = after(now, -3 * DAY)
  const context = contextOf(policy, technical)
  const played: [Command, number][] = [
    [{ kind: 'Open', direction: 'OUT', severity: 'P1', by: caller.membershipId }, 0],
    [{ kind: 'Ack', by: technical.membershipId }, 11 * MINUTE],
    [{ kind: 'Note', by: technical.membershipId, text: said.note }, 26 * MINUTE],
    [{ kind: 'Resolve', by: technical.membershipId }, 48 * MINUTE],
  ]
  let row: Escalation | null = null
  const events: EscalationEvent[] = []
  const pages: PlannedDelivery[] = []
  for (const [command, wait] of played) {
    const outcome = transition(row, command, after(openedAt, wait), context)
    if (!outcome.ok) throw new Error(`the call has a ${command.kind} that is refused: ${outcome.why}`)
    row = Object.assign({}, row, outcome.value.patch) as Escalation
    events.push(...outcome.value.events)
    pages.push(...outcome.value.deliveries)
  }
  const id = newId()
  const { ackedBy, confirmedBy, confirmedAt, ...rest } = row as Escalation
  await tx.escalation.create({
    data: {
      ...rest,
      marketplaceId,
      id,
      dedupKey: `out:${company.id}:feed`,
      source: 'hand',
      partnerId: company.id,
      title: said.title,
      detail: said.detail,
      deadlineAt: after(openedAt, DAY),
      policyVersionId: version.id,
      ackedById: ackedBy,
      assessedById: confirmedBy,
      assessedAt: confirmedAt,
      openedAt,
      closedAt: after(openedAt, 48 * MINUTE),
    },
  })
  await tx.escalationEvent.createMany({
    data: events.map(({ seq, at, kind, by, ...data }) => ({
      marketplaceId,
      escalationId: id,
      seq,
      at,
      kind,
      authorId: by,
      data: JSON.parse(JSON.stringify(data)),
    })),
  })
  await tx.delivery.createMany({ data: pages.map((page) => sent(marketplaceId, id, company, openedAt, page)) })
}

function contextOf(policy: (typeof OUT_POLICIES)[number], technical: SeededCompany['owner']): Context {
  const methods = [{ ruleIndex: 0, channel: 'mail' as const, address: technical.email, delaySeconds: 0 }]
  const contact = { membershipId: technical.membershipId, methods }
  const asked = policy.steps.map(({ targets }) =>
    targets.some(({ kind }) => kind === 'partner_contacts') ? [contact] : [],
  )
  return {
    staffed: true,
    policy: { ...policy, assessTimeoutSeconds: HOUR / 1000 },
    steps: asked,
    assess: [],
    catchAll: [contact],
    owner: null,
    ownerTouchedAt: null,
    partnerInMaintenance: false,
    isClaim: false,
    holdUntil: null,
    holdWhy: 'window',
  }
}

function sent(marketplaceId: string, escalationId: string, company: SeededCompany, at: Date, page: PlannedDelivery) {
  const { kind, epoch, loop, step, ruleIndex, membershipId: recipientId, channel, address } = page
  const where = {
    marketplaceId,
    id: deliveryId(escalationId, page),
    subjectKind: 'escalation',
    subjectId: escalationId,
  }
  const to = { partnerId: company.id, recipientId, channel, address, locale: company.locale, payload: { ruleIndex } }
  const settledAt = after(at, 180)
  return { ...where, ...to, kind, epoch, loop, step, priority: 0, status: 'SENT', attempt: 1, createdAt: at, settledAt }
}
