import type { Page } from '@playwright/test'
import { formatsFor } from '@/lib/i18n/format'
import { fileContent } from '../../prisma/seeds/files'
import { ask, personOf, setRules } from './demo'
import { axe, expect, PASSWORD, signIn, test } from './fixtures'
import { linkIn, mails, mailTo } from './mailbox'
import { overflow } from './variants'
import { type Story, stories } from './whole-request-stories'
import { words } from './words'

/* One request from its topic to the request that follows it: a partner on a phone, an agent at a desk, by language. */

for (const story of stories) {
  test(`${story.locale}: topic in own words (003-06, 003-07), steps tried (002-01), a form that asks on (002-04), file, promise (002-10), number (003-16); asked, tried, answered at the desk by keys (002-06, 002-07, 002-08, 002-12); statuses in words, rated, followed up (003-17, 003-19, 003-22, 003-23, 003-24, 003-26, 003-28, 003-30)`, async ({
    someone,
  }) => {
    const { locale, partner, agent, subject } = story
    const t = words(locale)
    const [owner, colleague] = [await personOf(partner), await personOf(agent)]
    const phone = await someone({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await signIn(phone, partner)

    await writeIt(phone, story)
    const number = await sendIt(phone, story)
    await isIn(phone, locale, 'created')
    await expect(history(phone).getByText(step(locale, 'opened', 'you', owner.name))).toBeVisible()
    await saysWhen(phone, number, locale)
    await phone.goto('/nova/requests?tab=with_us')
    const row = phone.getByRole('listitem').filter({ hasText: number })
    await expect(row, '003-17').toContainText(t('requests', 'state.created'))
    await expect(row, '003-18').toContainText(t('requests', 'row.files'))
    const first = await mailTo(partner, `[${number}] ${subject}`)
    expect(first.text).toContain(t('mail', 'opened.heading'))

    const desk = await someone({ viewport: { width: 1440, height: 900 } })
    await signIn(desk, agent)
    await takeByKeys(desk, number, subject)
    await expect(desk.getByText(t('desk', 'ticket.withYou')).first()).toBeVisible()
    for (const said of [story.details, story.tried]) await expect(desk.getByText(said).first()).toBeVisible()
    await phone.goto(`/nova/requests/${number}`)
    await isIn(phone, locale, 'in_progress')

    // Asked: the first time too soon, taken back within its ten seconds.
    await setRules({ undoSeconds: 10 })
    await writeByKeys(desk, 'ask', story.question)
    await expect(desk.getByText(counting(t('desk', 'held.leaves', { seconds: 'N' })))).toBeVisible()
    await desk.getByRole('button', { name: t('desk', 'held.undo') }).press('Enter')
    await expect(desk.locator('#write-body')).toHaveValue(story.question)
    await expect(desk.getByRole('radio', { name: t('desk', 'write.ask'), exact: true })).toBeChecked()
    expect(await said(number), 'nobody has it but its author').not.toContain(story.question)
    await setRules({ undoSeconds: 1 })
    await desk.locator('#write-body').press('Control+Enter')
    const question = await mailTo(partner, number, t('mail', 'asked.heading', { author: colleague.name }))
    expect(question.subject).toBe(`[${number}] ${subject}`)
    expect(question.text).toContain(story.question)
    expect(question.headers.references, 'one conversation').toMatch(/^<.+>$/)
    expect(question.headers.references).toBe(first.headers.references)
    expect(question.headers['auto-submitted']).toBe('auto-generated')
    await expect(desk.getByRole('region', { name: t('desk', 'ticket.thread') })).toContainText(story.question)

    // Read by the mail's link on a phone where she is signed out, then answered after signing in.
    const other = await someone({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale })
    await other.goto(linkIn(question, '/nova/view/'))
    await expect(other.getByText(story.question)).toBeVisible()
    await isIn(other, locale, 'awaiting_partner')
    await expect(other.locator('form, textarea, input')).toHaveCount(0)
    await axe(other, 'the read-only link')
    expect(await overflow(other)).toBe(0)
    await other
      .getByRole('link', { name: t('view', 'signIn') })
      .last()
      .tap()
    await other.locator('input[name=email]').fill(partner)
    await other.locator('input[name=password]').fill(PASSWORD)
    await other.locator('form:has(input[name=password]) button[type=submit]').tap()
    await other.waitForURL(new RegExp(`/nova/requests/${number}$`))
    await isIn(other, locale, 'awaiting_partner')
    await other.getByLabel(t('requests', 'reply.answer')).fill(story.reply)
    await other.getByRole('button', { name: t('requests', 'reply.send'), exact: true }).tap()
    await expect(thread(other, locale).getByText(story.reply)).toBeVisible()
    await isIn(other, locale, 'in_progress')

    // A fix to try, which does not help.
    await desk.reload()
    await expect(desk.getByText(story.reply)).toBeVisible()
    await writeByKeys(desk, 'try_this', story.fix)
    await mailTo(partner, number, story.fix)
    await phone.reload()
    await expect(phone.getByRole('heading', { name: t('requests', 'try.title') })).toBeVisible()
    await isIn(phone, locale, 'awaiting_partner')
    await axe(phone, 'a request with something to try')
    await phone.getByLabel(t('requests', 'try.label')).fill(story.failed)
    await phone.getByRole('button', { name: t('requests', 'verdict.does_not') }).tap()
    await expect(thread(phone, locale).getByText(story.failed)).toBeVisible()
    await isIn(phone, locale, 'in_progress')

    // What support found out stays there; the answer does not.
    await desk.reload()
    await expect(desk.getByText(t('desk', 'verdict.does_not')).first()).toBeVisible()
    await find(desk, story)
    await writeByKeys(desk, 'answer', story.answer)
    const answer = await mailTo(partner, number, t('mail', 'answered.heading', { author: colleague.name }))
    expect(answer.text).toContain(story.answer)
    expect(mails().filter(({ to, text }) => to === partner && text.includes(story.workaround))).toEqual([])

    await phone.goto('/nova/requests')
    await expect(phone.getByRole('listitem').filter({ hasText: number }), '003-22').toContainText(
      t('requests', 'state.answered'),
    )
    await phone.goto('/nova/notices')
    await expect(phone.getByRole('listitem').filter({ hasText: number }).first()).toContainText(
      t('notices', 'kind.ticket.answered'),
    )
    await phone.goto(`/nova/requests/${number}`)
    await isIn(phone, locale, 'answered')
    await expect(phone.getByText(story.workaround)).toHaveCount(0)
    await expect(phone.getByText(t('requests', 'rate.why'), { exact: false }), '003-26').toBeVisible()
    await axe(phone, 'an answer to be rated')
    await phone.locator('input[name=stars][value="4"]').check({ force: true })
    await phone.getByLabel(t('requests', 'rate.comment')).fill(story.comment)
    await phone.getByRole('button', { name: t('requests', 'rate.send') }).tap()
    await isIn(phone, locale, 'completed')
    await expect(phone.getByRole('img', { name: t('requests', 'row.stars', { stars: 4 }) })).toBeVisible()
    const happened = await history(phone).getByRole('listitem').locator('p:first-child').allInnerTexts()
    expect(happened).toEqual(
      (
        [
          ['opened', 'you', owner.name],
          ['taken', 'other', colleague.name],
          ['asked', 'other', colleague.name],
          ['replied', 'you', owner.name],
          ['try_asked', 'other', colleague.name],
          ['try_failed', 'you', owner.name],
          ['answered', 'other', colleague.name],
          ['rated', 'you', owner.name],
        ] as const
      ).map(([kind, who, name]) => step(locale, kind, who, name)),
    )
    await desk.reload()
    await expect(desk.getByRole('region', { name: t('desk', 'rating.title') })).toContainText(story.comment)

    // It comes back: another request goes on from this one.
    await phone.getByRole('link', { name: t('requests', 'completed.followUp') }).tap()
    await expect(phone.getByText(t('new-request', 'follows.title', { number }))).toBeVisible()
    await fillIt(phone, { ...story, subject: story.again })
    const next = await sendIt(phone, story)
    await expect(phone.getByRole('link', { name: number })).toBeVisible()
    await phone.goto(`/nova/requests/${number}`)
    await expect(phone.getByRole('link', { name: next })).toBeVisible()
    await isIn(phone, locale, 'completed')
  })
}

type Locale = Story['locale']

/** From the list to a filled form: the topic in words of her own, the advice, the questions, a file. */
async function writeIt(page: Page, story: Story) {
  const t = words(story.locale)
  await page.goto('/nova/requests')
  await page
    .getByRole('link', { name: t('requests', 'new') })
    .first()
    .tap()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('new-request', 'topic.title'))
  await page.getByRole('searchbox').fill(story.words)
  const found = page.getByRole('list', { name: t('new-request', 'topic.results') }).getByRole('link')
  await expect(found.filter({ hasText: story.topic })).toBeVisible()
  expect((await found.allInnerTexts()).slice(0, 3).join(), 'among the first three').toContain(story.topic)
  await found.filter({ hasText: story.topic }).tap()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('new-request', 'details.title'))
  await page
    .getByRole('group', { name: t('new-request', 'preflight.title') })
    .getByLabel(story.tried)
    .check()
  await expect(page.getByText(story.asksOn)).toHaveCount(0)
  await fillIt(page, story)
  await page
    .locator('#attachmentIds input[type=file]')
    .first()
    .setInputFiles({ name: story.file, mimeType: 'image/png', buffer: fileContent(story.file) })
  await expect(page.getByText(t('files', 'sent'), { exact: true })).toBeVisible()
  await promises(page, story.locale)
  await axe(page, 'the form, filled')
  expect(await overflow(page)).toBe(0)
}

