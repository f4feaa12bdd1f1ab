import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Condition } from '@/lib/tickets/schema'
import { fileContent } from '../../prisma/seeds/files'
import { personOf, waitForMorning, waitForNight } from './demo'
import { dropFile } from './drop-file'
import { axe, expect, signIn, test } from './fixtures'
import { linkIn, mails, mailTo } from './mailbox'
import { sendRequest, writeRequest } from './new-request'
import { words } from './words'

const it = words('it')
const en = words('en')
const ru = words('ru')
const pt = words('pt-BR')

test('a question with a file: opened in Italian, answered at the desk, read and downloaded by the partner', async ({
  page,
  someone,
}) => {
  const picture = fileContent('foto-lampada.png')
  await signIn(page, 'giulia@bottega-rossi.example')
  await writeRequest(page, {
    locale: 'it',
    // What a Russian colleague would call it: words of every language lead to the topic.
    search: 'фото',
    topic: 'Foto',
    subject: 'La foto principale della lampada non si aggiorna',
    body: 'Ho sostituito la foto tre giorni fa, sulla scheda si vede ancora quella vecchia.',
  })
  await dropFile(page, 'foto-lampada.png', picture)
  await expect(page.getByText(it('files', 'sent'), { exact: true })).toBeVisible()
  await page
    .locator('input[type=file][multiple]')
    .setInputFiles({ name: 'misure.csv', mimeType: 'text/csv', buffer: fileContent('misure.csv') })
  await expect(page.getByText(it('files', 'sent'), { exact: true })).toHaveCount(2)
  const number = await sendRequest(page, { locale: 'it' })
  await expect(page.getByRole('link', { name: 'foto-lampada.png' })).toBeVisible()

  const subject = 'La foto principale della lampada non si aggiorna'
  const confirmation = await mailTo('giulia@bottega-rossi.example', number)
  expect(confirmation.subject).toBe(`[${number}] ${subject}`)
  expect(linkIn(confirmation, '/nova/view/')).toBeTruthy()

  const desk = await someone()
  await signIn(desk, 'alice@nova-market.example')
  await desk.goto('/nova/desk?view=all')
  await desk.getByRole('link', { name: new RegExp(number) }).click()
  await expect(desk.getByRole('heading', { name: subject })).toBeVisible()
  await expect(desk.getByRole('link', { name: 'misure.csv' })).toBeVisible()
  await desk.getByLabel(en('desk', 'write.label.answer')).fill('Buongiorno Giulia, la nuova foto è ora pubblicata.')
  await desk.getByRole('button', { name: en('desk', 'write.send.answer') }).click()
  await expect(desk.getByText('la nuova foto è ora pubblicata').first()).toBeVisible()

  const answer = await mailTo('giulia@bottega-rossi.example', it('mail', 'answered.next'))
  expect(answer.text).toContain('la nuova foto è ora pubblicata')
  // Signed in, the read-only link leads to the full page.
  await page.goto(linkIn(answer, '/nova/view/'))
  await expect(page).toHaveURL(new RegExp(`/nova/requests/${number}$`))
  await expect(page.getByText('la nuova foto è ora pubblicata')).toBeVisible()
  await page.getByRole('link', { name: 'foto-lampada.png' }).click()
  const viewer = page.getByRole('dialog', { name: it('files', 'view.gallery') })
  await expect(viewer.getByRole('img', { name: 'foto-lampada.png' })).toBeVisible()
  const download = page.waitForEvent('download')
  await viewer.getByRole('link', { name: it('files', 'view.download') }).click()
  expect(await readFile(await (await download).path())).toEqual(picture)
})

test('urgent at night: paged at once, taken on the night page, resolved; the partner sees each step', async ({
  page,
  someone,
}) => {
  await waitForNight()
  await signIn(page, 'ravi@harbour-pine.example')
  const number = await claim(page, { subject: 'Every order fails with HTTP 500', condition: 'orders_blocked' })
  const live = page.getByRole('log')
  await expect(live).toContainText(en('tickets', 'history.claim_made', { who: 'you', name: '' }))
  await mailTo('ravi@harbour-pine.example', number)

  const engineer = await takeByMail(someone, number)
  await expect(live).toContainText(engineer.name, { timeout: 20_000 })
  await resolveOnCall(await someone(), engineer.email, number)
  await expect(live).toContainText(stepOf('en', 'escalation_resolved', engineer.name), { timeout: 20_000 })
})

