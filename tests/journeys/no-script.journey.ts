import { expect, signIn, test } from './fixtures'
import { mailTo } from './mailbox'
import { fillRequired } from './new-request'
import { words } from './words'

const it = words('it')

test.use({ javaScriptEnabled: false })

test('without JavaScript a partner signs in, finds a topic, opens a request, replies', async ({ page }) => {
  await signIn(page, 'luca@bottega-rossi.example')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(it('requests', 'title'))

  await page
    .getByRole('link', { name: it('requests', 'new') })
    .first()
    .click()
  await page.getByRole('searchbox').fill('commissione')
  await page.getByRole('button', { name: it('new-request', 'topic.find') }).click()
  await page
    .getByRole('list', { name: it('new-request', 'topic.results') })
    .getByRole('link')
    .first()
    .click()

  await page.getByLabel(it('new-request', 'details.subject')).fill('Commissione diversa dal contratto')
  await page.getByLabel(it('new-request', 'details.body')).fill('Su tre ordini di ieri la commissione è del 14 %.')
  await fillRequired(page)
  await page.getByRole('button', { name: it('new-request', 'details.send') }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(it('new-request', 'sent.title'))
  const number = (await page.getByText(/^NV-\d+$/).innerText()).trim()
  await mailTo('luca@bottega-rossi.example', number)

  await page.getByRole('link', { name: it('new-request', 'sent.open') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Commissione diversa dal contratto')
  await page.locator('textarea[name=body]').fill('Aggiungo: succede solo con i resi.')
  await page.getByRole('button', { name: it('requests', 'reply.send'), exact: true }).click()
  await expect(page.getByText('Aggiungo: succede solo con i resi.')).toBeVisible()
})
