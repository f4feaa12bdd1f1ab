import {
  alertsPage,
  archiveHeartbeat,
  createAlertKey,
  createHeartbeat,
  pauseHeartbeat,
  renewHeartbeat,
  resumeHeartbeat,
  revokeAlertKey,
  rotateAlertKey,
} from '@/lib/alerts'
import { ticketReport } from '@/lib/analytics'
import { articleBySlug, articleList } from '@/lib/articles'
import { openDownload, receiveUpload, uploadLimits } from '@/lib/attachments'
import type { PartnerActor, StaffActor } from '@/lib/authz'
import { formOfTopic, topicTree } from '@/lib/catalog'
import {
  addMethod,
  addPush,
  answerTest,
  movePush,
  phonePage,
  removeMethod,
  renameMethod,
  saveRules,
  sendCode,
  testPhone,
  verifyMethod,
} from '@/lib/contacts'
import { dropDraft, readDraft, saveDraft } from '@/lib/drafts'
import {
  acknowledge,
  addEndpoint,
  appealClaim,
  archivePolicy,
  askPartnerOfClaim,
  callList,
  callPage,
  callPartner,
  confirmClaim,
  declineClaim,
  disableEndpoint,
  enableEndpoint,
  endpointList,
  escalationPage,
  makeDefaultPolicy,
  noteEscalation,
  onCallHome,
  onCallQueue,
  openCalls,
  pageOnCall,
  pagePreview,
  passOn,
  policyForm,
  policyList,
  policyOverTime,
  policyPage,
  previewPolicy,
  resolveEscalation,
  rotateEndpoint,
  savePolicy,
  testEndpoint,
  whoWouldBeCalled,
} from '@/lib/escalation'
import { newId } from '@/lib/foundation/ids'
import { changeMemberRole, disableMember, enableMember, inviteMember, listMembers } from '@/lib/identity'
import {
  type ContactInput,
  extendPause,
  integrationNews,
  integrationPage,
  moveContact,
  partnerIntegration,
  removeContact,
  resumeIntegration,
  saveContact,
  startPause,
} from '@/lib/integration'
import { myMails, noticesOf, readNotices, saveMailMode, unreadNotices } from '@/lib/notifications'
import {
  addOverride,
  archiveSchedule,
  askForCover,
  chooseDefaultSchedule,
  coverForm,
  createSchedule,
  deleteOverride,
  editLayer,
  endLayer,
  hoursInput,
  ownFeed,
  previewSchedule,
  renameSchedule,
  renewFeed,
  scheduleEditPage,
  schedulePage,
  setDutyHours,
  takeCover,
  withdrawCover,
} from '@/lib/oncall'
import { companyOf, myConsultant, setMembersSeeAll } from '@/lib/partners'
import { archivePromise, hoursPage, promisesPage, saveCalendar, saveDay, savePromise } from '@/lib/sla'
import {
  addNote,
  answerTicket,
  answerTimes,
  askPartner,
  assignTicket,
  cancelTicket,
  closeTicket,
  cooldownOf,
  countNeedsYou,
  deadlinesForStaff,
  exportTickets,
  followTicket,
  holdAnswer,
  lastingAnswers,
  listTickets,
  markRead,
  openTicket,
  promiseBefore,
  queue,
  rateTicket,
  readsTicket,
  recentTopics,
  recordFindings,
  replyToTicket,
  setPriority,
  setTeam,
  setTopic,
  similarOpen,
  takeTicket,
  ticketForPartner,
  ticketForStaff,
  ticketTitles,
  unfollowTicket,
} from '@/lib/tickets'
import type { Target } from './cast'

/** Whoever tries may be of either side: what the compiler would refuse is tried all the same. */
// biome-ignore lint/suspicious/noExplicitAny: an actor of the wrong side is the point
type Anybody = any
type Attempt = (actor: Anybody & (PartnerActor | StaffActor), target: Target) => Promise<unknown>

