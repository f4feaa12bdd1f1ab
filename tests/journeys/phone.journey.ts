import { newId } from '@/lib/foundation/ids'
import { address, axe, expect, signIn, test } from './fixtures'
import { mailTo } from './mailbox'
import { words } from './words'

const it = words('it')

test.use({ locale: 'it-IT' })

test('my phone: an address is proved by its code, a test arrives, she says so and changes the order', async ({
  page,
}) => {
  const night = `night-${newId()}@home.example`
  await signIn(page, 'marta@nova-market.example')
  await page.goto('/nova/oncall/phone')
  await expect(page.getByText(it('phone', 'reach.all'))).toBeVisible()
  await page.getByLabel(it('phone', 'add.address')).fill(night)
  await page.getByRole('button', { name: it('phone', 'add.submit') }).click()
  const mine = page
    .getByRole('listitem')
    .filter({ hasText: night })
    .filter({ has: page.getByRole('heading') })
  await expect(mine.getByText(it('phone', 'state.unverified'))).toBeVisible()

  const code = /\d{3} \d{3}/.exec((await mailTo(night)).subject)?.[0] ?? ''
  await mine.getByLabel(it('phone', 'code.label')).fill(code === '000 000' ? '000 001' : '000 000')
  await mine.getByRole('button', { name: it('phone', 'code.submit') }).click()
  await expect(page.getByRole('alert').filter({ hasText: it('refusals', 'code_wrong', { left: 4 }) })).toBeFocused()
  await mine.getByLabel(it('phone', 'code.label')).fill(code)
  await mine.getByRole('button', { name: it('phone', 'code.submit') }).click()
  await expect(mine.getByText(it('phone', 'state.verified'))).toBeVisible()

  await mine.getByRole('button', { name: it('phone', 'test.now') }).click()
  await mailTo(night, it('mail-oncall', 'contactTest.subject', { marketplace: 'Nova Market' }))
  await expect(mine.getByText(it('phone', 'fate.handedMail', { time: '' }).trim())).toBeVisible()
  await axe(page)
  await mine.getByRole('button', { name: it('phone', 'test.yes') }).click()
  await expect(mine.getByRole('button', { name: it('phone', 'test.yes') })).toHaveCount(0)
  await expect(mine.getByRole('button', { name: it('phone', 'test.again') })).toBeVisible()

  // By keys alone: the new line goes up, waits five minutes, and is saved.
  const up = page.getByRole('button', { name: it('phone', 'rules.up', { place: 2 }) })
  await up.focus()
  await page.keyboard.press('Enter')
  await page.getByLabel(it('phone', 'rules.delay')).nth(1).selectOption('5')
  await page.getByRole('button', { name: it('phone', 'rules.save') }).click()
  const told = page.getByText(it('phone', 'line.later', { minutes: 5, method: 'Mail, marta@nova-market.example' }))
  await expect(told.first()).toBeVisible()
})

test('the service worker shows what is pushed, and “I’m on it” is one press on the notification', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['notifications'], { origin: address() })
  await signIn(page, 'marta@nova-market.example')
  await page.goto('/nova/oncall/phone')
  const session = await context.newCDPSession(page)
  const registered = new Promise<string>((done) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const running = versions.find(({ status }) => status === 'activated')
      if (running) done(running.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const started = context.waitForEvent('serviceworker')
  await page.evaluate(() => navigator.serviceWorker.register('/sw.js', { scope: '/nova/phone/somebody/' }))
  const worker = await started
  const registrationId = await registered

  const ackUrl = `${address()}/ack/${'x'.repeat(46)}`
  const told = {
    id: newId(),
    title: 'P0 Bottega Rossi',
    text: 'Checkout returns 500',
    url: ackUrl,
    ackUrl,
    severity: 'P0',
  }
  const notification = { actions: [{ action: 'take', title: it('mail-oncall', 'brief.take') }] }
  const data = JSON.stringify({ ...told, locale: 'it', notification })
  // Twice, as a doubled copy comes: one notification stands.
  await session.send('ServiceWorker.deliverPushMessage', { origin: address(), registrationId, data })
  await session.send('ServiceWorker.deliverPushMessage', { origin: address(), registrationId, data })
  await expect(page.getByText(it('phone', 'test.shown'))).toBeVisible()
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/nova/phone/somebody/')
      const all = (await registration?.getNotifications()) ?? []
      return all.map(({ title, body, tag, requireInteraction }) => ({ title, body, tag, requireInteraction }))
    })
  await expect.poll(shown).toEqual([{ title: told.title, body: told.text, tag: told.id, requireInteraction: true }])

  const said = context.waitForEvent('request', (request) => request.url() === ackUrl && request.method() === 'POST')
  await worker.evaluate(async () => {
    const scope = self as unknown as { registration: ServiceWorkerRegistration }
    const [notification] = await scope.registration.getNotifications()
    const press = new Event('notificationclick')
    Object.assign(press, { notification, action: 'take', waitUntil: (work: Promise<unknown>) => work.catch(() => {}) })
    self.dispatchEvent(press)
  })
  expect((await said).postData()).toBe('act=take')
})
