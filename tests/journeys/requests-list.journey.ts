import { readFile } from 'node:fs/promises'
import { axe, expect, signIn, test } from './fixtures'
import { mailTo } from './mailbox'
import { sendRequest, writeRequest } from './new-request'
import { words } from './words'

const en = words('en')

test('a colleague follows; a request is cancelled (003-21), found by what was said and by filters that stand in the address (003-31, 004-11), and saved as a file', async ({
  page,
}) => {
  await signIn(page, 'emma@harbour-pine.example')
  await writeRequest(page, {
    locale: 'en',
    search: 'general question',
    topic: 'Another question',
    subject: '=Do you take parcels on Sundays?',
    body: 'Our courier is called Quillfeather and only comes on Sundays.',
  })
  const number = await sendRequest(page, { locale: 'en' })

  await page.getByLabel(en('requests', 'follow.colleague')).selectOption({ label: 'Ravi Sandhar' })
  await page.getByRole('button', { name: en('requests', 'follow.add'), exact: true }).click()
  const following = await mailTo('ravi@harbour-pine.example', number, en('mail', 'following.heading'))
  expect(following.to).toBe('ravi@harbour-pine.example')

  await page.getByRole('button', { name: en('requests', 'cancel.button') }).click()
  await page.getByRole('button', { name: en('requests', 'cancel.confirm') }).click()
  await expect(page.getByRole('heading', { name: en('requests', 'completed.title') })).toBeVisible()
  await expect(
    page.getByText(en('requests', 'court.completed', { reason: en('requests', 'reason.cancelled') })),
  ).toBeVisible()

  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: number })
  await page.goto('/nova/requests')
  await page.getByRole('searchbox').fill('quillfeather')
  await page.getByRole('searchbox').press('Enter')
  await expect(row).toContainText(en('requests', 'state.completed'))
  await expect(row.locator('mark')).toHaveText('Quillfeather')
  await axe(page, 'what a search found')

  await page
    .locator('summary')
    .filter({ hasText: en('requests', 'filter.title') })
    .click()
  await page.getByLabel(en('requests', 'filter.status'), { exact: true }).selectOption('answered')
  await page.getByRole('button', { name: en('requests', 'filter.apply'), exact: true }).click()
  await expect(page.getByText(en('requests', 'empty.match.title'))).toBeVisible()
  const asked = new URL(page.url()).searchParams
  expect([asked.get('q'), asked.get('status')]).toEqual(['quillfeather', 'answered'])
  await page
    .getByRole('list', { name: en('requests', 'filter.active') })
    .getByRole('link', { name: en('requests', 'filter.remove', { what: en('requests', 'state.answered') }) })
    .click()
  await expect(row).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: en('requests', 'export') }).click()
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[1], 'no formula').toContain("'=Do you take parcels on Sundays?")
})