async function fillIt(page: Page, story: Story) {
  const t = words(story.locale)
  await page.getByLabel(t('new-request', 'details.subject')).fill(story.subject)
  await page.getByLabel(t('new-request', 'details.body')).fill(story.body)
  for (const choice of story.choices) await page.getByLabel(choice).check()
  for (const [label, value] of Object.entries(story.fields)) await page.getByLabel(label).fill(value)
  await page.getByLabel(story.asksOn).fill(story.details)
}

/** Sends the form, sees number, promise and the mail's address, and opens the request. */
async function sendIt(page: Page, { locale, partner }: Story): Promise<string> {
  const t = words(locale)
  await page.getByRole('button', { name: t('new-request', 'details.send') }).tap()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('new-request', 'sent.title'))
  await promises(page, locale)
  await expect(page.getByText(partner)).toBeVisible()
  const number = (await page.getByText(/^NV-\d+$/).innerText()).trim()
  await page.getByRole('link', { name: t('new-request', 'sent.open') }).tap()
  await expect(page).toHaveURL(new RegExp(`/nova/requests/${number}$`))
  return number
}

/** Through what nobody has taken, key by key, to the request; opened and taken. */
async function takeByKeys(page: Page, number: string, subject: string) {
  await page.goto('/nova/desk?view=unassigned')
  const row = page.locator(`a[data-queue-row="${number}"]`)
  await expect(row).toBeVisible()
  const place = await page
    .locator('a[data-queue-row]')
    .evaluateAll((all, which) => all.findIndex((one) => one.getAttribute('data-queue-row') === which), number)
  for (let at = 0; at <= place; at++) await page.keyboard.press('KeyJ')
  if (place > 0) {
    await page.keyboard.press('KeyK')
    await page.keyboard.press('KeyJ')
  }
  await expect(row).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
  await page.keyboard.press('KeyA')
}

