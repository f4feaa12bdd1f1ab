import { readdirSync } from 'node:fs'
import { address, axe, expect, signIn, test } from './fixtures'
import { dress, nameOf, overflow, variantsOfToday } from './variants'
import { everyRound, forgetHeldAnswers, roles } from './visits'

test.afterEach(forgetHeldAnswers)

for (const variant of variantsOfToday()) {
  for (const role of roles) {
    test(`everybody can use each page of ${role}, ${nameOf(variant)}`, async ({ page, context, noise }) => {
      test.slow() // the longest round has three dozen pages
      const round = (await everyRound()).find((one) => one.role === role)
      if (!round) throw new Error(`nobody goes round as ${role}`)
      noise.expect(404, /no-such-page|NV-1$|\/(ack|view)\/x+$/)
      if (round.email) await signIn(page, round.email)
      await dress(context, page, variant, address())
      for (const { name, path, status = 200, print } of round.visits) {
        await page.emulateMedia({ media: print ? 'print' : null })
        const answer = await page.goto(path)
        expect.soft(answer?.status(), `${role} ${name}`).toBe(status)
        await page.locator('h1').first().waitFor()
        await axe(page, `${role} ${name}`)
        expect.soft(await overflow(page), `${role} ${name} is wider than its window, in pixels`).toBe(0)
      }
    })
  }
}

test('no page is left out of the rounds', async () => {
  const seen = (await everyRound()).flatMap(({ visits }) => visits.map(({ path }) => path.replace(/\?.*/, '')))
  const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '').replace(/\/?\([^)]*\)/g, '')}`)
  expect(pages.length).toBeGreaterThan(15)
  const unseen = pages.filter((page) => {
    if (page === '/[marketplace]') return false // leads on and shows nothing itself
    const shape = new RegExp(`^${page.replace(/\[[^\]]*\]/g, '[^/]+')}$`)
    return !seen.some((path) => shape.test(path))
  })
  expect(unseen).toEqual([])
})
