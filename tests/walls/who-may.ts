import { localeCookie, themeCookie } from '@/lib/i18n/which-locale'

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
  'ticket.follow': ticketOfCompany(),
  'ticket.answer': { always: staff },
  'ticket.note': { always: staff },
  'ticket.assign': { always: staff },
  'ticket.close': { always: staff },
  'ticket.change': { always: staff },

  'escalation.read': { always: staff },
  'escalation.assess': { always: staff },
  'escalation.acknowledge': { paged: staff, 'not paged': '-yyy ---' },
  'escalation.passOn': { paged: staff, 'not paged': '-yyy ---' },
  'escalation.resolve': { owner: staff, "another's": '-yyy ---', "nobody's": '-yyy ---' },
  'escalation.note': { always: staff },
  'escalation.page': { always: staff },
  'escalation.call': { always: staff },
  'call.read': { own: everyone, another: staff },
  'call.answer': { own: '---- y-y', 'own, a contact': '---- yyy', another: nobody },
  'schedule.read': { always: staff },
  'schedule.edit': { always: '-yyy ---' },
  'cover.ask': { always: staff },
  'cover.take': {
    'asked of anybody': staff,
    'asked of oneself': staff,
    'asked of somebody else': nobody,
    "one's own": nobody,
  },
  'cover.withdraw': { "one's own": staff, 'asked of anybody': nobody },
  'feed.own': { always: staff },

  'phone.own': { 'her own': everyone, "another's": nobody },

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

  'alerts.read': { always: staff },
  'alerts.edit': { always: '---y ---' },

  'policy.read': { always: staff },
  'policy.edit': { always: '-y-y ---' },

  'report.read': { always: staff },
  'report.export': { always: '-y-y ---' },

  'promise.read': { always: staff },
  'promise.edit': { always: '---y ---' },
  'hours.edit': { always: '---y ---' },

  'integration.pause': { own: '---- y-y', another: nobody },
  'contacts.read': { own: everyone, another: staff },
  'contacts.edit': { own: '---- y--', another: nobody },

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
  'tickets/exportTickets': partners,
  'tickets/countNeedsYou': partners,
  'tickets/replyToTicket': partners,
  'tickets/cancelTicket': partners,
  'tickets/rateTicket': partners,
  'tickets/followTicket': partners,
  'tickets/unfollowTicket': partners,
  'tickets/markRead': everyone,
  'tickets/cooldownOf': partners,
  'tickets/similarOpen': partners,
  'tickets/recentTopics': partners,
  'tickets/lastingAnswers': partners,
  'tickets/answerTimes': partners,
  'tickets/ticketForPartner': partners,
  'tickets/ticketForStaff': staff,
  'tickets/deadlinesForStaff': staff,
  'tickets/ticketTitles': everyone,
  'tickets/queue': staff,
  'tickets/takeTicket': staff,
  'tickets/assignTicket': staff,
  'tickets/answerTicket': staff,
  'tickets/askPartner': staff,
  'tickets/addNote': staff,
  'tickets/closeTicket': staff,
  'tickets/holdAnswer': staff,
  'tickets/setTopic': staff,
  'tickets/setPriority': staff,
  'tickets/setTeam': staff,
  'tickets/recordFindings': staff,

  'attachments/receiveUpload': everyone,
  'attachments/openDownload': everyone,
  'attachments/uploadLimits': everyone,

  'articles/articleList': everyone,
  'articles/articleBySlug': everyone,

  'catalog/formOfTopic': everyone,
  'catalog/topicTree': everyone,

  'drafts/readDraft': everyone,
  'drafts/saveDraft': everyone,
  'drafts/dropDraft': everyone,

  'notifications/myMails': everyone,
  'notifications/saveMailMode': everyone,
  'notifications/noticesOf': everyone,
  'notifications/unreadNotices': everyone,
  'notifications/readNotices': everyone,

  'partners/companyOf': partners,
  'partners/myConsultant': partners,
  'partners/setMembersSeeAll': '---- y--',

  'integration/integrationPage': partners,
  'integration/integrationNews': partners,
  'integration/partnerIntegration': staff,
  'integration/startPause': '---- y-y',
  'integration/extendPause': '---- y-y',
  'integration/resumeIntegration': '---- y-y',
  'integration/saveContact': '---- y--',
  'integration/removeContact': '---- y--',
  'integration/moveContact': '---- y--',

  'contacts/phonePage': everyone,
  'contacts/addMethod': everyone,
  'contacts/addPush': everyone,
  'contacts/saveRules': everyone,
  'contacts/testPhone': everyone,
  'contacts/movePush': nobody,
  'contacts/sendCode': everyone,
  "contacts/sendCode (another's)": nobody,
  'contacts/verifyMethod': everyone,
  "contacts/verifyMethod (another's)": nobody,
  'contacts/renameMethod': everyone,
  "contacts/renameMethod (another's)": nobody,
  'contacts/answerTest': everyone,
  "contacts/answerTest (another's)": nobody,
  "contacts/saveRules (another's)": nobody,
  "contacts/testPhone (another's)": nobody,
  'contacts/removeMethod': everyone,
  "contacts/removeMethod (another's)": nobody,

  'identity/listMembers': everyone,
  'identity/listMembers (of the staff)': staff,
  'identity/inviteMember': '---y y--',
  'identity/disableMember': '---y y--',
  'identity/disableMember (of the staff)': '---y ---',
  'identity/enableMember': '---y y--',
  'identity/enableMember (of the staff)': '---y ---',
  'identity/changeMemberRole': '---y y--',
  'identity/changeMemberRole (of the staff)': '---y ---',

  'sla/hoursPage': staff,
  'sla/promisesPage': staff,
  'sla/saveCalendar': '---y ---',
  'sla/saveDay': '---y ---',
  'sla/savePromise': '---y ---',
  'sla/archivePromise': '---y ---',

  'analytics/ticketReport': staff,

  'oncall/schedulePage': staff,
  'oncall/scheduleEditPage': '-yyy ---',
  'oncall/previewSchedule': '-yyy ---',
  'oncall/createSchedule': '-yyy ---',
  'oncall/renameSchedule': '-yyy ---',
  'oncall/chooseDefaultSchedule': '-yyy ---',
  'oncall/archiveSchedule': '-yyy ---',
  'oncall/editLayer': '-yyy ---',
  'oncall/endLayer': '-yyy ---',
  'oncall/setDutyHours': '-yyy ---',
  'oncall/addOverride': '-yyy ---',
  'oncall/deleteOverride': '-yyy ---',
  'oncall/coverForm': staff,
  'oncall/askForCover': staff,
  'oncall/takeCover': staff,
  // Nobody takes back but one's own: cases/oncall-covers.test.ts.
  'oncall/withdrawCover': nobody,
  'oncall/renewFeed': staff,
  'oncall/ownFeed': staff,

  'alerts/alertsPage': staff,
  'alerts/createAlertKey': '---y ---',
  'alerts/rotateAlertKey': '---y ---',
  'alerts/revokeAlertKey': '---y ---',
  'alerts/createHeartbeat': '---y ---',
  'alerts/renewHeartbeat': '---y ---',
  'alerts/pauseHeartbeat': '---y ---',
  'alerts/resumeHeartbeat': '---y ---',
  'alerts/archiveHeartbeat': '---y ---',

  'escalation/callList': partners,
  'escalation/callPage': partners,
  'escalation/openCalls': partners,
  'escalation/onCallHome': staff,
  'escalation/onCallQueue': staff,
  'escalation/escalationPage': staff,
  'escalation/noteEscalation': staff,
  'escalation/acknowledge': '-yyy ---',
  'escalation/passOn': '-yyy ---',
  'escalation/appealClaim': partners,
  'escalation/askPartnerOfClaim': staff,
  'escalation/confirmClaim': staff,
  'escalation/declineClaim': staff,
  'escalation/resolveEscalation': '-yyy ---',
  'escalation/pageOnCall': staff,
  'escalation/callPartner': staff,
  'escalation/whoWouldBeCalled': staff,
  'escalation/pagePreview': staff,
  'escalation/policyList': staff,
  'escalation/policyPage': staff,
  'escalation/policyOverTime': staff,
  'escalation/policyForm': '-y-y ---',
  'escalation/previewPolicy': '-y-y ---',
  'escalation/savePolicy': '-y-y ---',
  'escalation/savePolicy (a new one)': '-y-y ---',
  'escalation/makeDefaultPolicy': '-y-y ---',
  'escalation/archivePolicy': '-y-y ---',
  'escalation/endpointList': staff,
  'escalation/addEndpoint': '-y-y ---',
  'escalation/rotateEndpoint': '-y-y ---',
  'escalation/disableEndpoint': '-y-y ---',
  'escalation/enableEndpoint': '-y-y ---',
  'escalation/testEndpoint': '-y-y ---',
}

