/**
 * Who may do what, written by hand and apart from the rules: rules-matrix.test.ts holds lib/authz to the acts, and the
 * build's own lists hold the rest to be complete. A new act, route, action or use case needs its line here.
 */

/** One column for each role, in this order; `y` may, `-` may not. The gap parts staff from partners. */
export const roleColumns = ['agent', 'lead', 'oncall', 'admin', 'owner', 'member', 'technical'] as const
export type RoleColumn = (typeof roleColumns)[number]

const everyone = 'yyyy yyy'
const staff = 'yyyy ---'
const partners = '---- yyy'
const nobody = '---- ---'

/** Each act, in each situation that its rule tells apart. Foreign marketplaces never get this far: the rows are absent. */
export const acts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ticket.open': { always: partners },
  'ticket.list': { always: everyone },
  'ticket.queue': { always: staff },
  'ticket.read': {
    own: everyone,
    "a colleague's, all see all": everyone,
    "a colleague's, own only": 'yyyy y--',
    "a colleague's urgent one, own only": 'yyyy y-y',
    "another company's": staff,
    "another company's urgent one": staff,
  },
  'ticket.write': ticketOfCompany(),
  'ticket.cancel': ticketOfCompany(),
  'ticket.rate': ticketOfCompany(),
  'ticket.answer': { always: staff },
  'ticket.note': { always: staff },
  'ticket.assign': { always: staff },
  'ticket.close': { always: staff },

  'escalation.read': { always: staff },
  'escalation.assess': { always: staff },
  'escalation.acknowledge': { paged: staff, 'not paged': '-yyy ---' },
  'escalation.passOn': { paged: staff, 'not paged': '-yyy ---' },
  'escalation.resolve': { owner: staff, "another's": '-yyy ---', "nobody's": '-yyy ---' },
  'escalation.note': { always: staff },
  'schedule.read': { always: staff },

  'member.listStaff': { always: staff },
  'member.listCompany': { 'own company': everyone, 'another company': staff },
  'member.invite': members(),
  'member.disable': members(),
  'member.enable': members(),
  'member.changeRole': members(),

  'attachment.upload': { always: everyone },
  'attachment.download': {
    'own upload': everyone,
    "a colleague's upload": nobody,
    'on a ticket one may read': everyone,
    'on a ticket one may not read': staff,
    'on a note': staff,
    "another company's": staff,
    "another company's upload": nobody,
  },

  'company.read': { own: everyone, another: staff },
  'company.change': { own: '---- y--', another: nobody },
}

/** Acts that everybody who is signed in may do, whatever the facts. */
export const openToAll = ['ticket.list', 'attachment.upload']

function ticketOfCompany() {
  return {
    own: partners,
    "a colleague's, all see all": partners,
    "a colleague's, own only": '---- y--',
    "a colleague's urgent one, own only": '---- y-y',
    "another company's": nobody,
    "another company's urgent one": nobody,
  }
}

function members() {
  return {
    'of the own company': '---y y--',
    'of another company': '---y ---',
    'of the staff': '---y ---',
    oneself: nobody,
  }
}

/**
 * Each use case: which roles get through the gate, for what is their own company's (or, for staff, their marketplace's).
 * For another company's the partners' half is always empty, for another marketplace's the whole row; use-cases.test.ts
 * tries all three. What stands in brackets tells two ways of one use case apart. "Through" means past the gate: whether the thing can be done is the lifecycle's.
 */
export const useCases: Readonly<Record<string, string>> = {
  'tickets/openTicket': partners,
  'tickets/promiseBefore': partners,
  'tickets/listTickets': partners,
  'tickets/countNeedsYou': partners,
  'tickets/replyToTicket': partners,
  'tickets/cancelTicket': partners,
  'tickets/ticketForPartner': partners,
  'tickets/ticketForStaff': staff,
  'tickets/ticketByNumber': everyone,
  'tickets/queue': staff,
  'tickets/takeTicket': staff,
  'tickets/assignTicket': staff,
  'tickets/answerTicket': staff,
  'tickets/askPartner': staff,
  'tickets/addNote': staff,
  'tickets/closeTicket': staff,

  'attachments/receiveUpload': everyone,
  'attachments/openDownload': everyone,
  'attachments/uploadLimits': everyone,

  'catalog/topicTree': everyone,

  'partners/companyOf': partners,
  'partners/setMembersSeeAll': '---- y--',

  'identity/listMembers': everyone,
  'identity/listMembers (of the staff)': staff,
  'identity/inviteMember': '---y y--',
  'identity/disableMember': '---y y--',
  'identity/enableMember': '---y y--',
  'identity/changeMemberRole': '---y y--',

  'oncall/schedulePage': staff,

  'escalation/onCallHome': staff,
  'escalation/onCallQueue': staff,
  'escalation/escalationPage': staff,
  'escalation/noteEscalation': staff,
  'escalation/acknowledge': '-yyy ---',
  'escalation/passOn': '-yyy ---',
  'escalation/confirmClaim': staff,
  'escalation/declineClaim': staff,
  'escalation/resolveEscalation': '-yyy ---',
}

