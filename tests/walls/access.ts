/**
 * What each side may do to each table, written here a second time and by hand: the probe holds the database to this
 * page, the catalogue to the list of tables without a tenant. Change it together with the guards.
 */

export type Verb = 'select' | 'insert' | 'update' | 'delete'
export const verbs: readonly Verb[] = ['select', 'insert', 'update', 'delete']

export type Row = Record<string, unknown>

/** A partner's part of a table. `reads` and `writes` say which rows of the own marketplace; the default is its own. */
type PartnerPart = { verbs: string; reads?: Reach; writes?: Reach; deletes?: Reach }
type Reach = (row: Row, partnerId: string) => boolean

/** `staffReaches`: which rows of the marketplace its staff reach, where that is not every row. */
export type Access = {
  staff: string
  worker: string
  partner: PartnerPart
  /** Another system that showed a key of the marketplace; nothing unless said. */
  machine?: string
  staffReaches?: (row: Row, verb: Verb) => boolean
}

const own: Reach = (row, partnerId) => row.partner_id === partnerId
const forPartners: Reach = (row, partnerId) => own(row, partnerId) && row.audience === 'partner'
const ofPartners: Reach = (row, partnerId) => own(row, partnerId) && row.side === 'partner'
const unsent = (row: Row) => row.audience === 'uploader' && row.ticket_id === null
/** Runs in which this partner is called, and what hangs on them; the world writes the company into what names none. */
const calls: Reach = (row, partnerId) => own(row, partnerId) && row.direction === 'OUT'
const tellsOfCalls: Reach = (row, partnerId) => (row.data as { calls?: string } | null)?.calls === partnerId
const callsBy: Reach = (row, partnerId) => JSON.stringify(row.steps).includes(partnerId)
/** Codes, tests and calls that were sent to a company's people. */
const ofPhones: Reach = (row, partnerId) =>
  own(row, partnerId) && ['contact', 'escalation'].includes(String(row.subject_kind))
const everything: Reach = () => true
const nothing: PartnerPart = { verbs: '' }
const readsAll: PartnerPart = { verbs: 'select', reads: everything }