/** What takes an actor and is no use case of its own; each with its reason. */
export const noUseCases: Readonly<Record<string, string>> = {
  'tickets/readsTicket': 'a rule as a function, joined to an open transaction by attachments/openDownload',
  'tickets/undoAnswer': "gives nothing but the actor's own held answer; cases/tickets-undo.test.ts",
  'tickets/dropHeld': "throws away nothing but the actor's own; cases/tickets-undo.test.ts",
  'attachments/waitingUploads': "shows nothing but the actor's own unsent files; cases/attachments.test.ts",
  'attachments/withdrawUpload': "takes back nothing but the actor's own unsent file; cases/attachments.test.ts",
  'identity/changePassword': "changes nothing but the session's own person; cases/identity-password.test.ts",
  'identity/mySessions': "shows nothing but the session's own person's; cases/identity-session.test.ts",
  'identity/endOtherSessions': "ends nothing but the session's own person's; cases/identity-session.test.ts",
}

/** Use cases that ask no rule: what they answer is the actor's own by row security, or the same for all. */
export const askNoRule: Readonly<Record<string, string>> = {
  'attachments/uploadLimits': 'two numbers of the marketplace, the same for all',
  'articles/articleList': 'instructions are open to everybody of the marketplace',
  'articles/articleBySlug': 'instructions are open to everybody of the marketplace',
  'catalog/formOfTopic': 'the catalogue is open to everybody of the marketplace',
  'catalog/topicTree': 'the catalogue is open to everybody of the marketplace',
  'drafts/readDraft': "one's own unsent text, found by one's own membership",
  'drafts/saveDraft': "one's own unsent text, found by one's own membership",
  'drafts/dropDraft': "one's own unsent text, found by one's own membership",
  'notifications/myMails': "one's own choice, found by one's own membership",
  'notifications/saveMailMode': "one's own choice, found by one's own membership",
  'notifications/noticesOf': "what one was told oneself, found by one's own membership",
  'notifications/unreadNotices': "what one was told oneself, found by one's own membership",
  'notifications/readNotices': "what one was told oneself, found by one's own membership",
  'partners/companyOf': "one's own company, which row security alone shows",
  'tickets/countNeedsYou': 'counts what the list, which asks, would show',
}

