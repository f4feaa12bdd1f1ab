import { expect, type Page } from '@playwright/test'
import type { Locale } from '@/lib/i18n/locales'
import type { Condition } from '@/lib/tickets/schema'
import { words } from './words'

type Written = { locale: Locale; search: string; topic: string; subject: string; body: string; condition?: Condition }

/** Step one and the text of step two of a new request, as a partner goes; the form is filled and not sent. */
export async function writeRequest(page: Page, { locale, search, topic, subject, body, condition }: Written) {
  const t = words(locale)
  await page.goto('/nova/requests')
  await page
    .getByRole('link', { name: t('requests', 'new') })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('new-request', 'topic.title'))
  await page.getByRole('searchbox').fill(search)
  const found = page.getByRole('list', { name: t('new-request', 'topic.results') })
  await found.getByRole('link', { name: topic }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('new-request', 'details.title'))
  if (condition) await page.getByRole('radio', { name: t('new-request', `claim.condition.${condition}`) }).check()
  await page.getByLabel(t('new-request', 'details.subject')).fill(subject)
  await page.getByLabel(t('new-request', 'details.body')).fill(body)
  await fillRequired(page)
}

/** Answers whatever the topic's own form requires and nobody has answered, the way a person in a hurry does. */
export async function fillRequired(page: Page) {
  for (const group of await page.locator('fieldset:has(input[name^="field."]:required)').all()) {
    const answered = await group.locator('input:checked').count()
    if (answered === 0) await group.locator('input:required').first().check()
  }
  const empty = '[name^="field."]:required:not([type=radio]):not([type=checkbox])'
  for (const control of await page.locator(`input${empty}, textarea${empty}`).all()) {
    if ((await control.inputValue()) !== '') continue
    const number = (await control.getAttribute('inputmode')) === 'decimal'
    const date = (await control.getAttribute('type')) === 'date'
    const url = (await control.getAttribute('inputmode')) === 'url'
    await control.fill(number ? '12.5' : date ? '2026-11-20' : url ? 'https://shop.example/lamp' : 'NV-4411')
  }
}

/** Sends the form and answers the number on the confirmation. */
export async function sendRequest(page: Page, { locale, condition }: Pick<Written, 'locale' | 'condition'>) {
  const t = words(locale)
  await page.getByRole('button', { name: t('new-request', condition ? 'details.sendUrgent' : 'details.send') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('new-request', 'sent.title'))
  const number = (await page.getByText(/^NV-\d+$/).innerText()).trim()
  await page.getByRole('link', { name: t('new-request', condition ? 'sent.follow' : 'sent.open') }).click()
  await expect(page).toHaveURL(new RegExp(`/nova/requests/${number}$`))
  return number
}