/** What takes an actor and is no use case of its own; each with its reason. */
export const noUseCases: Readonly<Record<string, string>> = {
  'tickets/readsTicket': 'a rule as a function, joined to an open transaction by attachments/openDownload',
  'identity/changePassword': "changes nothing but the session's own person; cases/identity-password.test.ts",
  'identity/mySessions': "shows nothing but the session's own person's; cases/identity-session.test.ts",
  'identity/endOtherSessions': "ends nothing but the session's own person's; cases/identity-session.test.ts",
}

/** Use cases that ask no rule: what they answer is the actor's own by row security, or the same for all. */
export const askNoRule: Readonly<Record<string, string>> = {
  'attachments/uploadLimits': 'two numbers of the marketplace, the same for all',
  'catalog/topicTree': 'the catalogue is open to everybody of the marketplace',
  'partners/companyOf': "one's own company, which row security alone shows",
  'tickets/countNeedsYou': 'counts what the list, which asks, would show',
}

/** Acts whose use case has not been built yet. */
export const notAskedYet: readonly string[] = ['ticket.rate', 'company.read']

/** Whoever comes, signed in or not. */
export const anybody = 'anybody'

/**
 * A page, or one method of a route handler. `who` is a row of roles, or `anybody`. `at` fills the path where its own
 * words do not do: `{slug}`, and `{number}` and the like from cast.ts; then another company's is tried too. Under a path
 * with a marketplace, the other marketplace's is always tried.
 */
export type RouteRow = { who: string; at?: string; body?: string }

/** Every door of the build; doors.test.ts knocks on each. */
export const routes: Readonly<Record<string, RouteRow>> = {
  'GET /healthz': { who: anybody },
  'GET /readyz': { who: anybody },
  'GET /icon.svg': { who: anybody },
  'GET /api/auth/[...nextauth]': { who: anybody, at: '/api/auth/session' },
  'POST /api/auth/[...nextauth]': { who: anybody, at: '/api/auth/signout' },
  'POST /[marketplace]/api/uploads': { who: everyone },
  'GET /[marketplace]/api/attachments/[id]': { who: everyone, at: '/{slug}/api/attachments/{attachmentId}' },

  'GET /[marketplace]/desk': { who: staff },
  'GET /[marketplace]/desk/[number]': { who: staff, at: '/{slug}/desk/{number}' },
  'GET /[marketplace]/oncall': { who: staff },
  'GET /[marketplace]/oncall/escalation/[id]': { who: staff, at: '/{slug}/oncall/escalation/{escalationId}' },
  'GET /[marketplace]/oncall/schedule': { who: staff },
  'GET /[marketplace]/admin/people': { who: staff },
}

/**
 * A server action: which roles get through; `form` is what it sends, filled from cast.ts. Its hidden fields (the
 * marketplace and the company acted for) are added.
 */
export type ActionRow = { who: string; form: Readonly<Record<string, string>> }

/** Every server action of the build, as file and name. */
export const actions: Readonly<Record<string, ActionRow>> = {
  ...deskActions({
    writeAction: { who: staff, form: { ticketId: '{ticketId}', version: '1', kind: 'note', body: 'Only for us.' } },
    takeAction: { who: staff, form: { ticketId: '{ticketId}' } },
    assignAction: { who: staff, form: { ticketId: '{ticketId}', assigneeId: '' } },
    closeAction: { who: staff, form: { ticketId: '{ticketId}', version: '1', reason: '' } },
  }),
  ...onCallActions({
    acknowledgeAction: { who: '-yyy ---', form: { escalationId: '{escalationId}' } },
    passOnAction: { who: '-yyy ---', form: { escalationId: '{escalationId}' } },
    confirmClaimAction: { who: staff, form: { escalationId: '{escalationId}' } },
    declineClaimAction: { who: staff, form: { escalationId: '{escalationId}', reason: 'None of the three.' } },
    resolveAction: { who: '-yyy ---', form: { escalationId: '{escalationId}' } },
    noteAction: { who: staff, form: { escalationId: '{escalationId}', body: 'Only for us.' } },
  }),
}

function deskActions(rows: Record<string, ActionRow>) {
  return inFile('app/[marketplace]/desk/[number]/actions.ts', rows)
}

function onCallActions(rows: Record<string, ActionRow>) {
  return inFile('app/[marketplace]/oncall/actions.ts', rows)
}

function inFile(file: string, rows: Record<string, ActionRow>): Record<string, ActionRow> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [`${file} ${name}`, row]))
}