/** Acts whose use case has not been built yet. */
export const notAskedYet: readonly string[] = []

/** Whoever comes, signed in or not. */
export const anybody = 'anybody'

/**
 * What a row of a door or an action says beside who may, on one's own: `elsewhere` is who gets through when it is done
 * at another marketplace, `smuggled` when another marketplace's thing is named at one's own. Both are nobody unless said
 * (for what anybody may: anybody elsewhere, nobody smuggled). Another company's always are the staff's alone.
 */
export type Beyond = {
  elsewhere?: string
  smuggled?: string
  /** It signs somebody in, and its answer brings the page where she arrives: she is shown what is hers. */
  signsIn?: true
}

/**
 * A page, or one method of a route handler. `who` is a row of roles, or `anybody`. `at` fills the path where its own
 * words do not do: `{slug}`, and `{number}` and the like from cast.ts. `tells` is what it shows to whoever may, whoever
 * she is. What stands in brackets tells two ways of one door apart.
 */
export type RouteRow = Beyond & {
  who: string
  at?: string
  body?: 'a file' | `act=${string}` | `{${string}`
  tells?: string
  /** A door for other systems: the key that is shown, and no session is asked for. */
  keyed?: string
}

/** Every door of the build; doors.test.ts knocks on each. */
export const routes: Readonly<Record<string, RouteRow>> = {
  'GET /': { who: anybody },
  'GET /healthz': { who: anybody },
  'GET /readyz': { who: anybody },
  // The operator's alone, who shows a token: there is none here.
  'GET /metrics': { who: nobody, keyed: 'x'.repeat(32) },
  'GET /icon.svg': { who: anybody },
  'GET /api/auth/[...nextauth]': { who: anybody, at: '/api/auth/session' },
  'POST /api/auth/[...nextauth]': { who: anybody, at: '/api/auth/signout' },

  // The night page asks for nothing but its link.
  'GET /ack/[token]': { who: anybody, at: '/ack/{ackToken}', tells: '{escalationId}', smuggled: anybody },
  'POST /ack/[token]': { who: anybody, at: '/ack/{ackToken}', body: 'act=take', smuggled: anybody },
  'GET /ack/[token] (made up)': { who: nobody, at: `/ack/${'x'.repeat(46)}` },
  'POST /ack/[token] (made up)': { who: nobody, at: `/ack/${'x'.repeat(46)}`, body: 'act=take' },

  // Leads whoever is signed in home, wherever that is.
  'GET /[marketplace]': { who: everyone, elsewhere: everyone },
  'GET /[marketplace]/sign-in': { who: anybody },
  'GET /[marketplace]/reset': { who: anybody },
  // A link that opens nothing here has a page that says so: doors.test.ts looks at what it shows.
  'GET /[marketplace]/link/[token]': { who: anybody, at: '/{slug}/link/{linkToken}', smuggled: anybody },
  'GET /[marketplace]/reset/[token]': { who: anybody, at: '/{slug}/reset/{resetToken}', smuggled: anybody },
  'GET /[marketplace]/invitation/[token]': {
    who: anybody,
    at: '/{slug}/invitation/{invitationToken}',
    smuggled: anybody,
  },

  // A read-only link shows one request to whoever holds it, at its own marketplace; doors.test.ts makes some up.
  'GET /[marketplace]/view/[token]': { who: anybody, at: '/{slug}/view/{viewToken}', tells: '{ticketId} {shown}' },
  'GET /[marketplace]/view/[token] (expired)': { who: anybody, at: '/{slug}/view/{oldViewToken}' },

  'POST /[marketplace]/api/uploads': { who: everyone, body: 'a file' },
  'GET /[marketplace]/api/attachments/[id]': { who: everyone, at: '/{slug}/api/attachments/{attachmentId}' },
  // What was sent with a message stays, whoever asks; attachments.test.ts takes back what was not.
  'DELETE /[marketplace]/api/attachments/[id]': { who: nobody, at: '/{slug}/api/attachments/{attachmentId}' },

  // A draft is found by who asks: naming another's ticket leads to one's own text about it, which is none.
  'GET /[marketplace]/api/drafts/[place]': {
    who: partners,
    at: '/{slug}/api/drafts/new:{topicId}',
    smuggled: partners,
  },
  'PUT /[marketplace]/api/drafts/[place]': {
    who: partners,
    at: '/{slug}/api/drafts/new:{topicId}',
    body: '{"written":{"subject":"A feed stands still"},"version":0}',
    smuggled: partners,
  },
  'DELETE /[marketplace]/api/drafts/[place]': {
    who: partners,
    at: '/{slug}/api/drafts/new:{topicId}',
    smuggled: partners,
  },
  'GET /[marketplace]/api/drafts/[place] (the desk)': {
    who: staff,
    at: '/{slug}/api/drafts/note:{ticketId}',
    smuggled: staff,
  },

  'GET /[marketplace]/requests': { who: partners },
  'GET /[marketplace]/requests/export': { who: partners },
  'GET /[marketplace]/requests/[number]': { who: partners, at: '/{slug}/requests/{number}' },
  'GET /[marketplace]/new': { who: partners },
  // A topic that is not there leads back to the choice of one.
  'GET /[marketplace]/new (a topic)': { who: partners, at: '/{slug}/new?topic={topicId}', smuggled: partners },
  'GET /[marketplace]/new/sent': { who: partners, at: '/{slug}/new/sent?number={number}' },
  'GET /[marketplace]/company': { who: partners },
  'GET /[marketplace]/calls': { who: partners },
  'GET /[marketplace]/calls/[id]': { who: partners, at: '/{slug}/calls/{callId}' },
  'GET /[marketplace]/me': { who: partners },
  'GET /[marketplace]/me/phone': { who: partners },
  'GET /[marketplace]/oncall/phone': { who: staff },
  'GET /[marketplace]/manifest.webmanifest': { who: anybody },
  // A browser that nobody has on her list moves nowhere: cases/phone.test.ts moves one.
  'POST /[marketplace]/api/push': {
    who: nobody,
    body: `{"old":"https://push.example/a","endpoint":"https://push.example/b","p256dh":"${'A'.repeat(87)}","auth":"${'A'.repeat(22)}"}`,
  },
  'GET /[marketplace]/notices': { who: partners },
  'GET /[marketplace]/help': { who: partners },
  'GET /[marketplace]/help/[slug]': { who: partners, at: '/{slug}/help/{articleSlug}' },

  'GET /[marketplace]/desk': { who: staff },
  'GET /[marketplace]/desk/[number]': { who: staff, at: '/{slug}/desk/{number}' },
  'GET /[marketplace]/desk/[number]/escalate': { who: staff, at: '/{slug}/desk/{number}/escalate' },
  'GET /[marketplace]/desk/[number]/deadline': { who: staff, at: '/{slug}/desk/{number}/deadline' },
  'GET /[marketplace]/desk/me': { who: staff },
  'GET /[marketplace]/desk/call': { who: staff, at: '/{slug}/desk/call?partner={partnerId}' },
  'GET /[marketplace]/desk/notices': { who: staff },
  'GET /[marketplace]/desk/reports': { who: staff },
  'GET /[marketplace]/api/reports': { who: '-y-y ---', at: '/{slug}/api/reports?table=days' },
  'POST /[marketplace]/api/alerts': { who: anybody, keyed: '{alertSecret}', body: '{"title":"Seen on the walls"}' },
  'POST /[marketplace]/api/alerts (no key)': { who: nobody, keyed: '', body: '{"title":"Seen on the walls"}' },
  'GET /[marketplace]/api/heartbeats/[token]': { who: anybody, at: '/{slug}/api/heartbeats/{beatToken}', keyed: '' },
  'POST /[marketplace]/api/heartbeats/[token]': { who: anybody, at: '/{slug}/api/heartbeats/{beatToken}', keyed: '' },
  'GET /[marketplace]/oncall': { who: staff },
  'GET /[marketplace]/oncall/alerts': { who: staff },
  'GET /[marketplace]/oncall/escalation/[id]': { who: staff, at: '/{slug}/oncall/escalation/{escalationId}' },
  'GET /[marketplace]/oncall/schedule': { who: staff },
  'GET /[marketplace]/oncall/schedule (one of several)': {
    who: staff,
    at: '/{slug}/oncall/schedule?schedule={scheduleId}&view=list',
    // One that is not there shows the default one.
    smuggled: staff,
  },
  'GET /[marketplace]/oncall/schedule/edit': {
    who: '-yyy ---',
    at: '/{slug}/oncall/schedule/edit?schedule={scheduleId}',
  },
  'GET /[marketplace]/oncall/schedule/cover': { who: staff, at: '/{slug}/oncall/schedule/cover?schedule={scheduleId}' },
  // A calendar program cannot sign in: the address is its secret, good at its own marketplace alone. Made-up and dead
  // ones: cases/oncall-feed.test.ts.
  'GET /[marketplace]/api/schedule/[token]': {
    who: anybody,
    at: '/{slug}/api/schedule/{feedToken}',
    tells: '{scheduleId}',
  },
  'GET /[marketplace]/oncall/policies': { who: staff },
  'GET /[marketplace]/oncall/policies/new': { who: '-y-y ---' },
  'GET /[marketplace]/oncall/policies/[id]': { who: staff, at: '/{slug}/oncall/policies/{policyId}' },
  'GET /[marketplace]/oncall/policies/[id]/edit': {
    who: '-y-y ---',
    at: '/{slug}/oncall/policies/{policyId}/edit',
  },
  'GET /[marketplace]/admin/people': { who: staff },
  'GET /[marketplace]/admin/hours': { who: staff },
  'GET /[marketplace]/admin/promises': { who: staff },
}

