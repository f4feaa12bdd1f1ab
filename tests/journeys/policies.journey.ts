import { ask } from './demo'
import { expect, signIn, test } from './fixtures'
import { words } from './words'

const en = words('en')
/** How the engineer reads. */
const it = words('it')

test('a lead changes a policy, sees whom it would call, pages the engineer on call; the queue shows it by itself', async ({
  page,
  someone,
}) => {
  const engineer = await someone()
  await signIn(engineer, 'marta@nova-market.example')
  await engineer.goto('/nova/oncall')
  await expect(engineer.getByRole('heading', { name: it('oncall', 'queue.title') })).toBeVisible()

  const [policy] = await ask<{ id: string; version: number }>(
    `select p.id, max(v.version) as version from policy p join marketplace m on m.id = p.marketplace_id
       join policy_version v on v.marketplace_id = p.marketplace_id and v.policy_id = p.id
      where m.slug = 'nova' and p.is_default group by p.id`,
  )
  if (!policy) throw new Error('the demo world has no default policy')
  await signIn(page, 'helen@nova-market.example')
  await page.goto(`/nova/oncall/policies/${policy.id}/edit`)
  const form = (key: string, values?: Record<string, string | number>) => en('policies', `form.words.${key}`, values)
  await page.getByLabel(form('repeat')).selectOption('3')
  const thrice = en('policies', 'sentence.ladder', { count: 3 })
  await expect(page.getByText(thrice)).toBeVisible()
  await page.getByRole('button', { name: form('save', { number: policy.version + 1 }) }).click()
  await expect(page).toHaveURL(new RegExp(`/policies/${policy.id}$`))
  await expect(page.getByRole('heading', { name: en('policies', 'dry.title') })).toBeVisible()
  await expect(page.getByText(thrice).first()).toBeVisible()
  await expect(page.getByText(en('policies', 'dry.step', { step: 1 }), { exact: true }).first()).toBeVisible()

  const [ticket] = await ask<{ number: string; subject: string }>(
    `select m.prefix || '-' || t.number as number, t.subject from ticket t join marketplace m on m.id = t.marketplace_id
      where m.slug = 'nova' and t.state = 'in_progress'
        and not exists (select from escalation e where e.ticket_id = t.id) order by t.number limit 1`,
  )
  if (!ticket) throw new Error('the demo world has no request in progress')
  await page.goto(`/nova/desk/${ticket.number}`)
  await page.getByRole('link', { name: en('oncall', 'page.button') }).click()
  await expect(page.getByRole('heading', { name: en('oncall', 'page.title') })).toBeVisible()
  await page.getByLabel(en('escalation', 'severity.P0')).check()
  await page.getByLabel(en('oncall', 'page.reason')).fill('Every order of the evening waits.')
  await page.getByRole('button', { name: en('oncall', 'page.send') }).click()
  await expect(page).toHaveURL(/\/oncall\/escalation\//)
  await expect(page.getByText('Every order of the evening waits.').first()).toBeVisible()

  // Nobody reloads it: the queue looks again by itself.
  await expect(engineer.getByRole('list', { name: it('oncall', 'queue.title') })).toContainText(ticket.subject, {
    timeout: 30_000,
  })
  await page.getByRole('button', { name: en('oncall', 'act.resolve') }).click()
  await page.getByRole('button', { name: en('oncall', 'resolve.confirm') }).click()
  await expect(page.getByText(en('escalation', 'state.RESOLVED')).first()).toBeVisible()
})
