import { hash, verify } from '@node-rs/argon2'
import { randomToken } from '@/lib/foundation/ids'

/** argon2id with the library's defaults (19 MiB, 2 passes), after NFKC so that each keyboard types the same password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'))
}

/** A hash that nothing matches: what an unknown address is compared with, so that it takes as long as a known one. */
let nobody: Promise<string> | undefined

/** Whether `password` belongs to `stored`. Takes the same time when there is nothing stored, and is then false. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hash(randomToken())
  const matches = await verify(stored ?? (await nobody), password.normalize('NFKC'))
  return matches && Boolean(stored)
}
