import { createECDH, randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import type { Actor } from '@/lib/authz'
import type { PrismaClient } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'

const { decrypt } = createRequire(import.meta.url)('http_ece') as { decrypt(body: Buffer, keys: object): Buffer }

/** A browser that has subscribed to push, with the keys that open what it is sent. */
export function browser() {
  const ecdh = createECDH('prime256v1')
  ecdh.generateKeys()
  const auth = randomBytes(16).toString('base64url')
  return {
    config: { keys: { p256dh: ecdh.getPublicKey('base64url'), auth } },
    open(body: Buffer): Record<string, unknown> {
      return JSON.parse(decrypt(body, { version: 'aes128gcm', privateKey: ecdh, authSecret: auth }).toString('utf8'))
    },
  }
}

/** One line of a person's notify rules, by a verified method of hers. Answers the method's id. */
export async function reachBy(
  owner: PrismaClient,
  { marketplaceId, membershipId, partnerId }: Pick<Actor, 'marketplaceId' | 'membershipId' | 'partnerId'>,
  line: { channel: string; address: string; config?: object; position: number; delaySeconds?: number },
): Promise<string> {
  const { channel, address, config = {}, position, delaySeconds = 0 } = line
  const id = newId()
  const then = new Date('2026-01-05T08:00:00Z')
  const key = { marketplaceId, membershipId, partnerId }
  await owner.contactMethod.create({
    data: { ...key, id, channel, address, config, verifiedAt: then, createdAt: then },
  })
  await owner.notifyRule.create({ data: { ...key, position, contactMethodId: id, delaySeconds } })
  return id
}

/** Takes away how she was reached before. */
export async function reachByNothing(owner: PrismaClient, membershipIds: readonly string[]): Promise<void> {
  const where = { membershipId: { in: [...membershipIds] } }
  await owner.notifyRule.deleteMany({ where })
  await owner.contactMethod.deleteMany({ where })
}
