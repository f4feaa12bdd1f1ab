import { randomBytes } from 'node:crypto'
import { v5, v7 } from 'uuid'

/** A new row's id: uuid v7 (RFC 9562), so that ids grow with time and indexes stay dense. */
export function newId(): string {
  return v7()
}

/** The same parts always give the same id (uuid v5, RFC 9562): what makes a repeated plan the same row. */
export function idFrom(namespace: string, parts: readonly (string | number)[]): string {
  return v5(JSON.stringify(parts), namespace)
}

/** `bytes` of randomness as base64url: for secrets that travel in a link. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url')
}

/** Short id a person can quote from an error page; the log line carries the same. */
export function errorId(): string {
  return randomBytes(5).toString('hex')
}
