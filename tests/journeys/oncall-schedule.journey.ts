import type { Locator, Page } from '@playwright/test'
import { ask } from './demo'
import { axe, expect, signIn, test } from './fixtures'
import { words } from './words'

const ENGINEER = 'marta@nova-market.example'
const COLLEAGUE = 'helen@nova-market.example'
const it = (key: string, values?: Record<string, string | number>) => words('it')('schedule', key, values)
const en = (key: string) => words('en')('schedule', key)

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const go = async (what: Locator) => {
  await what.focus()
  await what.press('Enter')
}

test('2.1.1: a layer changed after its effect was shown, cover asked for and taken by a colleague, by keys alone', async ({
  page,
  someone,
}) => {
  await signIn(page, ENGINEER)
  await page.goto('/nova/oncall/schedule')
  await page.locator('a[data-day]').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('a[data-day]:focus')).toHaveText('8')
  await go(link(page, it('edit.open')))
  await go(link(page, it('layer.change', { name: 'Backup' })))
  await page.waitForURL(/do=layer/)
  await page.getByLabel(it('layer.place').replace('#', '1')).focus()
  await page.keyboard.press('ArrowUp')
  await go(button(page, it('effect.show')))
  await expect(page.locator('section[aria-labelledby=effect]')).toBeFocused()
  await axe(page, 'the effect of an edit')
  await go(button(page, it('layer.save')))
  await page.waitForURL((url) => !url.searchParams.has('do'))

  await page.goto('/nova/oncall/schedule/cover')
  await page.getByLabel(it('cover.note')).focus()
  await page.keyboard.type('A concert')
  await go(button(page, it('cover.send')))
  await expect(page.getByText(it('cover.mine'))).toBeVisible()

  const colleague = await someone()
  await signIn(colleague, COLLEAGUE)
  await colleague.goto('/nova/oncall/schedule')
  await expect(colleague.getByText('A concert')).toBeVisible()
  const asked = colleague.getByRole('listitem').filter({ hasText: 'A concert' })
  await go(asked.getByRole('button', { name: en('cover.take') }))
  await expect(colleague.getByText('A concert')).toBeHidden()
  const taken = await ask(
    `select u.email from cover_request c join membership m on m.id = c.taken_by_id
    join "user" u on u.id = m.user_id where c.note = $1`,
    ['A concert'],
  )
  expect(taken).toEqual([{ email: COLLEAGUE }])
})
