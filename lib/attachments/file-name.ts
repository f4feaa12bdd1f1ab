import { cleanLine } from '@/lib/foundation/clean-text'

/** Characters of a stored name, extension included. */
const LONGEST = 180

/**
 * A file name made safe before anything looks at it: normalised, without invisible characters (which would hide
 * "exe" behind a turned reading order, or a dot file behind a zero-width space), without folders, control characters
 * and what file systems forbid. Null when nothing is left.
 */
export function safeFileName(given: string): string | null {
  const last = cleanLine(given).split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/[<>:"|?*;]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .trim()
  if (plain === '') return null
  const extension = extensionOf(plain)
  const letters = [...plain]
  if (letters.length <= LONGEST) return plain
  const end = extension === '' ? '' : `.${extension}`
  return `${letters.slice(0, LONGEST - end.length).join('')}${end}`
}

/** Lower case, without the dot; '' when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/**
 * Content-Disposition of a download (RFC 6266): a plain-ASCII name for old clients and the whole name in UTF-8
 * (RFC 8187). An attachment is saved; inline is for what a browser shows without running it.
 */
export function dispositionOf(fileName: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const ascii = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
