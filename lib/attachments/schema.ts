/* What pages need to know of files. Safe in the browser. */

/** A file as a page shows it; its bytes come from /[marketplace]/api/attachments/[id]. */
export type FileView = { id: string; name: string; mediaType: string; bytes: number }

/** Why a file was not taken; `too_large` carries {limit} in bytes. The namespace `tickets` has a sentence for each. */
export type UploadRefusal =
  | 'not_multipart'
  | 'no_file'
  | 'one_file_only'
  | 'name_missing'
  | 'empty'
  | 'too_large'
  | 'type_not_allowed'
  /** The bytes are not what the name says. */
  | 'content_mismatch'
  /** Less arrived than was announced. */
  | 'incomplete'
  /** This person has sent more that belongs to no message yet than the marketplace holds for her. */
  | 'too_many_waiting'

/** How many full messages' worth of files one person may have waiting for a message to carry them. */
export const WAITING_MESSAGES = 4

/** Files one message may carry. */
export const MOST_FILES = 10

/**
 * What may be sent (003-11, 004-09, 002-04): pictures, documents, tables, logs, recordings. Never archives, and never
 * what a browser would run (SVG, HTML). Text of every kind is served as plain text.
 */
export const ACCEPTED: Readonly<Record<string, { mediaType: string; kind: 'binary' | 'text' | 'ooxml' }>> = {
  png: { mediaType: 'image/png', kind: 'binary' },
  jpg: { mediaType: 'image/jpeg', kind: 'binary' },
  jpeg: { mediaType: 'image/jpeg', kind: 'binary' },
  gif: { mediaType: 'image/gif', kind: 'binary' },
  webp: { mediaType: 'image/webp', kind: 'binary' },
  heic: { mediaType: 'image/heic', kind: 'binary' },
  pdf: { mediaType: 'application/pdf', kind: 'binary' },
  doc: { mediaType: 'application/msword', kind: 'binary' },
  xls: { mediaType: 'application/vnd.ms-excel', kind: 'binary' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', kind: 'ooxml' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', kind: 'ooxml' },
  csv: { mediaType: 'text/csv', kind: 'text' },
  txt: { mediaType: 'text/plain', kind: 'text' },
  log: { mediaType: 'text/plain', kind: 'text' },
  json: { mediaType: 'text/plain', kind: 'text' },
  xml: { mediaType: 'text/plain', kind: 'text' },
  mp4: { mediaType: 'video/mp4', kind: 'binary' },
  mov: { mediaType: 'video/quicktime', kind: 'binary' },
  webm: { mediaType: 'video/webm', kind: 'binary' },
}

/** How a page may show a file before it is saved; `none`: only its name and size (Word, Excel, HEIC). */
export type Preview = 'image' | 'video' | 'pdf' | 'text' | 'none'

/** By media type; what a page cannot show is `none`. */
export function previewOf(mediaType: string): Preview {
  if (mediaType === 'application/pdf') return 'pdf'
  if (mediaType === 'text/plain' || mediaType === 'text/csv') return 'text'
  if (['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(mediaType)) return 'image'
  return mediaType.startsWith('video/') ? 'video' : 'none'
}

/** For the `accept` of a file field: ".png,.jpg,...". */
export const accepted = Object.keys(ACCEPTED)
  .map((extension) => `.${extension}`)
  .join(',')