/** The password of everybody who tries. */
export const password = 'a password of the tests'

/**
 * A server action: which roles get through; `form` is what it sends, filled from cast.ts. The hidden fields of every form
 * (the marketplace and the company acted for) are added. `sets` is for actions of plain forms, which answer nothing: the
 * cookie that they set when they are done. `when`: what can be done only while the team is at work. `has`: what the company
 * must have though its form does not name it. `side`: whose it
 * alone is, so that the other side does not even learn what the form has to say.
 */
export type ActionRow = Beyond & {
  who: string
  form: Readonly<Record<string, string>>
  sets?: string
  when?: 'at work'
  has?: 'a pause'
  side?: 'staff' | 'partner'
}

/** One's own person, wherever the form is posted. */
const oneself = { who: everyone, elsewhere: everyone }
const message = { ticketId: '{ticketId}', version: '1', body: 'A line of text.' }
const escalation = { escalationId: '{escalationId}' }
const rota = { scheduleId: '{scheduleId}', stamp: '{stamp}' }
const turns = { name: 'Weekly', kind: 'weekly', length: '1', anchor: '2026-11-23T09:00', from: '' }
/** A policy without steps, as its form sends it. */
const written = {
  direction: 'IN',
  definition: JSON.stringify({
    name: 'Walls',
    steps: [],
    repeat: 1,
    ackExpirySeconds: null,
    assessTimeoutSeconds: 900,
    catchAllEverySeconds: 600,
    catchAll: [],
    paging: {},
  }),
}

