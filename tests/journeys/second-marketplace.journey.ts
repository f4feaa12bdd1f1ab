import { ask } from './demo'
import { expect, signIn, test } from './fixtures'
import { words } from './words'

const it = words('it')
const pt = words('pt-BR')

/** Things of the first marketplace by which somebody of the second might try to reach it. */
async function thingsOfNova() {
  const [thing] = await ask<{ number: string; attachment: string; escalation: string }>(
    `select m.prefix || '-' || t.number as number,
            (select a.id from attachment a where a.marketplace_id = t.marketplace_id and a.ticket_id = t.id limit 1) as attachment,
            e.id as escalation
       from ticket t join marketplace m on m.id = t.marketplace_id
       join escalation e on e.marketplace_id = t.marketplace_id and e.ticket_id = t.id
      where m.slug = 'nova' and t.number = 2041`,
  )
  if (!thing) throw new Error('the incident night of the demo is not there')
  return thing
}

for (const { who, email, home, marketplace } of [
  {
    who: 'a partner of the second',
    email: 'camila@loja-cambuci.example',
    home: '/orbita/requests',
    marketplace: 'orbita',
  },
  { who: 'an agent of the second', email: 'bianca@orbita-bazar.example', home: '/orbita/desk', marketplace: 'orbita' },
]) {
  test(`${who} marketplace finds nothing of the first, by list or by address`, async ({ page, noise }) => {
    const { number, attachment, escalation } = await thingsOfNova()
    await signIn(page, email, { slug: marketplace })
    await expect(page).toHaveURL(new RegExp(`${home}$`))
    for (const list of [home, `${home}?tab=with_us`, `${home}?tab=closed`, `${home}?view=all`]) {
      await page.goto(list)
      await expect(
        page
          .getByRole('link', { name: /OB-\d+/ })
          .or(page.getByRole('heading', { level: 1 }))
          .first(),
      ).toBeVisible()
      await expect(page.getByText(/NV-\d+/)).toHaveCount(0)
    }
    noise.expect(404, /./)
    const absent = [
      `/orbita/requests/${number}`,
      `/orbita/desk/${number}`,
      `/orbita/requests/${number.replace('NV', 'OB')}`,
      `/orbita/oncall/escalation/${escalation}`,
      '/nova/requests',
      '/nova/requests?tab=closed',
      `/nova/requests/${number}`,
      '/nova/new',
      '/nova/company',
      '/nova/desk',
      `/nova/desk/${number}`,
      '/nova/oncall',
      `/nova/oncall/escalation/${escalation}`,
      '/nova/oncall/schedule',
      '/nova/admin/people',
    ]
    for (const address of absent) {
      const answer = await page.goto(address)
      expect(answer?.status(), address).toBe(404)
      await expect(page.getByRole('heading', { level: 1 }), address).toHaveText(pt('errors', 'notFound.title'))
    }
    for (const slug of ['nova', 'orbita']) {
      const answer = await page.request.get(`/${slug}/api/attachments/${attachment}`)
      expect(answer.status(), `the file by ${slug}`).toBe(404)
    }
  })
}

test('who works for three companies acts for one at a time, and sees that one only', async ({ page }) => {
  await signIn(page, 'davide@studio-contini.example')
  const companies = await ask<{ company: string; slug: string; numbers: string[] }>(
    `select p.name as company, m.slug, array(select m.prefix || '-' || t.number from ticket t
             where t.marketplace_id = p.marketplace_id and t.partner_id = p.id) as numbers
       from membership s join "user" u on u.id = s.user_id
       join marketplace m on m.id = s.marketplace_id
       join partner p on p.marketplace_id = s.marketplace_id and p.id = s.partner_id
      where u.email = 'davide@studio-contini.example' order by m.slug, p.name`,
  )
  expect(companies).toHaveLength(3)
  for (const { company, slug, numbers } of companies) {
    const shop = slug === 'nova' ? 'Nova Market' : 'Orbita Bazar'
    await page.getByRole('button', { name: it('frame', 'company.change') }).click()
    await page.getByRole('button', { name: new RegExp(`${company}.*${shop}`) }).click()
    await expect(page).toHaveURL(new RegExp(`/${slug}/requests`))
    await expect(
      page.getByRole('button', { name: new RegExp(`${shop} ?${company}.*${it('frame', 'company.change')}`) }),
    ).toBeVisible()
    const seen: string[] = []
    for (const tab of ['needs_you', 'with_us', 'closed']) {
      await page.goto(`/${slug}/requests?tab=${tab}`)
      seen.push(...((await page.locator('main').innerText()).match(/\b(NV|OB)-\d+/g) ?? []))
    }
    expect(seen.length, `requests of ${company} in ${shop}`).toBeGreaterThan(0)
    expect(
      seen.filter((number) => !numbers.includes(number)),
      `foreign to ${company}`,
    ).toEqual([])
  }
})
