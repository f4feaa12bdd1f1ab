import { beforeEach, describe, expect, test } from 'vitest'
import {
  addEndpoint,
  archivePolicy,
  disableEndpoint,
  endpointList,
  makeDefaultPolicy,
  pageOnCall,
  pagePreview,
  policyForm,
  policyList,
  policyOverTime,
  policyPage,
  previewPolicy,
  rotateEndpoint,
  savePolicy,
  testEndpoint,
} from '@/lib/escalation'
import type { PolicyDefinition } from '@/lib/escalation/schema'
import { newId } from '@/lib/foundation/ids'
import { openTicket } from '@/lib/tickets'
import { freshMarketplace } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
})

const nothingElse = async () => []
const ladder = (changed: Partial<PolicyDefinition> = {}): PolicyDefinition => ({
  name: 'Nights',
  steps: [{ delaySeconds: 300, targets: [{ kind: 'schedule', scheduleId: nova.scheduleId }] }],
  repeat: 2,
  ackExpirySeconds: null,
  assessTimeoutSeconds: 900,
  catchAllEverySeconds: 600,
  catchAll: [],
  paging: {},
  ...changed,
})
const save = (input: Partial<Parameters<typeof savePolicy>[1]> = {}, who = nova.admin) =>
  savePolicy(who, { version: 0, direction: 'IN', definition: ladder(), ...input })
const pageOf = async (policyId: string) => {
  const page = await policyPage(nova.agent, { policyId, locale: 'en' })
  if (!page) throw new Error('no such policy')
  return page
}
async function made(input: Partial<Parameters<typeof savePolicy>[1]> = {}): Promise<string> {
  const saved = await save(input)
  if (!saved.ok) throw new Error(saved.why)
  return saved.value.policyId
}
const defaultPolicy = async () => {
  const list = await policyList(nova.agent, 'en')
  const found = list?.policies.find(({ isDefault }) => isDefault)
  if (!found) throw new Error('no default policy')
  return found
}
async function openedTicket(): Promise<string> {
  const said = { subject: 'The feed stands still', body: 'Since noon.', attachmentIds: [] }
  const [casa] = nova.partners
  const opened = await openTicket(casa.owner, { submissionKey: newId(), topicId: nova.topicId, ...said })
  if (!opened.ok) throw new Error(opened.why)
  return opened.value.ticketId
}