const week = {
  name: 'Walls',
  timeZone: 'Europe/Rome',
  country: '',
  day1: '09:00-18:00',
  day2: '',
  day3: '',
  day4: '',
  day5: '',
  day6: '',
  day7: '',
}
const promised = {
  topicId: '',
  priority: '',
  firstAnswer: '8:00',
  nextAnswer: '',
  resolution: '',
  warn: '',
  page: '',
}

/** Every server action of the build, as file and name; what stands in brackets tells two ways of one apart. */
export const actions: Readonly<Record<string, ActionRow>> = {
  ...onlyFor(
    'partner',
    inFile('app/[marketplace]/(partner)/new/actions.ts', {
      openTicketAction: {
        who: partners,
        form: { submissionKey: '{newId}', topicId: '{topicId}', subject: 'A feed stands still', body: 'Since noon.' },
      },
      addToRequestAction: {
        who: partners,
        form: { submissionKey: '{newId}', ticketId: '{ticketId}', body: 'A line of text.' },
      },
    }),
  ),
  ...onlyFor(
    'partner',
    inFile('app/[marketplace]/(partner)/requests/actions.ts', {
      replyAction: {
        who: partners,
        form: { submissionKey: '{newId}', ticketId: '{ticketId}', body: 'A line of text.' },
      },
      cancelAction: { who: partners, form: { ticketId: '{ticketId}' } },
      appealAction: { who: partners, form: { ticketId: '{declinedId}', body: 'A line of text.' } },
      rateAction: { who: partners, form: { ticketId: '{answeredId}', stars: '5', comment: '' } },
      followAction: { who: partners, form: { ticketId: '{ticketId}', colleagueId: '{memberId}' } },
      unfollowAction: { who: partners, form: { ticketId: '{ticketId}', colleagueId: '{memberId}' } },
      markReadAction: { who: partners, form: { ticketId: '{ticketId}' } },
    }),
  ),
  ...onlyFor(
    'partner',
    inFile('app/[marketplace]/(partner)/calls/actions.ts', {
      takeCallAction: { who: '---- y-y', form: { escalationId: '{callId}' } },
      noteCallAction: { who: '---- y-y', form: { escalationId: '{callId}', body: 'A line of text.' } },
      fixCallAction: { who: '---- y-y', form: { escalationId: '{callId}' } },
    }),
  ),
  ...onlyFor(
    'staff',
    inFile('app/[marketplace]/desk/call/actions.ts', {
      callPartnerAction: {
        who: staff,
        form: { partnerId: '{partnerId}', severity: 'P1', title: 'A feed stands still', detail: 'Since noon.' },
      },
    }),
  ),
  ...onlyFor(
    'partner',
    inFile('app/[marketplace]/(partner)/company/actions.ts', {
      seesAllAction: { who: '---- y--', form: { sees: 'own' } },
      startPauseAction: { who: '---- y-y', form: { from: '', until: '2026-11-25T10:00', reason: 'A new server' } },
      extendPauseAction: { who: '---- y-y', form: { until: '2026-11-25T10:00' }, has: 'a pause' },
      resumeAction: { who: '---- y-y', form: {}, has: 'a pause' },
      saveContactAction: { who: '---- y--', form: { member: '{memberId}', minSeverity: 'P2', when: 'always' } },
      removeContactAction: { who: '---- y--', form: { member: '{memberId}' } },
      // Nobody is a contact yet whom it could move.
      moveContactAction: { who: nobody, form: { member: '{memberId}', way: 'up' } },
    }),
  ),
  ...inFile('app/[marketplace]/(partner)/me/actions.ts', {
    saveTimeZoneAction: { ...oneself, form: { timeZone: 'Europe/Rome' } },
    endOtherSessionsAction: { ...oneself, form: {} },
    saveMailModeAction: { who: everyone, form: { mode: 'each' } },
  }),
  ...inFile('app/[marketplace]/phone-actions.ts', {
    addMethodAction: { who: everyone, form: { channel: 'ntfy', address: 'walls-{newId}', label: '' } },
    addPushAction: {
      who: everyone,
      form: { endpoint: 'https://push.example/{newId}', p256dh: 'A'.repeat(87), auth: 'A'.repeat(22), label: '' },
    },
    saveRulesAction: { who: everyone, form: {} },
    testPhoneAction: { who: everyone, form: {} },
    // Another's phone is absent, whoever asks; cases/phone.test.ts has each do it with her own.
    sendCodeAction: { who: nobody, form: { methodId: '{methodId}' } },
    verifyMethodAction: { who: nobody, form: { methodId: '{methodId}', code: '123456' } },
    renameMethodAction: { who: nobody, form: { methodId: '{methodId}', label: 'Mine' } },
    answerTestAction: { who: nobody, form: { methodId: '{methodId}', testId: '{newId}', received: 'yes' } },
    removeMethodAction: { who: nobody, form: { methodId: '{methodId}' } },
  }),
  ...inFile('app/[marketplace]/notice-actions.ts', {
    readNoticesAction: { who: everyone, form: {} },
  }),
  ...inFile('app/[marketplace]/(public)/view/[token]/actions.ts', {
    // The answer is the same for every link.
    renewViewLinkAction: { who: anybody, form: { token: '{oldViewToken}' }, smuggled: anybody },
  }),
  ...onlyFor(
    'staff',
    inFile('app/[marketplace]/desk/[number]/actions.ts', {
      'writeAction (a note)': { who: staff, form: { ...message, kind: 'note' } },
      'writeAction (an answer)': { who: staff, form: { ...message, kind: 'answer' } },
      'writeAction (a question)': { who: staff, form: { ...message, kind: 'ask' } },
      'writeAction (a fix to try)': { who: staff, form: { ...message, kind: 'try_this' } },
      // Nobody takes back, or throws away, but her own: cases/tickets-undo.test.ts.
      undoAction: { who: nobody, form: { heldId: '{newId}' } },
      dropAction: { who: nobody, form: { heldId: '{newId}' } },
      readAction: { who: staff, form: { ticketId: '{ticketId}' } },
      topicAction: { who: staff, form: { ticketId: '{ticketId}', topicId: '{topicId}' } },
      priorityAction: { who: staff, form: { ticketId: '{ticketId}', priority: 'high' } },
      teamAction: { who: staff, form: { ticketId: '{ticketId}', teamId: '{teamId}' } },
      findingsAction: { who: staff, form: { ticketId: '{ticketId}', reproduced: 'yes', workaround: 'Set by hand.' } },
      takeAction: { who: staff, form: { ticketId: '{ticketId}' } },
      'assignAction (to the team)': { who: staff, form: { ticketId: '{ticketId}', assigneeId: '' } },
      'assignAction (to a colleague)': { who: staff, form: { ticketId: '{ticketId}', assigneeId: '{staffId}' } },
      closeAction: { who: staff, form: { ticketId: '{ticketId}', version: '1', reason: '' } },
    }),
  ),
  ...onlyFor(
    'staff',
    inFile('app/[marketplace]/oncall/schedule/actions.ts', {
      layerAction: {
        who: '-yyy ---',
        form: { ...rota, rotationId: '{rotationId}', ...turns, participants: '{staffId}', intent: 'save' },
      },
      'layerAction (a preview)': {
        who: '-yyy ---',
        form: { ...rota, rotationId: '', ...turns, participants: '{staffId}', intent: 'preview' },
      },
      endLayerAction: { who: '-yyy ---', form: { ...rota, rotationId: '{rotationId}', from: '', intent: 'save' } },
      hoursAction: { who: '-yyy ---', form: { ...rota, rotationId: '', from: '', days1: '1', intent: 'save' } },
      overrideAction: {
        who: '-yyy ---',
        form: {
          scheduleId: '{scheduleId}',
          add: '{staffId}',
          remove: '',
          from: '',
          to: '2026-11-29T12:00',
          intent: 'save',
        },
      },
      // Done by one it is gone for the others: tried as a preview.
      endOverrideAction: {
        who: '-yyy ---',
        form: { scheduleId: '{scheduleId}', overrideId: '{overrideId}', intent: 'preview' },
      },
      newScheduleAction: { who: '-yyy ---', form: { name: 'Payments', timeZone: 'Europe/Rome' } },
      renameScheduleAction: { who: '-yyy ---', form: { scheduleId: '{scheduleId}', name: 'Payments' } },
      defaultScheduleAction: { who: '-yyy ---', form: { scheduleId: '{scheduleId}' } },
      archiveScheduleAction: { who: '-yyy ---', form: { scheduleId: '{spareScheduleId}' } },
      askCoverAction: {
        who: staff,
        form: { scheduleId: '{scheduleId}', askedId: '{staffId}', from: '2026-11-25T10:00', to: '2026-11-25T12:00' },
      },
      takeCoverAction: { who: staff, form: { coverId: '{coverId}' } },
      // Nobody takes back but one's own: cases/oncall-covers.test.ts.
      withdrawCoverAction: { who: nobody, form: { coverId: '{coverId}' } },
      renewFeedAction: { who: staff, form: { scheduleId: '{scheduleId}' } },
    }),
  ),
  ...onlyFor(
    'staff',
    inFile('app/[marketplace]/oncall/actions.ts', {
      acknowledgeAction: { who: '-yyy ---', form: escalation },
      passOnAction: { who: '-yyy ---', form: escalation },
      confirmClaimAction: { who: staff, form: escalation },
      askClaimAction: { who: staff, form: { ...escalation, reason: 'Since when?' }, when: 'at work' },
      declineClaimAction: { who: staff, form: { ...escalation, reason: 'None of the three.' }, when: 'at work' },
      resolveAction: { who: '-yyy ---', form: escalation },
      noteAction: { who: staff, form: { ...escalation, body: 'Only for us.' } },
      pageOnCallAction: { who: staff, form: { ticketId: '{ticketId}', severity: 'P2', reason: 'It stands still.' } },
    }),
  ),
  ...onlyFor(
    'staff',
    inFile('app/[marketplace]/oncall/policies/actions.ts', {
      savePolicyAction: { who: '-y-y ---', form: { policyId: '{policyId}', version: '1', ...written } },
      'savePolicyAction (a new one)': { who: '-y-y ---', form: { version: '0', ...written } },
      previewPolicyAction: { who: '-y-y ---', form: written },
      makeDefaultPolicyAction: { who: '-y-y ---', form: { policyId: '{policyId}' } },
      archivePolicyAction: { who: '-y-y ---', form: { policyId: '{policyId}' } },
      addEndpointAction: { who: '-y-y ---', form: { name: 'Walls {newId}', url: 'https://hooks.example/walls' } },
      rotateEndpointAction: { who: '-y-y ---', form: { endpointId: '{endpointId}' } },
      disableEndpointAction: { who: '-y-y ---', form: { endpointId: '{endpointId}' } },
      enableEndpointAction: { who: '-y-y ---', form: { endpointId: '{endpointId}' } },
      testEndpointAction: { who: '-y-y ---', form: { endpointId: '{endpointId}' } },
    }),
  ),
  ...onlyFor(
    'staff',
    inFile('app/[marketplace]/oncall/alerts/actions.ts', {
      createKeyAction: { who: '---y ---', form: { name: 'Walls', kind: 'generic', severity: 'P1', policyId: '' } },
      rotateKeyAction: { who: '---y ---', form: { keyId: '{alertKeyId}' } },
      revokeKeyAction: { who: '---y ---', form: { keyId: '{spareKeyId}' } },
      createHeartbeatAction: {
        who: '---y ---',
        form: { name: 'Walls', everySeconds: '60', graceSeconds: '0', severity: 'P1', policyId: '' },
      },
      renewHeartbeatAction: { who: '---y ---', form: { heartbeatId: '{heartbeatId}' } },
      pauseHeartbeatAction: { who: '---y ---', form: { heartbeatId: '{heartbeatId}' } },
      resumeHeartbeatAction: { who: '---y ---', form: { heartbeatId: '{heartbeatId}' } },
      archiveHeartbeatAction: { who: '---y ---', form: { heartbeatId: '{spareBeatId}' } },
    }),
  ),
  ...onlyFor(
    'staff',
    inFile('app/[marketplace]/admin/hours/actions.ts', {
      saveCalendarAction: { who: '---y ---', form: { calendarId: '{calendarId}', ...week } },
      'saveCalendarAction (a new one)': { who: '---y ---', form: week },
      saveDayAction: {
        who: '---y ---',
        form: { calendarId: '{calendarId}', date: '2027-04-01', name: 'A day of our own', choice: 'closed', hours: '' },
      },
    }),
  ),
  ...onlyFor(
    'staff',
    inFile('app/[marketplace]/admin/promises/actions.ts', {
      savePromiseAction: {
        who: '---y ---',
        form: { ...promised, policyId: '{promiseId}', calendarId: '{calendarId}', tier: 'w {newId}' },
      },
      'savePromiseAction (a new one)': {
        who: '---y ---',
        form: { ...promised, calendarId: '{calendarId}', tier: 'w {newId}' },
      },
      archivePromiseAction: { who: '---y ---', form: { policyId: '{promiseId}' } },
    }),
  ),
  ...inFile('lib/web/member-actions.ts', {
    inviteMemberAction: {
      who: '---y y--',
      form: { email: '{newId}@new.example', name: 'New Person', role: 'member', partnerId: '{partnerId}' },
    },
    'inviteMemberAction (to the staff)': {
      who: '---y ---',
      form: { email: '{newId}@new.example', name: 'New Person', role: 'agent' },
    },
    disableMemberAction: { who: '---y y--', form: { member: '{memberId}' } },
    'disableMemberAction (of the staff)': { who: '---y ---', form: { member: '{staffId}' } },
    enableMemberAction: { who: '---y y--', form: { member: '{memberId}' } },
    'enableMemberAction (of the staff)': { who: '---y ---', form: { member: '{staffId}' } },
    changeMemberRoleAction: { who: '---y y--', form: { member: '{memberId}', role: 'technical' } },
    'changeMemberRoleAction (of the staff)': { who: '---y ---', form: { member: '{staffId}', role: 'lead' } },
  }),
  ...inFile('lib/web/sign-in-actions.ts', {
    signInAction: { who: anybody, form: { email: '{email}', password }, smuggled: anybody, signsIn: true },
    // The answer is the same for every address.
    magicLinkAction: { who: anybody, form: { email: '{email}' }, smuggled: anybody },
    resetRequestAction: { who: anybody, form: { email: '{email}' }, smuggled: anybody },
    linkSignInAction: { who: anybody, form: { token: '{linkToken}' }, signsIn: true },
    resetAction: { who: anybody, form: { token: '{resetToken}', password }, signsIn: true },
    invitationAction: {
      who: anybody,
      form: { token: '{invitationToken}', name: 'New Person', password },
      signsIn: true,
    },
    changePasswordAction: { ...oneself, form: { current: password, password } },
    signOutAction: { who: anybody, form: {}, sets: 'next-auth.session-token' },
    switchCompanyAction: { ...oneself, form: {}, sets: 'membership' },
    "switchCompanyAction (somebody else's)": { who: nobody, form: { membershipId: '{memberId}' }, sets: 'membership' },
    chooseLanguageAction: { who: anybody, form: { locale: 'it' }, sets: localeCookie },
  }),
  ...inFile('lib/i18n/choose.ts', {
    chooseLocale: { who: anybody, form: { locale: 'it' }, sets: localeCookie },
    chooseTheme: { who: anybody, form: { theme: 'dark' }, sets: themeCookie },
  }),
}

/** Actions that a page of strangers may cause: it keeps a preference, and Next looks at the Origin before it. */
export const fromAnywhere: readonly string[] = ['lib/i18n/choose.ts chooseLocale', 'lib/i18n/choose.ts chooseTheme']

/** A row's name without what tells its ways apart. */
export function nameOf(row: string): string {
  return row.replace(/ \([^/]*\)$/, '')
}

function inFile(file: string, rows: Record<string, ActionRow>): Record<string, ActionRow> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [`${file} ${name}`, row]))
}

function onlyFor(side: 'staff' | 'partner', rows: Record<string, ActionRow>): Record<string, ActionRow> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, { ...row, side }]))
}
