import { z } from 'zod'

/**
 * What Waybill reads from its environment: the only place of app, components and lib that looks at `process.env`.
 * Nothing is read when the module is imported, so that a build needs no database; `checkEnv` runs when a process boots.
 */

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/[^\s/]+\/[^\s/]+$/, 'must look like postgresql://user:password@host:5432/database')
const webUrl = z
  .string()
  .regex(/^https?:\/\/[^\s/]+$/, 'must look like https://support.example, with no slash or path at the end')

const httpUrl = z
  .string()
  .regex(/^https?:\/\/[^\s@]+$/, 'must look like https://hooks.example/path, without a password')
/** A key of so many bytes. */
const base64url = (bytes: number) =>
  z.string().refine((text) => /^[\w-]+$/.test(text) && Buffer.from(text, 'base64url').length === bytes, {
    message: `must be ${bytes} bytes as base64url`,
  })

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_URL_WORKER: databaseUrl.optional(),
  DATABASE_URL_OWNER: databaseUrl.optional(),
  WAYBILL_URL: webUrl.default('http://localhost:3000'),
  NEXTAUTH_URL: webUrl.optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters (openssl rand -base64 48)').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'must look like smtp://user:password@host:587')
    .default('smtp://127.0.0.1:1025'),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/, 'must hold an address, such as Support <support@shop.example>')
    .default('Waybill <support@waybill.example>'),
  WAYBILL_VAPID_PUBLIC: base64url(65).optional(),
  WAYBILL_VAPID_PRIVATE: base64url(32).optional(),
  WAYBILL_NTFY_URL: httpUrl.optional(),
  WAYBILL_SMS_URL: httpUrl.optional(),
  WAYBILL_VOICE_URL: httpUrl.optional(),
  WAYBILL_DEADMAN_URL: httpUrl.optional(),
  WAYBILL_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  WAYBILL_PRIVATE_HOSTS: z
    .string()
    .regex(/^[^\s,/@]+(\s*,\s*[^\s,/@]+)*$/, 'must be a comma list of host or host:port')
    .optional(),
  WAYBILL_PROXIES: z.coerce.number('must be a whole number').int('must be a whole number').min(0).max(9).default(0),
  WAYBILL_FILES: z.string().min(1).default('.data/files'),
  WAYBILL_DIST_DIR: z.string().min(1).default('.next'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  WAYBILL_FAILPOINT: z.string().optional(),
})

export type Env = z.output<typeof schema>

/** Which process is booting: each is given only the database role it needs. */
export type Part = 'web' | 'worker' | 'migrations'

const needs: Record<Part, readonly (keyof Env)[]> = {
  web: ['DATABASE_URL', 'NEXTAUTH_SECRET'],
  worker: ['DATABASE_URL_WORKER', 'NEXTAUTH_SECRET'],
  migrations: ['DATABASE_URL_OWNER'],
}

/** The names this page knows; `.env.example` lists the same ones (tests/house/env.test.ts). */
export const envNames = Object.keys(schema.shape) as readonly (keyof Env)[]

/** Everything that is wrong with the environment, told at once. The values are never repeated: some are secrets. */
export class EnvFaults extends Error {
  override name = 'EnvFaults'
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nSee .env.example.`)
  }
}

/**
 * Reads a set of variables; an empty one counts as absent.
 * @param part also requires what that process cannot run without.
 * @throws EnvFaults with every fault, not only the first.
 */
export function readEnv(variables: Record<string, string | undefined>, part?: Part): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()))
  const read = schema.safeParse(given)
  const faults = read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (!given.WAYBILL_VAPID_PUBLIC !== !given.WAYBILL_VAPID_PRIVATE)
    faults.push('WAYBILL_VAPID_PUBLIC: needs WAYBILL_VAPID_PRIVATE, and the other way round')
  for (const name of part ? needs[part] : []) if (!given[name]) faults.push(`${name}: is missing`)
  if (faults.length > 0 || !read.success) throw new EnvFaults(faults)
  return read.data
}

let known: Env | undefined

/** The environment of this process, read once. @throws EnvFaults */
export function env(): Env {
  known ??= readEnv(process.env)
  return known
}

/** Called once when a process boots. @throws EnvFaults, which ends the boot. */
export function checkEnv(part: Part): Env {
  known = readEnv(process.env, part)
  return known
}

/** A variable that this process cannot work without, such as its database. @throws EnvFaults when it is missing */
export function required(
  name: 'DATABASE_URL' | 'DATABASE_URL_WORKER' | 'DATABASE_URL_OWNER' | 'NEXTAUTH_SECRET',
): string {
  const value = env()[name]
  if (!value) throw new EnvFaults([`${name}: is missing`])
  return value
}

/** How much the log tells; readable before the environment was checked, so that a fault can be logged. */
export function logLevel(): Env['LOG_LEVEL'] {
  return schema.shape.LOG_LEVEL.catch('info').parse(process.env.LOG_LEVEL || undefined)
}

/** For tests that change a variable: the next `env()` reads anew. */
export function forgetEnv(): void {
  known = undefined
}
