import type { Page } from '@playwright/test'
import { ask } from './demo'
import { axe, expect, signIn, test } from './fixtures'
import { fillRequired } from './new-request'
import { words } from './words'

const en = words('en')
const t = (key: string, values?: Record<string, string | number>) => en('new-request', key, values)

const EMMA = 'emma@harbour-pine.example'
const subject = (page: Page) => page.getByLabel(t('details.subject'))
const body = (page: Page) => page.getByLabel(t('details.body'))
const draftLine = (page: Page, key: string) => page.getByRole('status').filter({ hasText: en('drafts', key) })

/** Straight to a topic's form, with nothing left there from another journey. */
async function write(page: Page, topic: string): Promise<void> {
  await ask('delete from draft')
  await page.goto('/nova/new')
  await page.evaluate(() => localStorage.clear())
  await page.goto(`/nova/new?topic=${topic}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('details.title'))
}

test('"new request" (003-05, 004-06) asks for category and topic (003-06): it says one issue a request (000-03), how to choose with its example (003-08), suggests themes (004-07) and times (002-10), and takes "not sure" with its text', async ({
  page,
}) => {
  await signIn(page, EMMA)
  await write(page, 'general-question')
  await page.goto('/nova/requests')
  await page
    .getByRole('link', { name: en('requests', 'new') })
    .first()
    .click()
  await expect(page.getByText(t('topic.example'))).toBeVisible()
  await expect(page.getByText('One issue per request.')).toBeVisible()
  const suggested = page.getByRole('list', { name: t('topic.suggested') })
  await expect(suggested.getByRole('listitem').first()).toContainText(t('topic.time.hours', { count: 8 }))
  await axe(page, 'the topic step')
  const names = await page.locator('summary').allInnerTexts()
  expect(names, '003-07').toEqual([...names].sort(new Intl.Collator('en').compare))

  await page.getByRole('searchbox').fill('nobody here understands what I mean')
  await page.getByRole('link', { name: t('topic.unsure') }).click()
  await expect(subject(page)).toHaveValue('nobody here understands what I mean')
})

test('steps to try first travel with the request (002-01), the browser is filled in (002-04), answers bring questions; described (004-08), it is sent by a button of its own (004-10, 003-14) and confirmed (002-05, 003-16)', async ({
  page,
}) => {
  await signIn(page, EMMA)
  await write(page, 'portal-error')
  await axe(page, 'the details step')
  await expect(page.locator('[name="field.browser"]')).toHaveValue(/^Chrome \d+/)
  const send = page.getByRole('button', { name: t('details.send') })
  await expect(send, '003-14').toHaveAttribute('aria-disabled', 'true')
  await page
    .getByRole('group', { name: t('preflight.title') })
    .getByRole('checkbox')
    .first()
    .check()
  await subject(page).fill('The order page stays white')
  await body(page).fill('Since this morning, for all of us.')
  await fillRequired(page)
  await expect(send, '003-14').not.toHaveAttribute('aria-disabled', 'true')

  const asked = await page.locator('[name^="field."]').evaluateAll((all) => all.map((one) => one.getAttribute('name')))
  const impact = page.locator('input[name="field.impact"]')
  for (const radio of await impact.all()) {
    await radio.check()
    const now = await page.locator('[name^="field."]').evaluateAll((all) => all.map((one) => one.getAttribute('name')))
    if (now.length > asked.length) break
  }
  await expect(page.locator('[name="field.impact_details"]')).toBeVisible()
  await page.locator('[name="field.impact_details"]').fill('Forty orders wait.')
  await fillRequired(page)
  await send.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sent.title'))
  const number = (await page.getByText(/^NV-\d+$/).innerText()).trim()
  const [ticket] = await ask<{ fields: Record<string, string>; preflight: string[] }>(
    'select fields, preflight from ticket where number = $1',
    [Number(number.slice(3))],
  )
  expect(ticket?.preflight).toHaveLength(1)
  expect(ticket?.fields).toMatchObject({ impact_details: 'Forty orders wait.' })
  await axe(page, 'the confirmation')
  expect(await ask('select from draft'), 'dropped on the server once it was sent').toEqual([])
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')))).toEqual([])

  // 000-03, 002-11: another one takes over what stays the same.
  await page.getByRole('link', { name: t('sent.another'), exact: true }).click()
  await expect(page).toHaveURL(/like=NV-/)
})

test('a draft survives a reload, a topic that is changed, and is nobody else’s', async ({ page, someone }) => {
  await signIn(page, EMMA)
  await write(page, 'card-photos')
  await subject(page).fill('The lamp has the old photo')
  await body(page).fill('Three days now.')
  await page.locator('[name="field.sku"]').fill('LAMP-1')
  await expect(draftLine(page, 'saved')).toBeVisible()
  await page.reload()
  await expect(subject(page)).toHaveValue('The lamp has the old photo')
  await expect(page.locator('[name="field.sku"]')).toHaveValue('LAMP-1')

  const colleague = await someone()
  await signIn(colleague, 'ravi@harbour-pine.example')
  await colleague.goto('/nova/new?topic=card-photos')
  await expect(subject(colleague)).toHaveValue('')

  // On another device of hers it is there too.
  const phone = await someone({ viewport: { width: 320, height: 640 } })
  await signIn(phone, EMMA)
  await phone.goto('/nova/new?topic=card-photos')
  await expect(body(phone)).toHaveValue('Three days now.')
  await axe(phone, 'the details step on a phone')

  await page.getByRole('link', { name: t('topic.change') }).click()
  await expect(page.getByText(t('topic.textKept'))).toBeVisible()
  await page.getByRole('searchbox').fill('reviews')
  await page
    .getByRole('list', { name: t('topic.results') })
    .getByRole('link')
    .first()
    .click()
  await expect(subject(page)).toHaveValue('The lamp has the old photo')
  await expect(page.locator('[name="field.sku"]')).toHaveValue('LAMP-1')
})

test('a lost network keeps the text on the device and saves it when it is back', async ({ page, context, noise }) => {
  await signIn(page, EMMA)
  await write(page, 'finance-commission')
  await context.setOffline(true)
  noise.lost(/\/api\/drafts\//)
  await subject(page).fill('A fee nobody told us about')
  await expect(draftLine(page, 'here')).toBeVisible()
  expect(await ask('select from draft')).toEqual([])
  await context.setOffline(false)
  await expect(draftLine(page, 'saved')).toBeVisible()
  expect(await ask('select from draft')).toHaveLength(1)
})

test('a session that ended keeps the text on the device; signed in again, it is there', async ({
  page,
  context,
  noise,
}) => {
  await signIn(page, EMMA)
  await write(page, 'finance-commission')
  await context.clearCookies({ name: /session-token/ })
  noise.expect(401, /\/api\/drafts\//)
  await subject(page).fill('Written after the session ended')
  await expect(draftLine(page, 'signedOut')).toBeVisible()
  await signIn(page, EMMA)
  await page.goto('/nova/new?topic=finance-commission')
  await expect(subject(page)).toHaveValue('Written after the session ended')
  await expect(draftLine(page, 'saved')).toBeVisible()
})

test('two tabs: one follows the other while nothing is typed there; written in both, both texts are offered', async ({
  page,
  context,
  someone,
  noise,
}) => {
  await signIn(page, EMMA)
  await write(page, 'finance-commission')
  const other = await context.newPage()
  await other.goto('/nova/new?topic=finance-commission')
  await subject(page).fill('From the first tab')
  await expect(subject(other), 'at once').toHaveValue('From the first tab')
  await expect(draftLine(page, 'saved')).toBeVisible()

  // Another device, which no channel reaches: the server tells.
  const device = await someone()
  await signIn(device, EMMA)
  await device.goto('/nova/new?topic=finance-commission')
  await expect(subject(device)).toHaveValue('From the first tab')
  await subject(page).fill('From the first tab, further')
  await expect(draftLine(page, 'saved')).toBeVisible()
  await expect.poll(async () => (await ask('select from draft where version > 1')).length).toBe(1)
  noise.expect(409, /\/api\/drafts\//)
  await subject(device).fill('From the phone')
  await expect(draftLine(device, 'elsewhere')).toBeVisible()
  await expect(device.getByText('From the first tab, further')).toBeVisible()
  await expect(subject(device)).toHaveValue('From the phone')
  await device.getByRole('button', { name: en('drafts', 'take') }).click()
  await expect(subject(device)).toHaveValue('From the first tab, further')
  await subject(device).fill('From the phone after all')
  await expect(draftLine(device, 'saved')).toBeVisible()

  // And back on the first one, which keeps its own.
  await subject(page).fill('From the first tab, kept')
  await expect(draftLine(page, 'elsewhere')).toBeVisible()
  await page.getByRole('button', { name: en('drafts', 'keep') }).click()
  await expect(draftLine(page, 'saved')).toBeVisible()
  const [draft] = await ask<{ written: { subject: string } }>('select written from draft')
  expect(draft?.written.subject).toBe('From the first tab, kept')
})

test('a second request on a topic within the cooldown is refused, and all that was written goes to the first one (003-15, 003-29)', async ({
  page,
}) => {
  await signIn(page, EMMA)
  await ask('update marketplace_settings set cooldown_minutes = 15')
  await write(page, 'general-question')
  await subject(page).fill('Which forms do you take?')
  await body(page).fill('For returns.')
  await page.getByRole('button', { name: t('details.send') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sent.title'))
  const number = (await page.getByText(/^NV-\d+$/).innerText()).trim()

  await page.goto('/nova/new?topic=general-question')
  await expect(page.getByText(number).first(), 'said before writing').toBeVisible()
  await subject(page).fill('And which stamps?')
  await body(page).fill('Old ones, too?')
  await page.getByRole('button', { name: t('details.send') }).click()
  await expect(page.getByRole('heading', { name: t('instead.title') })).toBeFocused()
  await axe(page, 'a request within the cooldown')
  await expect(page.getByLabel(t('instead.label'))).toHaveValue('And which stamps?\n\nOld ones, too?')
  await expect(subject(page), 'nothing lost').toHaveValue('And which stamps?')
  await page.getByRole('button', { name: t('instead.send') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sent.addedTitle'))
  await page.goto(`/nova/requests/${number}`)
  await expect(page.getByText('Old ones, too?')).toBeVisible()
  await page.goto('/nova/new?topic=general-question')
  await expect(subject(page)).toHaveValue('')
})

test('without script every question is there and the server decides which count; a refusal loses nothing that was written (003-14)', async ({
  someone,
}) => {
  const page = await someone({ javaScriptEnabled: false })
  await signIn(page, EMMA)
  await ask('delete from draft')
  await page.goto('/nova/new?topic=technical-bug')
  const orders = page.locator('[name="field.orders"]')
  await expect(orders).toBeVisible()
  await page.locator('[name=preflight]').first().check()
  await subject(page).fill('Orders come back with 422')
  await body(page).fill('Every third one.')
  await page.locator('input[name="field.part"][value=orders]').check()
  await fillRequired(page)
  await page.getByRole('button', { name: t('details.send') }).click()

  await expect(page.getByRole('alert')).toBeVisible()
  await expect(orders).toHaveAttribute('aria-invalid', 'true')
  await expect(subject(page)).toHaveValue('Orders come back with 422')
  await expect(body(page)).toHaveValue('Every third one.')
  await expect(page.locator('input[name="field.part"][value=orders]')).toBeChecked()
  await expect(page.locator('[name=preflight]').first()).toBeChecked()
  await fillRequired(page)
  await page.getByRole('button', { name: t('details.send') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sent.title'))
})
