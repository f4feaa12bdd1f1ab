import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { connect, Prisma } from '@/lib/db'
import { env, required } from '@/lib/foundation/env'
import { type Outcome, ok } from '@/lib/foundation/outcome'
import { isLocale, locales } from '@/lib/i18n/locales'
import { inviteFirstAdmin } from '@/lib/identity'
import { emailField, nameField } from '@/lib/identity/schema'
import { foundMarketplace, type NewMarketplace } from '@/lib/marketplace'
import { isSlug } from '@/lib/marketplace/schema'
import { foundNumbering } from '@/lib/tickets'
import { furnishMarketplace } from './furnish-marketplace'

const usage = `npm run marketplace:create -- --slug nova --name "Nova Market" --prefix NV \\
  --locale en --zone Europe/Rome --admin ada@nova.example --admin-name "Ada Admin"`

export type Wanted = NewMarketplace & { email: string; adminName: string }

/**
 * Makes a marketplace that is ready to work, with its first admin, and answers the path of the admin's invitation. All or
 * nothing; refuses a slug or prefix that is taken. Runs as the owner: no other role may write a marketplace.
 */
export async function createMarketplace(
  ownerUrl: string,
  wanted: Wanted,
): Promise<Outcome<{ marketplaceId: string; path: string }, 'slug_taken' | 'prefix_taken'>> {
  const owner = connect(ownerUrl, 1)
  try {
    return await owner.$transaction(async (tx) => {
      const [clock] = await tx.$queryRaw<{ now: Date }[]>(Prisma.sql`select app_now() as now`)
      if (!clock) throw new Error('the database told no time')
      const founded = await foundMarketplace(tx, clock.now, wanted)
      if (!founded.ok) return founded
      const marketplaceId = founded.value
      await foundNumbering(tx, marketplaceId)
      await furnishMarketplace(tx, clock.now, marketplaceId, wanted.timeZone)
      const admin = { marketplaceId, slug: wanted.slug, email: wanted.email, name: wanted.adminName }
      return ok({ marketplaceId, path: await inviteFirstAdmin(tx, clock.now, admin) })
    })
  } finally {
    await owner.$disconnect()
  }
}

/** What was typed, or every fault in it. */
export function readArguments(args: string[]): { wanted: Wanted } | { faults: string[] } {
  const names = ['slug', 'name', 'prefix', 'locale', 'zone', 'admin', 'admin-name'] as const
  const { values } = parseArgs({ args, options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) })
  const given = (name: (typeof names)[number]) => (typeof values[name] === 'string' ? values[name].trim() : '')
  const email = emailField.safeParse(given('admin'))
  const locale = given('locale') || 'en'
  const faults = [
    !isSlug(given('slug')) && '--slug: 2 to 40 small letters, digits and hyphens; not a path of our own, such as api',
    !nameField.safeParse(given('name')).success && '--name: the name people read',
    !/^[A-Z]{2,4}$/.test(given('prefix')) && '--prefix: 2 to 4 capital letters, before each request number, for good',
    !isLocale(locale) && `--locale: one of ${locales.join(', ')}`,
    !Intl.supportedValuesOf('timeZone').includes(given('zone')) && '--zone: such as Europe/Rome',
    !email.success && '--admin: the address of the first administrator',
    !nameField.safeParse(given('admin-name')).success && '--admin-name: her name',
  ].filter((fault) => fault !== false)
  if (faults.length > 0 || !email.success || !isLocale(locale)) return { faults }
  const { slug, name, prefix, timeZone } = {
    slug: given('slug'),
    name: given('name'),
    prefix: given('prefix'),
    timeZone: given('zone'),
  }
  return { wanted: { slug, name, prefix, timeZone, locale, email: email.data, adminName: given('admin-name') } }
}

async function main(): Promise<void> {
  const read = readArguments(process.argv.slice(2))
  if ('faults' in read) throw new Error(`${read.faults.join('\n')}\n\n${usage}`)
  required('NEXTAUTH_SECRET') // the link is made with it: the web process must hold the same
  const made = await createMarketplace(required('DATABASE_URL_OWNER'), read.wanted)
  if (!made.ok)
    throw new Error(
      made.why === 'slug_taken'
        ? `There is a marketplace "${read.wanted.slug}" already. Nothing was changed.`
        : `The prefix ${read.wanted.prefix} is taken by another marketplace. Nothing was changed.`,
    )
  const address = env().WAYBILL_URL
  process.stdout.write(
    `${read.wanted.name} is at ${address}/${read.wanted.slug}\nInvitation of ${read.wanted.email}, for 7 days, once:\n${address}${made.value.path}\n`,
  )
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
