import { fileTypeFromBuffer } from 'file-type'
import { ACCEPTED } from './schema'

/** How many of a file's first bytes are looked at. The rest is never parsed: no archive is opened, no picture decoded. */
export const HEAD_BYTES = 4100

/** What the bytes of each kind of name may turn out to be. */
const sniffed: Readonly<Record<string, readonly string[]>> = {
  png: ['image/png', 'image/apng'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  heic: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  pdf: ['application/pdf'],
  doc: ['application/x-cfb'],
  xls: ['application/x-cfb'],
  mp4: ['video/mp4', 'video/x-m4v', 'video/quicktime'],
  mov: ['video/quicktime', 'video/mp4'],
  webm: ['video/webm', 'video/matroska'],
}

/**
 * Whether a file's content is what its extension promises: a renamed program, web page or archive is not.
 * @param head its first HEAD_BYTES
 * @param hasNul whether a zero byte stands anywhere in it; no text has one, except UTF-16 with its mark
 */
export async function fitsItsName(extension: string, head: Uint8Array, hasNul: boolean): Promise<boolean> {
  const entry = ACCEPTED[extension]
  if (!entry) return false
  if (entry.kind === 'ooxml') return isOfficeDocument(head)
  if (entry.kind === 'text') return isText(head, hasNul)
  if (startsWith(head, 'PK')) return false
  const found = await fileTypeFromBuffer(head)
  return found !== undefined && (sniffed[extension]?.includes(found.mime) ?? false)
}

/** Word and Excel files are archives whose first entry has one of a few names. */
function isOfficeDocument(head: Uint8Array): boolean {
  if (!startsWith(head, 'PK\u0003\u0004') || head.length < 30) return false
  const length = (head[26] ?? 0) + (head[27] ?? 0) * 256
  const name = Buffer.from(head.subarray(30, 30 + length)).toString('latin1')
  return /^(\[Content_Types\]\.xml$|_rels\/|docProps\/|word\/|xl\/|customXml\/)/.test(name)
}

async function isText(head: Uint8Array, hasNul: boolean): Promise<boolean> {
  const wide = startsWith(head, '\u00ff\u00fe') || startsWith(head, '\u00fe\u00ff')
  if (hasNul && !wide) return false
  const found = await fileTypeFromBuffer(head)
  if (found && found.mime !== 'application/xml' && found.mime !== 'text/xml') return false
  const text = new TextDecoder(wide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'latin1').decode(head)
  const start = text.replace(/^(\u00ef\u00bb\u00bf|\ufeff)/, '').trimStart()
  return !start.startsWith('#!') && !looksLikeMarkup(start)
}

/** A page or drawing that a browser would run, after any declaration and comments. */
function looksLikeMarkup(start: string): boolean {
  const body = start.replace(/^(<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s)+/i, '')
  return /^<(!doctype\s+(html|svg)|html|head|body|script|svg|iframe|\?php)\b/i.test(body) || /^<\?php/i.test(start)
}

function startsWith(head: Uint8Array, bytes: string): boolean {
  return [...bytes].every((byte, index) => head[index] === byte.charCodeAt(0))
}
