import { axe, expect, signIn, test } from './fixtures'
import { words } from './words'

const ru = words('ru')

test('help at the top right opens by hover, click and key, and leads to support, a new request and instructions (003-04)', async ({
  page,
}) => {
  await signIn(page, 'giulia@bottega-rossi.example')
  await page.goto('/nova/company')
  const it = words('it')
  const button = page.getByRole('button', { name: it('help', 'menu.label'), exact: true })
  const entry = (name: string) => page.getByRole('link', { name: it('help', `menu.${name}`), exact: true })
  const shown = page.locator('#help-menu')

  await expect(shown).toBeHidden()
  await button.hover()
  await expect(shown).toBeVisible()
  await button.click()
  await expect(shown, 'the click after the hover keeps it open').toBeVisible()
  await page.keyboard.press('Escape')
  await expect(shown).toBeHidden()
  await page.mouse.move(10, 500)
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(shown).toBeVisible()
  await axe(page, 'the help menu')
  for (const [name, path] of [
    ['support', '/nova/requests'],
    ['newRequest', '/nova/new'],
    ['instructions', '/nova/help'],
  ] as const)
    await expect(shown.locator(entry(name)), name).toHaveAttribute('href', path)

  await shown.locator(entry('instructions')).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(it('help', 'title'))
})

test('on a phone without script the menu opens by a tap, and an instruction says its section and its day (003-01)', async ({
  someone,
}) => {
  const page = await someone({ javaScriptEnabled: false, hasTouch: true, viewport: { width: 320, height: 640 } })
  await signIn(page, 'olga@severny-dom.example')
  await page.getByRole('button', { name: ru('help', 'menu.label'), exact: true }).tap()
  await page
    .locator('#help-menu')
    .getByRole('link', { name: ru('help', 'menu.instructions') })
    .click()
  await page.getByRole('link', { name: /Как выбрать категорию/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Как выбрать категорию')
  await expect(page.getByText(ru('help', 'section.seller_support'), { exact: true })).toBeVisible()
  await expect(page.locator('article time')).toContainText(/^Обновлено \d/)
})

test('an instruction that does not help leads to a written request, and says why not to the telephone (004-13)', async ({
  page,
}) => {
  await signIn(page, 'helena@atelie-jacaranda.example')
  const pt = words('pt-BR')
  await page.goto('/nova/help/answer-times')
  const advice = page.getByText(pt('help', 'stillText'))
  await expect(advice).toBeVisible()
  await expect(advice).toContainText('mais rápido que por telefone')
  await page
    .getByRole('main')
    .getByRole('link', { name: pt('help', 'write') })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pt('new-request', 'topic.title'))
})

test('the anti-fraud tip stands on the list and where a request begins, and leads to its instruction (003-02, 003-03)', async ({
  page,
}) => {
  await signIn(page, 'giulia@bottega-rossi.example')
  const it = words('it')
  for (const path of ['/nova/new', '/nova/requests']) {
    await page.goto(path)
    await expect(page.getByText(it('help', 'fraud.title')), path).toBeVisible()
  }
  await page.locator('a[href="/nova/help/protect-yourself-from-fraud"]').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Come proteggersi dalle truffe')
  await page.goto('/nova/new')
  await expect(page.locator('main a[href="/nova/help"]')).toBeVisible()
})