export type Tried = {
  attempt: Attempt
  /** Whether it names a thing, which may be another company's or marketplace's. Else it answers with one's own. */
  on: 'thing' | 'own'
}

const thing = (attempt: Attempt): Tried => ({ attempt, on: 'thing' })
const own = (attempt: Attempt): Tried => ({ attempt, on: 'own' })

const said = { body: 'A line of text.', attachmentIds: [] }
const inEnglish = { locale: 'en' } as const

/** How somebody is made a technical contact. */
const contact = (member: string): ContactInput => ({
  member,
  minSeverity: 'P2',
  when: 'always',
  days: [],
  from: '',
  to: '',
  timeZone: '',
})

/** Somewhere that this side writes. */
const placeFor = (actor: Anybody) => `${actor.side === 'staff' ? 'answer' : 'reply'}:${newId()}`

/** A way to reach whoever tries: one she has, or a new one. */
async function ownPhone(actor: Anybody): Promise<string> {
  const has = (await phonePage(actor))?.methods[0]?.id
  if (has) return has
  const added = await addMethod(actor, { channel: 'ntfy', address: `walls-${newId()}` })
  if (!added.ok) throw new Error(added.why)
  return added.value.methodId
}

const browser = () => ({ endpoint: `https://push.example/${newId()}`, p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) })
const lineBy = (methodId: string) => ({ lines: [{ methodId, delayMinutes: 0, minSeverity: 'P2' as const }] })

const aWeek = { from: new Date('2026-11-23T00:00:00Z'), to: new Date('2026-11-30T00:00:00Z') }
const ladder = {
  name: 'Walls',
  steps: [],
  repeat: 1,
  ackExpirySeconds: null,
  assessTimeoutSeconds: 900,
  catchAllEverySeconds: 600,
  catchAll: [],
  paging: {},
}

/** A stamp that is behind gets past the gate and changes nothing. */
const aLayer = ({ scheduleId, rotationId, staffId }: Pick<Target, 'scheduleId' | 'rotationId' | 'staffId'>) => ({
  scheduleId,
  stamp: 'behind',
  rotationId,
  name: 'Weekly',
  kind: 'weekly' as const,
  length: 1,
  anchor: '2026-11-23T09:00',
  participants: [staffId],
  from: '',
})

const anOverride = (scheduleId: string, add: string) => ({
  scheduleId,
  add,
  remove: null,
  from: '',
  to: '2026-11-29T12:00',
})

/**
 * How each use case of who-may.ts is tried. What it is made on is made when the attempt names it, so each names what it
 * takes of its target. A version that is behind gets past the gate and changes nothing.
 */
