import { axe, expect, PASSWORD, signIn, test } from './fixtures'
import { linkIn, mailTo } from './mailbox'
import { words } from './words'

const it = words('it')
const en = words('en')
const es = words('es')

test.use({ locale: 'it-IT' })

test('a wrong password says so, keeps the address, and the right one then works; signing out ends access', async ({
  page,
}) => {
  await page.goto('/nova/requests/NV-2041')
  await expect(page).toHaveURL(/\/nova\/sign-in\?next=/)
  await page.getByLabel(it('sign-in', 'email')).fill('giulia@bottega-rossi.example')
  await page.getByLabel(it('sign-in', 'password')).fill('not her password')
  await page.getByRole('button', { name: it('sign-in', 'submit') }).click()
  await expect(page.getByRole('alert').filter({ hasText: it('refusals', 'wrong_credentials') })).toBeFocused()
  await expect(page.getByLabel(it('sign-in', 'email'))).toHaveValue('giulia@bottega-rossi.example')

  await page.getByLabel(it('sign-in', 'password')).fill(PASSWORD)
  await page.getByRole('button', { name: it('sign-in', 'submit') }).click()
  await expect(page).toHaveURL(/\/nova\/requests\/NV-2041$/)

  await page.getByRole('button', { name: it('frame', 'me.label', { name: 'Giulia Rossi' }) }).click()
  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: it('frame', 'me.signOut') }).click()
  await expect(page).toHaveURL(/\/nova\/sign-in/)
  // A copy of the cookie that somebody kept is worth nothing either.
  await page.context().addCookies(cookies)
  await page.goto('/nova/requests')
  await expect(page).toHaveURL(/\/nova\/sign-in/)
})

test('a link by mail: looking changes nothing, the button signs in, a second use is refused', async ({
  page,
  someone,
}) => {
  await page.goto('/nova/sign-in')
  await page.getByRole('link', { name: it('sign-in', 'withLink') }).click()
  await expect(page).toHaveURL(/way=link/)
  await page.getByLabel(it('sign-in', 'email')).fill('carmen@casa-lumbre.example')
  await page.getByRole('button', { name: it('sign-in', 'withLink') }).click()
  await expect(page.getByRole('status').filter({ hasText: it('sign-in', 'sent.title') })).toBeVisible()

  const mail = await mailTo(
    'carmen@casa-lumbre.example',
    es('mail', 'magicLink.subject', { marketplace: 'Nova Market' }),
  )
  const link = linkIn(mail, '/nova/link/')
  const scanner = await someone()
  await scanner.goto(link)
  await scanner.goto('/nova/requests')
  await expect(scanner).toHaveURL(/\/nova\/sign-in/)

  await page.goto(link)
  await axe(page, 'a sign-in link')
  await page.getByRole('button', { name: it('sign-in', 'link.button') }).click()
  await expect(page).toHaveURL(/\/nova\/requests$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(es('requests', 'title'))

  await scanner.goto(link)
  await expect(scanner.getByRole('heading', { level: 1 })).toHaveText(it('sign-in', 'dead.used'))
})

test('an owner invites a colleague, who chooses a password by the link and sees the requests', async ({
  page,
  someone,
}) => {
  await signIn(page, 'emma@harbour-pine.example')
  await page.goto('/nova/company')
  await page
    .getByRole('button', { name: en('members', 'invite.open') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: en('members', 'name'), exact: true }).fill('Wren Ashdown')
  await dialog.getByLabel(en('members', 'email')).fill('wren@harbour-pine.example')
  await dialog.getByRole('button', { name: en('members', 'invite.submit') }).click()
  await expect(page.getByText('wren@harbour-pine.example').first()).toBeVisible()

  const mail = await mailTo('wren@harbour-pine.example', 'Nova Market')
  const guest = await someone({ locale: 'en-GB' })
  await guest.goto(linkIn(mail, '/nova/invitation/'))
  await axe(guest, 'an invitation')
  await expect(guest.getByLabel(en('sign-in', 'invitation.name'))).toHaveValue('Wren Ashdown')
  await guest.getByLabel(en('sign-in', 'invitation.password')).fill('paper boats on the pond')
  await guest.getByRole('button', { name: en('sign-in', 'invitation.button') }).click()
  await expect(guest).toHaveURL(/\/nova\/requests/)
  await guest.goto('/nova/requests?tab=with_us')
  await expect(guest.getByRole('link', { name: /NV-\d+/ }).first()).toBeVisible()

  const again = await someone({ locale: 'en-GB' })
  await signIn(again, 'wren@harbour-pine.example', { password: 'paper boats on the pond' })
  await expect(again).toHaveURL(/\/nova\/requests/)
})
