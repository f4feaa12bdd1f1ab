/** Part of a file: first and last byte, both included. */
export type ByteRange = { from: number; to: number }

/**
 * What a Range header (RFC 9110, 14.2) asks of a file of `bytes` bytes: one part, `unsatisfiable`, or null where the
 * whole file is the answer: no header, another unit, several parts at once, or something that is no range.
 */
export function rangeOf(header: string | null, bytes: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), bytes)
    return length === 0 ? 'unsatisfiable' : { from: bytes - length, to: bytes - 1 }
  }
  const from = Number(first)
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (last !== '' && Number(last) < from) return null
  return from >= bytes ? 'unsatisfiable' : { from, to }
}