export const attempts: Readonly<Record<string, Tried>> = {
  'tickets/openTicket': own((actor, { topicId }) =>
    openTicket(actor, { submissionKey: newId(), topicId, subject: 'A feed', ...said }),
  ),
  'tickets/promiseBefore': own((actor, { topicId }) => promiseBefore(actor, topicId)),
  'tickets/listTickets': own((actor) => listTickets(actor, { tab: 'with_us', ...inEnglish })),
  'tickets/exportTickets': own(async (actor) => {
    for await (const _row of exportTickets(actor, { tab: 'all', ...inEnglish })) return { ok: true }
    return { ok: true }
  }),
  'tickets/countNeedsYou': own((actor) => countNeedsYou(actor)),
  'tickets/queue': own((actor) => queue(actor, { view: 'waiting', ...inEnglish })),
  'tickets/replyToTicket': thing((actor, { ticketId }) =>
    replyToTicket(actor, { submissionKey: newId(), ticketId, ...said }),
  ),
  'tickets/cancelTicket': thing((actor, { ticketId }) => cancelTicket(actor, { ticketId })),
  'tickets/rateTicket': thing((actor, { ticketId }) => rateTicket(actor, { ticketId, stars: 5, comment: '' })),
  'tickets/followTicket': thing((actor, { ticketId }) =>
    followTicket(actor, { ticketId, membershipId: actor.membershipId }),
  ),
  'tickets/unfollowTicket': thing((actor, { ticketId, memberId }) =>
    unfollowTicket(actor, { ticketId, membershipId: memberId }),
  ),
  'tickets/markRead': thing((actor, { ticketId }) => markRead(actor, { ticketId })),
  // Null is the answer that nothing is cooling down: only who is let in hears it.
  'tickets/cooldownOf': own(async (actor, { topicId }) => ({ ok: true, value: await cooldownOf(actor, topicId) })),
  'tickets/similarOpen': own((actor, { topicId }) => similarOpen(actor, topicId)),
  'tickets/recentTopics': own((actor) => recentTopics(actor)),
  'tickets/lastingAnswers': thing((actor, { number }) => lastingAnswers(actor, number)),
  'tickets/answerTimes': own((actor) => answerTimes(actor)),
  'tickets/ticketForPartner': thing((actor, { number }) => ticketForPartner(actor, number, 'en')),
  'tickets/ticketForStaff': thing((actor, { number }) => ticketForStaff(actor, number, 'en')),
  'tickets/deadlinesForStaff': thing((actor, { number }) => deadlinesForStaff(actor, number)),
  'tickets/ticketTitles': thing(
    async (actor, { ticketId }) => (await ticketTitles(actor, [ticketId])).get(ticketId) ?? null,
  ),
  'tickets/takeTicket': thing((actor, { ticketId }) => takeTicket(actor, { ticketId })),
  'tickets/assignTicket': thing((actor, { ticketId }) => assignTicket(actor, { ticketId, assigneeId: null })),
  'tickets/answerTicket': thing((actor, { ticketId }) => answerTicket(actor, { ticketId, version: 0, ...said })),
  'tickets/askPartner': thing((actor, { ticketId }) =>
    askPartner(actor, { ticketId, version: 0, kind: 'ask', ...said }),
  ),
  'tickets/addNote': thing((actor, { ticketId }) => addNote(actor, { ticketId, ...said })),
  'tickets/closeTicket': thing((actor, { ticketId }) => closeTicket(actor, { ticketId, version: 0, reason: '' })),
  'tickets/holdAnswer': thing((actor, { ticketId }) =>
    holdAnswer(actor, { ticketId, version: 0, kind: 'answer', ...said }),
  ),
  'tickets/setTopic': thing((actor, { ticketId, topicId }) => setTopic(actor, { ticketId, topicId })),
  'tickets/setPriority': thing((actor, { ticketId }) => setPriority(actor, { ticketId, priority: 'low' })),
  // A team that is not there: past the gate it is unknown.
  'tickets/setTeam': thing((actor, { ticketId }) => setTeam(actor, { ticketId, teamId: newId() })),
  'tickets/recordFindings': thing((actor, { ticketId }) =>
    recordFindings(actor, { ticketId, reproduced: true, workaround: '' }),
  ),

  'attachments/receiveUpload': own((actor) =>
    receiveUpload(actor, {
      headers: new Headers({ 'content-type': 'text/plain' }),
      body: new ReadableStream(),
    } as Anybody),
  ),
  'attachments/openDownload': thing((actor, { attachmentId }) =>
    openDownload(actor, attachmentId, readsTicket(actor)).catch((error: NodeJS.ErrnoException) => {
      // Past the gate: the row was found and allowed, and these tests keep no bytes.
      if (error.code === 'ENOENT') return { ok: true }
      throw error
    }),
  ),

  'attachments/uploadLimits': own((actor) => uploadLimits(actor)),

  'articles/articleList': own((actor) => articleList(actor, 'en')),
  'articles/articleBySlug': own((actor) => articleBySlug(actor, 'walls-nova', 'en')),

  // Most topics of the world have no form: null is an answer too.
  'catalog/formOfTopic': own(async (actor, { topicId }) => ({
    ok: true,
    value: await formOfTopic(actor, topicId, 'en'),
  })),
  'catalog/topicTree': own((actor) => topicTree(actor, 'en')),

  'drafts/readDraft': own(async (actor) => {
    const place = placeFor(actor)
    await saveDraft(actor, { place, written: { body: 'A line of text.' }, version: 0 })
    return readDraft(actor, place)
  }),
  'drafts/saveDraft': own((actor) =>
    saveDraft(actor, { place: placeFor(actor), written: { body: 'A line of text.' }, version: 0 }),
  ),
  'drafts/dropDraft': own((actor) => dropDraft(actor, placeFor(actor))),

  'notifications/myMails': own((actor) => myMails(actor)),
  'notifications/saveMailMode': own((actor) => saveMailMode(actor, { mode: 'each' })),
  'notifications/noticesOf': own((actor) => noticesOf(actor)),
  'notifications/unreadNotices': own((actor) => unreadNotices(actor)),
  'notifications/readNotices': own((actor) => readNotices(actor, {})),

  'partners/companyOf': own((actor) => companyOf(actor)),
  // Most companies have none: null is an answer too.
  'partners/myConsultant': own(async (actor) => ({ ok: true, value: await myConsultant(actor) })),
  'partners/setMembersSeeAll': own((actor) => setMembersSeeAll(actor, { membersSeeAll: true })),

  'integration/integrationPage': own((actor) => integrationPage(actor)),
  'integration/integrationNews': own((actor) => integrationNews(actor)),
  'integration/partnerIntegration': thing((actor, { partnerId }) => partnerIntegration(actor, { partnerId })),
  // Past the gate these times are odd.
  'integration/startPause': own((actor) => startPause(actor, { from: null, until: new Date(0), reason: 'A server' })),
  'integration/extendPause': own((actor) => extendPause(actor, { until: new Date(0) })),
  'integration/resumeIntegration': own((actor) => resumeIntegration(actor)),
  'integration/saveContact': thing((actor, { memberId }) => saveContact(actor, contact(memberId))),
  'integration/removeContact': thing((actor, { memberId }) => removeContact(actor, { member: memberId })),
  'integration/moveContact': thing(async (actor, { memberId }) => {
    await saveContact(actor, contact(memberId))
    return moveContact(actor, { member: memberId, way: 'up' })
  }),

  'contacts/phonePage': own((actor) => phonePage(actor)),
  'contacts/addMethod': own((actor) => addMethod(actor, { channel: 'ntfy', address: `walls-${newId()}` })),
  'contacts/addPush': own((actor) => addPush(actor, browser())),
  'contacts/saveRules': own(async (actor) => saveRules(actor, lineBy(await ownPhone(actor)))),
  'contacts/testPhone': own((actor) => testPhone(actor, {})),
  'contacts/movePush': own((actor) => movePush(actor, { old: 'https://push.example/none', ...browser() })),
  'contacts/sendCode': own(async (actor) => sendCode(actor, { methodId: await ownPhone(actor) })),
  'contacts/verifyMethod': own(async (actor) =>
    verifyMethod(actor, { methodId: await ownPhone(actor), code: '123456' }),
  ),
  'contacts/renameMethod': own(async (actor) =>
    renameMethod(actor, { methodId: await ownPhone(actor), label: 'Night' }),
  ),
  'contacts/answerTest': own(async (actor) =>
    answerTest(actor, { methodId: await ownPhone(actor), testId: newId(), received: 'no' }),
  ),
  'contacts/removeMethod': own(async (actor) => removeMethod(actor, { methodId: await ownPhone(actor) })),
  "contacts/sendCode (another's)": thing((actor, { methodId }) => sendCode(actor, { methodId })),
  "contacts/verifyMethod (another's)": thing((actor, { methodId }) =>
    verifyMethod(actor, { methodId, code: '123456' }),
  ),
  "contacts/renameMethod (another's)": thing((actor, { methodId }) => renameMethod(actor, { methodId, label: 'Mine' })),
  "contacts/answerTest (another's)": thing((actor, { methodId }) =>
    answerTest(actor, { methodId, testId: newId(), received: 'yes' }),
  ),
  "contacts/saveRules (another's)": thing((actor, { methodId }) => saveRules(actor, lineBy(methodId))),
  "contacts/testPhone (another's)": thing((actor, { methodId }) => testPhone(actor, { methodId })),
  "contacts/removeMethod (another's)": thing((actor, { methodId }) => removeMethod(actor, { methodId })),

  'identity/listMembers': thing((actor, { partnerId }) => listMembers(actor, { partnerId })),
  'identity/listMembers (of the staff)': own((actor) => listMembers(actor, { partnerId: null })),
  'identity/inviteMember': thing((actor, { partnerId }) =>
    inviteMember(
      actor,
      { email: `${newId()}@new.example`, name: 'New Person', role: 'member', partnerId },
      async () => {},
    ),
  ),
  'identity/disableMember': thing((actor, { memberId }) => disableMember(actor, { membershipId: memberId })),
  'identity/disableMember (of the staff)': thing((actor, { staffId }) =>
    disableMember(actor, { membershipId: staffId }),
  ),
  'identity/enableMember (of the staff)': thing((actor, { staffId }) => enableMember(actor, { membershipId: staffId })),
  'identity/changeMemberRole (of the staff)': thing((actor, { staffId }) =>
    changeMemberRole(actor, { membershipId: staffId, role: 'lead' }),
  ),
  'identity/enableMember': thing((actor, { memberId }) => enableMember(actor, { membershipId: memberId })),
  'identity/changeMemberRole': thing((actor, { memberId }) =>
    changeMemberRole(actor, { membershipId: memberId, role: 'technical' }),
  ),

  'sla/hoursPage': own((actor) => hoursPage(actor, { calendarId: null, year: null, locale: 'en' })),
  'sla/promisesPage': own((actor) => promisesPage(actor, { locale: 'en', request: null })),
  'sla/saveCalendar': thing((actor, { calendarId }) =>
    saveCalendar(actor, {
      calendarId,
      name: 'Walls',
      timeZone: 'Europe/Rome',
      country: '',
      ...{ day1: '9-18', day2: '', day3: '', day4: '', day5: '', day6: '', day7: '' },
    }),
  ),
  'sla/saveDay': thing((actor, { calendarId }) =>
    saveDay(actor, { calendarId, date: '2027-04-01', name: 'A day of our own', choice: 'closed' }),
  ),
  'sla/savePromise': thing((actor, { calendarId, promiseId }) =>
    savePromise(actor, {
      policyId: promiseId,
      topicId: '',
      priority: '',
      tier: `w ${newId()}`,
      calendarId,
      ...{ firstAnswer: '8:00', nextAnswer: '', resolution: '', warn: '', page: '' },
    }),
  ),
  'sla/archivePromise': thing((actor, { promiseId }) => archivePromise(actor, { policyId: promiseId })),

  'analytics/ticketReport': own((actor) => ticketReport(actor, { locale: 'en' })),

  'oncall/schedulePage': own((actor) => schedulePage(actor, {})),
  'oncall/scheduleEditPage': thing((actor, { scheduleId }) => scheduleEditPage(actor, { scheduleId }, async () => [])),
  'oncall/previewSchedule': thing((actor, { scheduleId, rotationId, staffId, stamp }) =>
    previewSchedule(actor, { kind: 'layer', input: { ...aLayer({ scheduleId, rotationId, staffId }), stamp } }),
  ),
  'oncall/createSchedule': own((actor) => createSchedule(actor, { name: 'Payments', timeZone: 'Europe/Rome' })),
  'oncall/renameSchedule': thing((actor, { scheduleId }) => renameSchedule(actor, { scheduleId, name: 'Payments' })),
  'oncall/chooseDefaultSchedule': thing((actor, { scheduleId }) => chooseDefaultSchedule(actor, { scheduleId })),
  'oncall/archiveSchedule': thing((actor, { spareScheduleId }) =>
    archiveSchedule(actor, { scheduleId: spareScheduleId }, async () => []),
  ),
  'oncall/editLayer': thing((actor, { scheduleId, rotationId, staffId }) =>
    editLayer(actor, aLayer({ scheduleId, rotationId, staffId })),
  ),
  'oncall/endLayer': thing((actor, { scheduleId, rotationId }) =>
    endLayer(actor, { scheduleId, stamp: 'behind', rotationId, from: '' }),
  ),
  'oncall/setDutyHours': thing((actor, { scheduleId }) =>
    setDutyHours(actor, hoursInput.parse({ scheduleId, stamp: 'behind', rotationId: '', from: '' })),
  ),
  'oncall/addOverride': thing((actor, { scheduleId, staffId }) => addOverride(actor, anOverride(scheduleId, staffId))),
  'oncall/deleteOverride': thing(async (actor, { scheduleId, staffId }) => {
    await addOverride(actor, anOverride(scheduleId, staffId))
    const page = await scheduleEditPage(actor, { scheduleId }, async () => [])
    return deleteOverride(actor, { scheduleId, overrideId: page?.overrides[0]?.id ?? newId() })
  }),
  'oncall/coverForm': thing((actor, { scheduleId }) => coverForm(actor, { scheduleId })),
  'oncall/askForCover': thing((actor, { scheduleId, staffId: askedId }) =>
    askForCover(actor, {
      scheduleId,
      askedId,
      from: new Date('2026-11-25T10:00Z'),
      to: new Date('2026-11-25T12:00Z'),
      note: '',
    }),
  ),
  'oncall/takeCover': thing((actor, { coverId }) => takeCover(actor, { coverId })),
  'oncall/withdrawCover': thing((actor, { coverId }) => withdrawCover(actor, { coverId })),
  'oncall/renewFeed': thing((actor, { scheduleId }) => renewFeed(actor, { scheduleId })),
  'oncall/ownFeed': thing(async (actor, { scheduleId }) => {
    await renewFeed(actor, { scheduleId })
    return ownFeed(actor, { scheduleId })
  }),

  'alerts/alertsPage': own((actor) => alertsPage(actor)),
  'alerts/createAlertKey': own((actor) =>
    createAlertKey(actor, { name: 'Walls', kind: 'generic', severity: 'P1', policyId: null }),
  ),
  'alerts/rotateAlertKey': thing((actor, { alertKeyId }) => rotateAlertKey(actor, { keyId: alertKeyId })),
  'alerts/revokeAlertKey': thing((actor, { spareKeyId }) => revokeAlertKey(actor, { keyId: spareKeyId })),
  'alerts/createHeartbeat': own((actor) =>
    createHeartbeat(actor, { name: 'Walls', everySeconds: 60, graceSeconds: 0, severity: 'P1', policyId: null }),
  ),
  'alerts/renewHeartbeat': thing((actor, { heartbeatId }) => renewHeartbeat(actor, { heartbeatId })),
  'alerts/pauseHeartbeat': thing((actor, { heartbeatId }) => pauseHeartbeat(actor, { heartbeatId })),
  'alerts/resumeHeartbeat': thing((actor, { heartbeatId }) => resumeHeartbeat(actor, { heartbeatId })),
  'alerts/archiveHeartbeat': thing((actor, { spareBeatId }) => archiveHeartbeat(actor, { heartbeatId: spareBeatId })),

  'escalation/callList': own((actor) => callList(actor)),
  'escalation/callPage': thing((actor, { callId }) => callPage(actor, callId)),
  'escalation/openCalls': own((actor) => openCalls(actor)),
  'escalation/onCallHome': own((actor) => onCallHome(actor)),
  'escalation/onCallQueue': own((actor) => onCallQueue(actor)),
  'escalation/escalationPage': thing((actor, { escalationId }) => escalationPage(actor, escalationId)),
  'escalation/noteEscalation': thing((actor, { escalationId }) =>
    noteEscalation(actor, { escalationId, body: 'Seen.' }),
  ),
  'escalation/acknowledge': thing((actor, { escalationId }) => acknowledge(actor, { escalationId })),
  'escalation/passOn': thing((actor, { escalationId }) => passOn(actor, { escalationId })),
  'escalation/appealClaim': thing((actor, { ticketId }) => appealClaim(actor, { ticketId, text: 'Look again.' })),
  'escalation/askPartnerOfClaim': thing((actor, { escalationId }) =>
    askPartnerOfClaim(actor, { escalationId, question: 'Since when?' }),
  ),
  'escalation/confirmClaim': thing((actor, { escalationId }) => confirmClaim(actor, { escalationId })),
  'escalation/declineClaim': thing((actor, { escalationId }) =>
    declineClaim(actor, { escalationId, reason: 'It moves.' }),
  ),
  'escalation/resolveEscalation': thing((actor, { escalationId }) => resolveEscalation(actor, { escalationId })),
  'escalation/pageOnCall': thing((actor, { ticketId }) =>
    pageOnCall(actor, { ticketId, severity: 'P2', reason: 'It moves again.' }),
  ),
  'escalation/callPartner': thing((actor, { partnerId }) =>
    callPartner(actor, { partnerId, severity: 'P2', title: 'The feed is stale', detail: 'No file since noon.' }),
  ),
  'escalation/whoWouldBeCalled': own((actor) => whoWouldBeCalled(actor, { severity: 'P1' })),
  'escalation/pagePreview': thing((actor, { ticketId }) => pagePreview(actor, ticketId)),
  'escalation/policyList': own((actor) => policyList(actor, 'en')),
  'escalation/policyPage': thing((actor, { policyId }) => policyPage(actor, { policyId, locale: 'en' })),
  'escalation/policyOverTime': thing((actor, { policyId }) => policyOverTime(actor, { policyId, ...aWeek })),
  'escalation/policyForm': own((actor) =>
    policyForm(actor, { key: { direction: 'IN', severity: null }, locale: 'en' }),
  ),
  'escalation/previewPolicy': own((actor) => previewPolicy(actor, { direction: 'IN', definition: ladder }, 'en')),
  'escalation/savePolicy': thing((actor, { policyId }) =>
    savePolicy(actor, { policyId, version: 99, direction: 'IN', definition: ladder }),
  ),
  'escalation/savePolicy (a new one)': own((actor) =>
    savePolicy(actor, { version: 0, direction: 'IN', definition: ladder }),
  ),
  'escalation/makeDefaultPolicy': thing((actor, { policyId }) => makeDefaultPolicy(actor, { policyId })),
  'escalation/archivePolicy': thing((actor, { policyId }) => archivePolicy(actor, { policyId }, async () => [])),
  'escalation/endpointList': own((actor) => endpointList(actor)),
  'escalation/addEndpoint': own((actor) =>
    addEndpoint(actor, { name: `Walls ${newId()}`, url: 'https://hooks.example/walls' }),
  ),
  'escalation/rotateEndpoint': thing((actor, { endpointId }) => rotateEndpoint(actor, { endpointId })),
  'escalation/disableEndpoint': thing((actor, { endpointId }) => disableEndpoint(actor, { endpointId })),
  'escalation/enableEndpoint': thing((actor, { endpointId }) => enableEndpoint(actor, { endpointId })),
  'escalation/testEndpoint': thing((actor, { endpointId }) => testEndpoint(actor, { endpointId })),
}