async function writeByKeys(page: Page, kind: 'answer' | 'ask' | 'try_this', text: string) {
  await expect(page.locator('#write-body')).toBeVisible()
  await page.locator(`input[name=kind][value=${kind}]`).press('Space')
  await page.keyboard.press('Escape')
  await page.locator('#write-body').focus()
  await page.keyboard.insertText(text)
  await page.keyboard.press('Control+Enter')
}

/** Reproduced, and helped by hand: noted among colleagues (002-12). */
async function find(page: Page, { locale, workaround }: Story) {
  const t = words(locale)
  const form = page.locator('form:has([name=workaround])')
  await page
    .locator('summary')
    .filter({ hasText: t('desk', 'findings.title') })
    .click()
  await form.getByLabel(t('desk', 'findings.yes'), { exact: true }).check()
  await form.getByLabel(t('desk', 'findings.workaround')).fill(workaround)
  await form.getByRole('button', { name: t('desk', 'findings.button') }).click()
  await expect(history(page).getByText(step(locale, 'findings_changed', 'you', ''))).toBeVisible()
}

/** The status as the page says it in words (003-30). */
async function isIn(page: Page, locale: Locale, state: string) {
  await expect(
    page
      .getByRole('main')
      .getByText(words(locale)('requests', `state.${state}`), { exact: true })
      .first(),
    state,
  ).toBeVisible()
}

/** The exact time it was opened at, in her zone (003-19). */
async function saysWhen(page: Page, number: string, locale: Locale) {
  const [opened] = await ask<{ at: Date; zone: string }>(
    `select t.created_at as at, coalesce(u.time_zone, p.time_zone) as zone from ticket t
      join marketplace m on m.id = t.marketplace_id
      join membership s on s.marketplace_id = t.marketplace_id and s.id = t.opened_by_id
      join "user" u on u.id = s.user_id
      join partner p on p.marketplace_id = t.marketplace_id and p.id = t.partner_id
     where m.slug = 'nova' and t.number = $1`,
    [Number(number.slice(3))],
  )
  if (!opened) throw new Error(`no request has the number ${number}`)
  const about = page.getByRole('complementary', { name: words(locale)('requests', 'about.label') })
  await expect(about).toContainText(formatsFor(locale, opened.zone).exact(opened.at))
}

const thread = (page: Page, locale: Locale) => page.getByRole('region', { name: words(locale)('requests', 'thread') })
/** What happened, on either side's page: the only list with steps in order beside the conversation. */
const history = (page: Page) => page.getByRole('complementary').locator('ol').last()

function step(locale: Locale, kind: string, who: 'you' | 'other', name: string): string {
  return words(locale)('tickets', `history.${kind}`, { who, name, hasPerson: 'yes', person: name, stars: 4 })
}

/** What has left for the partner. */
async function said(number: string): Promise<string[]> {
  const found = await ask<{ body: string }>(
    `select s.body from ticket_message s join ticket t on t.id = s.ticket_id and t.marketplace_id = s.marketplace_id
      join marketplace m on m.id = t.marketplace_id where m.slug = 'nova' and t.number = $1`,
    [Number(number.slice(3))],
  )
  return found.map(({ body }) => body)
}

/** By when we answer, as the page promises it: a day and a time in working hours. */
async function promises(page: Page, locale: Locale) {
  const said = page.getByText(words(locale)('new-request', 'promise.hours'))
  await expect(said).toBeVisible()
  await expect(said.locator('..').locator('b')).toHaveText(/\d{1,2}:\d{2}/)
}

/** A pattern whose N is any number of seconds. */
function counting(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('N', '\\d+')}$`)
}