describe('saving a policy', () => {
  test('makes a version with its author, and tells which sentences came and went', async () => {
    const policyId = await made()
    const saved = await save({ policyId, version: 1, definition: ladder({ repeat: 3 }) }, nova.lead)
    expect(saved).toEqual({ ok: true, value: { policyId, version: 2 } })
    const { versions, sentences } = await pageOf(policyId)
    expect(versions.map(({ version }) => version)).toEqual([2, 1])
    expect(versions[0]).toMatchObject({
      by: { membershipId: nova.lead.membershipId },
      minus: ['The whole ladder twice.'],
      plus: ['The whole ladder 3 times.'],
    })
    expect(sentences).toEqual(versions[0]?.sentences)
    const audit = await database.owner.auditEvent.findMany({ where: { subjectId: policyId }, orderBy: { at: 'asc' } })
    expect(audit.map(({ act }) => act)).toEqual(['policy.save', 'policy.save'])
  })

  test('invariant 14: an open escalation goes on with the version it began with', async () => {
    const before = await defaultPolicy()
    const ticketId = await openedTicket()
    const paged = await pageOnCall(nova.agent, { ticketId, severity: 'P1', reason: 'Orders wait.' })
    if (!paged.ok) throw new Error(paged.why)
    const form = await policyForm(nova.admin, { policyId: before.id, locale: 'en' })
    expect(form).toMatchObject({ version: 1, openNow: 1 })
    const frozen = await database.owner.escalation.findFirstOrThrow({ where: { id: paged.value.escalationId } })
    await save({ policyId: before.id, version: 1, definition: { ...ladder(), name: before.name, steps: [] } })
    expect(await pageOf(before.id)).toMatchObject({ version: 2, openUnderOlder: 1 })
    const after = await database.owner.escalation.findFirstOrThrow({ where: { id: paged.value.escalationId } })
    expect(after).toEqual(frozen)
  })

  test('a version that somebody else saved meanwhile is never written over unseen', async () => {
    const policyId = await made()
    await save({ policyId, version: 1, definition: ladder({ repeat: 3 }) }, nova.lead)
    const late = await save({ policyId, version: 1, definition: ladder({ repeat: 4 }) })
    expect(late).toMatchObject({ ok: false, why: 'policy_changed', details: { version: 2 } })
    expect((await pageOf(policyId)).version).toBe(2)
    expect(await save({ policyId, version: 2, definition: ladder({ repeat: 4 }) })).toMatchObject({ ok: true })
  })

  test('two who save at once: one version each at most, and one of them is told', async () => {
    const policyId = await made()
    const both = await Promise.all(
      [3, 4].map((repeat) => save({ policyId, version: 1, definition: ladder({ repeat }) })),
    )
    expect(both.map((one) => (one.ok ? 'saved' : one.why)).sort()).toEqual(['policy_changed', 'saved'])
    expect((await pageOf(policyId)).version).toBe(2)
  })

  test('what stands already makes no version, and a new name alone makes none', async () => {
    const policyId = await made()
    expect(await save({ policyId, version: 1 })).toEqual({ ok: true, value: { policyId, version: 1 } })
    await save({ policyId, version: 1, definition: ladder({ name: 'Nights and Sundays' }) })
    expect(await pageOf(policyId)).toMatchObject({ name: 'Nights and Sundays', version: 1 })
  })

  test('nobody and nothing of another marketplace can be named, nor a partner’s contacts where none is called', async () => {
    const other = await freshMarketplace(database.owner)
    const targets: PolicyDefinition['steps'][number]['targets'] = [
      { kind: 'user', membershipId: other.oncall.membershipId },
      { kind: 'user', membershipId: nova.partners[0].owner.membershipId },
      { kind: 'schedule', scheduleId: other.scheduleId },
      { kind: 'webhook', endpointId: newId() },
      { kind: 'partner_contacts' },
    ]
    for (const target of targets) {
      const definition = ladder({ steps: [{ delaySeconds: 300, targets: [target] }] })
      expect(await save({ definition }), target.kind).toMatchObject({ ok: false, why: 'policy_target_unknown' })
    }
  })

  test('000-15, 000-16: partners are called by one policy for each severity, whose steps make their deadline', async () => {
    const { policies, missing } = (await policyList(nova.agent, 'en')) ?? { policies: [], missing: [] }
    const out = policies.filter(({ direction }) => direction === 'OUT')
    expect(missing).toEqual([])
    expect(out.map(({ severity, deadlineSeconds }) => [severity, deadlineSeconds])).toEqual([
      ['P0', 3600],
      ['P1', 86_400],
      ['P2', 604_800],
    ])
    const second = await save({ direction: 'OUT', severity: 'P1' })
    expect(second).toMatchObject({ ok: false, why: 'policy_severity_taken' })
    const [first] = out
    expect(await archivePolicy(nova.admin, { policyId: first?.id ?? '' }, nothingElse)).toMatchObject({
      why: 'policy_of_severity',
    })
  })
})

describe('before it is saved', () => {
  test('a step that reaches nobody now, people without a verified way and a hold are said', async () => {
    const definition = ladder({
      steps: [
        { delaySeconds: 300, targets: [{ kind: 'user', membershipId: nova.agent.membershipId }] },
        { delaySeconds: 300, targets: [{ kind: 'user', membershipId: nova.lead.membershipId }] },
      ],
      paging: { holdUntilSomeoneIsOn: true, hold: ['P2'] },
    })
    await database.owner.notifyRule.deleteMany({ where: { membershipId: nova.agent.membershipId } })
    const preview = await previewPolicy(nova.admin, { direction: 'IN', definition }, 'en')
    if (!preview.ok) throw new Error(preview.why)
    const kinds = preview.value.warnings.map(({ kind }) => kind)
    expect(kinds).toEqual(['step_reaches_nobody', 'unreachable', 'held'])
    expect(preview.value.warnings[0]).toMatchObject({ step: 1 })
    expect(preview.value.sentences).toContain('While nobody is on call, P2 waits until somebody is.')
  })
})

describe('the default and the archive', () => {
  test('another becomes the default; the default, and what a topic or a key names, is not archived', async () => {
    const old = await defaultPolicy()
    const policyId = await made()
    expect(await archivePolicy(nova.admin, { policyId: old.id }, nothingElse)).toMatchObject({
      why: 'policy_is_default',
    })
    expect(await makeDefaultPolicy(nova.admin, { policyId })).toMatchObject({ ok: true })
    expect((await defaultPolicy()).id).toBe(policyId)
    await database.owner.topic.updateMany({ where: { id: nova.topicId }, data: { policyId: old.id } })
    expect(await archivePolicy(nova.admin, { policyId: old.id }, nothingElse)).toMatchObject({
      why: 'policy_in_use',
      details: { uses: 'Feed import' },
    })
    await database.owner.topic.updateMany({ where: { id: nova.topicId }, data: { policyId: null } })
    expect(await archivePolicy(nova.admin, { policyId: old.id }, async () => ['Prometheus'])).toMatchObject({
      details: { uses: 'Prometheus' },
    })
    expect(await archivePolicy(nova.admin, { policyId: old.id }, nothingElse)).toEqual({ ok: true, value: null })
    expect(await archivePolicy(nova.admin, { policyId: old.id }, nothingElse)).toEqual({ ok: true, value: null })
    expect(await save({ policyId: old.id, version: 1 })).toMatchObject({ why: 'policy_archived' })
    expect(await makeDefaultPolicy(nova.admin, { policyId: old.id })).toMatchObject({ why: 'policy_archived' })
  })
})

