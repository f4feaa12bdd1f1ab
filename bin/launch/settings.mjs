// What the user decides (environment and .env) and what the first start decides for them (secrets).
import { createECDH, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { inData, inRoot } from './paths.mjs'
import { writePrivate } from './postgres.mjs'
import { Failure } from './say.mjs'

const databases = ['DATABASE_URL', 'DATABASE_URL_OWNER', 'DATABASE_URL_WORKER']

/** Adds what `.env` says to the environment; what is already set wins. Next reads no `.env` of its own after this. */
export function readDotEnv() {
  const file = inRoot('.env')
  if (existsSync(file))
    for (const [name, value] of Object.entries(parseEnv(readFileSync(file, 'utf8')))) process.env[name] ||= value
  process.env.__NEXT_PROCESSED_ENV = 'true'
}

/** Whether the user brought a database. @throws Failure when only a part of the three addresses is given */
export function databaseIsGiven() {
  const missing = databases.filter((name) => !process.env[name])
  if (missing.length === databases.length) return false
  if (missing.length > 0) {
    const given = databases.filter((name) => process.env[name])
    throw new Failure(
      `${given.join(' and ')} given, but not ${missing.join(' and ')}: give all three, or none to use the embedded database.`,
    )
  }
  const short = (process.env.NEXTAUTH_SECRET ?? '').length < 32
  if (short)
    throw new Failure(
      'With a database of your own NEXTAUTH_SECRET must be given too, at least 32 characters: openssl rand -base64 48',
    )
  return true
}

/** Secrets of the embedded world, made once and readable by their owner alone. */
export function secrets() {
  const file = inData('secrets.json')
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const all = { ...known }
  for (const name of ['nextauth', 'postgres', 'owner', 'app', 'worker'])
    all[name] ??= randomBytes(36).toString('base64url')
  all.vapid ??= newVapidKeys()
  if (Object.keys(all).length !== Object.keys(known).length) writePrivate(file, JSON.stringify(all, null, 2))
  return all
}

/** A pair of keys for web push (RFC 8292): 65 and 32 bytes as base64url. */
export function newVapidKeys() {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const privateKey = Buffer.alloc(32)
  // Node leaves leading zeros out.
  const bytes = pair.getPrivateKey()
  bytes.copy(privateKey, 32 - bytes.length)
  return { publicKey: pair.getPublicKey('base64url'), privateKey: privateKey.toString('base64url') }
}

/** The secret and the push keys of this Waybill: what the user gives, else what was made and kept here. */
export function ownSecrets() {
  const { NEXTAUTH_SECRET, WAYBILL_VAPID_PUBLIC: publicKey, WAYBILL_VAPID_PRIVATE: privateKey } = process.env
  if (Boolean(publicKey) !== Boolean(privateKey))
    throw new Failure('WAYBILL_VAPID_PUBLIC and WAYBILL_VAPID_PRIVATE belong together: give both, or none.')
  return {
    secret: NEXTAUTH_SECRET || secrets().nextauth,
    vapid: publicKey && privateKey ? { publicKey, privateKey } : secrets().vapid,
  }
}