test('urgent in the morning: assessed first, confirmed by an agent, then paged, taken and resolved', async ({
  page,
  someone,
}) => {
  await waitForMorning()
  await signIn(page, 'timur@severny-dom.example')
  const number = await claim(page, {
    locale: 'ru',
    search: 'HTTP 500',
    topic: 'Срочная техническая поддержка',
    subject: 'Весь каталог снят с публикации',
    condition: 'publishing_blocked',
  })
  const live = page.getByRole('log')
  await expect(live).toContainText(ru('tickets', 'history.assessment_asked'), { timeout: 20_000 })

  await mailTo(
    'alice@nova-market.example',
    en('mail', 'assess.subject', { number, partner: 'Северный дом', subject: '' }).trim(),
  )
  expect(
    mails().filter(({ subject, text }) => subject.includes(number) && text.includes(en('mail', 'page.button'))),
  ).toEqual([])
  const agent = await someone()
  await signIn(agent, 'alice@nova-market.example')
  await agent.goto('/nova/oncall')
  await agent.getByRole('link', { name: new RegExp(number) }).click()
  await agent.getByRole('button', { name: en('oncall', 'act.confirm') }).click()
  await expect(live).toContainText(stepOf('ru', 'claim_confirmed', 'Alice Harrowgate'), { timeout: 20_000 })
  const decided = await mailTo('timur@severny-dom.example', ru('mail', 'decided.confirmedHeading'))
  expect(decided.subject).toBe(`[${number}] Весь каталог снят с публикации`)
  expect(linkIn(decided, '/nova/view/')).toBeTruthy()

  const engineer = await takeByMail(someone, number)
  await expect(live).toContainText(engineer.name, { timeout: 20_000 })
  await resolveOnCall(await someone(), engineer.email, number)
  await expect(live).toContainText(stepOf('ru', 'escalation_resolved', engineer.name), { timeout: 20_000 })
})

test('not urgent after all: declined with a reason, which the partner reads on the page and by mail', async ({
  page,
  someone,
}) => {
  await waitForMorning()
  await signIn(page, 'helena@atelie-jacaranda.example')
  const subject = 'A integração recusou dois pedidos'
  const number = await claim(page, {
    locale: 'pt-BR',
    search: 'HTTP 500',
    topic: 'Suporte técnico urgente',
    subject,
    condition: 'integration_down',
  })
  const reason = 'Dois de 180 pedidos foram recusados por falta do CPF; os outros entram normalmente.'

  const agent = await someone()
  await signIn(agent, 'alice@nova-market.example')
  await expect(async () => {
    await agent.goto('/nova/oncall')
    await agent.getByRole('link', { name: new RegExp(number) }).click({ timeout: 1000 })
  }).toPass()
  await agent.getByRole('button', { name: en('oncall', 'act.decline') }).click()
  await agent.getByLabel(en('oncall', 'decline.reason')).fill(reason)
  await agent.getByRole('button', { name: en('oncall', 'decline.confirm') }).click()

  await expect(page.getByRole('heading', { name: pt('requests', 'claim.title.declined') })).toBeVisible({
    timeout: 20_000,
  })
  await expect(page.getByText(reason)).toBeVisible()
  const mail = await mailTo('helena@atelie-jacaranda.example', pt('mail', 'decided.declinedHeading'))
  expect(mail.subject).toBe(`[${number}] ${subject}`)
  expect(mail.text).toContain(reason)
})

type Claimed = {
  locale?: 'en' | 'ru' | 'pt-BR'
  search?: string
  topic?: string
  subject: string
  condition: Condition
}

/** Claims that something is urgent, through the gate with the three conditions; answers the request's number. */
async function claim(page: Page, { locale = 'en', search = 'outage', ...more }: Claimed): Promise<string> {
  const written = { locale, search, topic: 'Urgent technical support', body: 'Since 03:01, for everybody.', ...more }
  await writeRequest(page, written)
  await expect(page.getByRole('radio')).toHaveCount(3)
  return sendRequest(page, written)
}

/** Somebody is woken by mail, opens its link on a phone that runs no scripts, and takes it; a second tap harms nothing. */
async function takeByMail(someone: (options?: object) => Promise<Page>, number: string) {
  const page = () =>
    mails().find(({ subject, text }) => /^P\d /.test(subject) && subject.includes(number) && text.includes('/ack/'))
  await expect.poll(page, { message: `a page about ${number}` }).toBeTruthy()
  const mail = page() as NonNullable<ReturnType<typeof page>>
  const engineer = { email: mail.to, ...(await personOf(mail.to)) }
  const t = words(engineer.locale)

  const looking = await someone({ viewport: { width: 320, height: 640 } })
  await looking.goto(linkIn(mail, '/ack/'))
  await axe(looking, 'the night page')
  const phone = await someone({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const second = await phone.context().newPage()
  for (const tab of [phone, second]) await tab.goto(linkIn(mail, '/ack/'))
  await phone.getByRole('button', { name: t('night', 'take') }).click()
  await expect(phone.getByRole('status')).toContainText(t('night', 'yoursText'))
  await second.getByRole('button', { name: t('night', 'take') }).click()
  await expect(second.getByRole('status')).toContainText(t('night', 'yoursText'))
  await looking.reload()
  await axe(looking, 'the night page, taken')
  return engineer
}

/** The engineer signs in and closes the escalation where the queue leads. */
async function resolveOnCall(page: Page, email: string, number: string): Promise<void> {
  await signIn(page, email)
  const { locale } = await personOf(email)
  const t = words(locale)
  await page.goto('/nova/oncall')
  await page.getByRole('link', { name: new RegExp(number) }).click()
  await page.getByRole('button', { name: t('oncall', 'act.resolve') }).click()
  await page.getByRole('button', { name: t('oncall', 'resolve.confirm') }).click()
  await expect(page.getByText(t('escalation', 'state.RESOLVED')).first()).toBeVisible()
}

function stepOf(locale: 'en' | 'ru', kind: string, name: string): string {
  return words(locale)('tickets', `history.${kind}`, { who: 'other', name, hasPerson: 'yes', person: name })
}