describe('who would be called', () => {
  test('over a week: the shifts by name, in order and without a break', async () => {
    const policyId = await made()
    const from = new Date('2026-01-12T00:00:00Z')
    const to = new Date('2026-01-26T00:00:00Z')
    const over = await policyOverTime(nova.agent, { policyId, from, to })
    expect(over?.steps).toBe(1)
    expect(over?.stretches.length).toBeGreaterThan(1)
    const [first] = over?.stretches ?? []
    expect(first?.from).toEqual(from)
    expect(first?.steps[0]?.people[0]?.name).not.toBe('')
    expect(over?.stretches.at(-1)?.to).toEqual(to)
  })

  test('A8: before the engineer on call is paged from a request, and that it is open already afterwards', async () => {
    const ticketId = await openedTicket()
    const before = await pagePreview(nova.agent, ticketId)
    expect(before).toMatchObject({ open: null })
    expect(Object.keys(before?.runs ?? {}).sort()).toEqual(['P0', 'P1', 'P2'])
    expect(before?.sample?.titles.P1).toContain('P1')
    const called = before?.runs.P0?.steps[0]?.receivers[0]
    expect(called?.person?.name).toBe(before?.sample?.name)
    await pageOnCall(nova.agent, { ticketId, severity: 'P0', reason: 'Orders wait.' })
    expect((await pagePreview(nova.agent, ticketId))?.open).toMatchObject({ state: 'PAGING', severity: 'P0' })
  })
})

describe('webhook endpoints', () => {
  const hook = { name: 'NOC', url: 'https://hooks.example/noc' }

  test('the signing secret is told once, another takes its place, nothing of it is stored', async () => {
    const added = await addEndpoint(nova.admin, hook)
    if (!added.ok) throw new Error(added.why)
    const { endpointId, secret } = added.value
    expect(secret).toMatch(/^whsec_/)
    const rotated = await rotateEndpoint(nova.admin, { endpointId })
    expect(rotated.ok && rotated.value.secret).not.toBe(secret)
    const row = await database.owner.webhookEndpoint.findFirstOrThrow({ where: { id: endpointId } })
    expect(row.secretVersion).toBe(2)
    expect(JSON.stringify(row)).not.toContain('whsec_')
    expect(await addEndpoint(nova.admin, hook)).toMatchObject({ why: 'endpoint_name_taken' })
    // Nor does the log tell more of its address than the host: the rest is often a secret of its own.
    const logged = await database.owner.auditEvent.findMany({ where: { subjectId: endpointId } })
    expect(JSON.stringify(logged)).toContain('hooks.example')
    expect(JSON.stringify(logged)).not.toContain('/noc')
  })

  test.each(['http://hooks.example/noc', 'https://127.0.0.2/noc', 'https://[::1]/', 'https://10.0.0.1/'])(
    '%s is not called',
    async (url) => {
      expect(await addEndpoint(nova.admin, { name: 'Inside', url })).toMatchObject({ why: 'endpoint_address' })
    },
  )

  test('a test goes through the ledger, once a minute, and its fate is told; one that is off gets none', async () => {
    const added = await addEndpoint(nova.admin, hook)
    if (!added.ok) throw new Error(added.why)
    const { endpointId } = added.value
    expect(await testEndpoint(nova.admin, { endpointId })).toEqual({ ok: true, value: null })
    expect(await testEndpoint(nova.admin, { endpointId })).toMatchObject({ why: 'endpoint_tested' })
    const planned = await database.owner.delivery.findMany({ where: { subjectId: endpointId } })
    expect(planned).toMatchObject([{ kind: 'webhook.test', channel: 'webhook', address: hook.url, recipientId: null }])
    const list = await endpointList(nova.agent)
    expect(list?.endpoints).toMatchObject([{ name: 'NOC', test: { status: 'PENDING' }, usedBy: [] }])
    expect(list?.allowed.edit).toBe(false)
    await disableEndpoint(nova.admin, { endpointId })
    expect(await testEndpoint(nova.admin, { endpointId })).toMatchObject({ why: 'endpoint_disabled' })
    const definition = ladder({ steps: [{ delaySeconds: 300, targets: [{ kind: 'webhook', endpointId }] }] })
    const preview = await previewPolicy(nova.admin, { direction: 'IN', definition }, 'en')
    expect(preview.ok && preview.value.warnings.map(({ kind }) => kind)).toEqual([
      'step_reaches_nobody',
      'endpoint_disabled',
    ])
  })
})