/** Tables that carry a marketplace_id. */
export const guarded: Readonly<Record<string, Access>> = {
  marketplace_settings: { staff: 'select update', worker: 'select', partner: readsAll },
  ticket_counter: {
    staff: 'select update',
    worker: '',
    partner: { verbs: 'select update', reads: everything, writes: everything },
  },

  membership: {
    staff: 'select insert update',
    worker: 'select',
    // A partner reads the names of the staff who answer, and manages its own people.
    partner: {
      verbs: 'select insert update',
      reads: (row, partnerId) => own(row, partnerId) || row.partner_id === null,
    },
  },
  partner: {
    staff: 'select insert update',
    worker: 'select',
    partner: {
      verbs: 'select update',
      reads: (row, partnerId) => row.id === partnerId,
      writes: (row, partnerId) => row.id === partnerId,
    },
  },
  team: { staff: 'select insert update', worker: 'select', partner: nothing },
  team_member: { staff: 'select insert delete', worker: 'select', partner: nothing },

  category: { staff: 'select insert update', worker: 'select', partner: readsAll },
  category_text: { staff: 'select insert update', worker: 'select', partner: readsAll },
  topic: { staff: 'select insert update', worker: 'select', partner: readsAll },
  topic_text: { staff: 'select insert update', worker: 'select', partner: readsAll },
  form: { staff: 'select insert update', worker: 'select', partner: readsAll },
  form_version: { staff: 'select insert', worker: 'select', partner: readsAll },
  article: { staff: 'select insert update', worker: 'select', partner: readsAll },
  article_text: { staff: 'select insert update', worker: 'select', partner: readsAll },
  calendar: { staff: 'select insert update', worker: 'select', partner: readsAll },
  calendar_interval: { staff: 'select insert delete', worker: 'select', partner: readsAll },
  calendar_holiday: { staff: 'select insert update delete', worker: 'select insert', partner: readsAll },
  sla_policy: { staff: 'select insert update', worker: 'select', partner: readsAll },
  sla_recount: { staff: 'select insert update', worker: 'select insert update delete', partner: nothing },
  sla_clock: {
    staff: 'select insert update',
    worker: 'select insert update',
    partner: { verbs: 'select insert update' },
  },

  attachment: {
    staff: 'select insert update delete',
    worker: 'select update delete',
    staffReaches: (row, verb) => verb !== 'delete' || unsent(row),
    partner: {
      verbs: 'select insert update delete',
      deletes: (row, partnerId) => own(row, partnerId) && unsent(row),
      reads: (row, partnerId) => own(row, partnerId) && row.audience !== 'staff',
      writes: (row, partnerId) => own(row, partnerId) && row.audience !== 'staff',
    },
  },
  delivery: {
    staff: 'select insert',
    worker: 'select insert update',
    partner: { verbs: 'select insert', reads: ofPhones },
  },
  delivery_attempt: { staff: 'select', worker: 'select insert update', partner: nothing },

  schedule: { staff: 'select insert update', worker: 'select update', partner: nothing },
  rotation: { staff: 'select insert update', worker: 'select', partner: nothing },
  rotation_version: {
    staff: 'select insert delete',
    worker: 'select',
    // Only a planned one may be taken back.
    staffReaches: (row, verb) => verb !== 'delete' || String(row.valid_from) >= '2036',
    partner: nothing,
  },
  schedule_rule: { staff: 'select insert update delete', worker: 'select', partner: nothing },
  schedule_override: { staff: 'select insert delete', worker: 'select', partner: nothing },
  cover_request: { staff: 'select insert update', worker: 'select', partner: nothing },
  schedule_feed: { staff: 'select insert update delete', worker: '', partner: nothing },
  contact_method: {
    staff: 'select insert update delete',
    worker: 'select update',
    partner: { verbs: 'select insert update delete' },
  },
  notify_rule: {
    staff: 'select insert update delete',
    worker: 'select',
    partner: { verbs: 'select insert update delete' },
  },
  partner_contact: { staff: 'select', worker: 'select', partner: { verbs: 'select insert update delete' } },
  integration_pause: { staff: 'select', worker: 'select update', partner: { verbs: 'select insert update' } },
  policy: { staff: 'select insert update', worker: 'select', partner: nothing },
  policy_version: { staff: 'select insert', worker: 'select', partner: { verbs: 'select', reads: callsBy } },
  webhook_endpoint: { staff: 'select insert update', worker: 'select', partner: nothing },
  escalation: {
    staff: 'select insert update',
    worker: 'select insert update',
    partner: { verbs: 'select update', reads: calls, writes: calls },
  },
  escalation_event: {
    staff: 'select insert',
    worker: 'select insert',
    partner: { verbs: 'select insert', reads: tellsOfCalls, writes: tellsOfCalls },
  },
  alert_key: { staff: 'select insert update', worker: 'select', partner: nothing, machine: 'select update' },
  alert: { staff: 'select', worker: 'select update', partner: nothing, machine: 'select insert update' },
  heartbeat: {
    staff: 'select insert update',
    worker: 'select update',
    partner: nothing,
    machine: 'select update',
  },

  ticket: { staff: 'select update', worker: 'select update', partner: { verbs: 'select insert update' } },
  ticket_message: { staff: 'select insert', worker: 'select insert', partner: { verbs: 'select insert' } },
  ticket_note: { staff: 'select insert', worker: '', partner: nothing },
  ticket_event: {
    staff: 'select insert',
    worker: 'select insert',
    partner: { verbs: 'select insert', reads: (row, partnerId) => own(row, partnerId) && row.audience === 'partner' },
  },
  rating: { staff: 'select', worker: 'select', partner: { verbs: 'select insert' } },
  ticket_follower: { staff: 'select', worker: 'select', partner: { verbs: 'select insert delete' } },
  ticket_read: {
    staff: 'select insert update',
    worker: '',
    partner: { verbs: 'select insert update', reads: ofPartners, writes: ofPartners },
    staffReaches: (row) => row.side === 'staff',
  },
  ticket_search: {
    staff: 'select insert update',
    worker: 'select insert update',
    partner: { verbs: 'select insert update', reads: forPartners, writes: forPartners },
  },
  held_answer: { staff: 'select insert update delete', worker: 'select update delete', partner: nothing },
  draft: {
    staff: 'select insert update delete',
    worker: 'select delete',
    partner: { verbs: 'select insert update delete' },
    staffReaches: (row) => row.partner_id === null,
  },
  notice: {
    staff: 'select insert update',
    worker: 'select insert update',
    // A partner's message makes notices for the desk, which it never reads again.
    partner: { verbs: 'select insert update', reads: forPartners },
  },
  mail_preference: {
    staff: 'select insert update',
    worker: 'select insert update',
    partner: { verbs: 'select insert update' },
  },
  claim: { staff: 'select update', worker: 'select update', partner: { verbs: 'select insert update' } },
  submission: { staff: '', worker: '', partner: { verbs: 'select insert' } },
  audit_event: { staff: 'select insert', worker: 'insert', partner: { verbs: 'insert' } },
}

/** Tables without a tenant, by name: what each role may do, in whatever context. Nothing else may go unguarded. */
export const untenanted: Readonly<Record<string, { app: string; worker: string }>> = {
  user: { app: 'select insert update', worker: 'select' },
  session: { app: 'select insert update', worker: '' },
  sign_in_token: { app: 'select insert update', worker: 'select' },
  throttle: { app: 'select insert update delete', worker: '' },
  worker: { app: 'select', worker: 'select insert update' },
  clock_offset: { app: 'select', worker: 'select' },
  marketplace: { app: 'select', worker: 'select' },
  _prisma_migrations: { app: '', worker: '' },
}

/** What a partner may never reach, whatever this page says elsewhere; probe.test.ts names them one by one. */
export const neverForPartners = [
  'ticket_note',
  'policy',
  'webhook_endpoint',
  'alert_key',
  'alert',
  'heartbeat',
  'cover_request',
  'schedule_feed',
  'schedule',
  'rotation',
  'rotation_version',
  'schedule_rule',
  'schedule_override',
  'team',
  'team_member',
  'delivery_attempt',
  'held_answer',
] as const
