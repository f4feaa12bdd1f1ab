import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { extensionOf, safeFileName } from './file-name'
import { HEAD_BYTES } from './fits-its-name'
import { ACCEPTED, type UploadRefusal } from './schema'

export type UploadRequest = { headers: Headers; body: ReadableStream<Uint8Array> | null }
export type Received = {
  name: string
  extension: string
  bytes: number
  sha256: string
  head: Uint8Array
  hasNul: boolean
}

/** What is read on after a refusal, so that the sender hears the answer instead of a broken connection. */
const READ_ON = 16 * 1024 * 1024

/**
 * Reads a multipart body (RFC 7578) with exactly one file straight into `openFile()`, counting and hashing on the way;
 * nothing is held in memory but the first bytes. `limit` is the most bytes it may have. Refuses without opening a file
 * when the name already tells that it is not wanted. `incomplete`: the sender stopped, or less came than was announced.
 */
export async function readForm(
  { headers, body }: UploadRequest,
  limit: number,
  openFile: () => Promise<FileHandle>,
): Promise<Outcome<Received, UploadRefusal>> {
  const type = headers.get('content-type') ?? ''
  if (!body || !/^multipart\/form-data\s*;/i.test(type)) return refuse('not_multipart')
  const parser = parserFor(type, limit)
  if (!parser) return refuse('not_multipart')

  let work: Promise<Outcome<Received, UploadRefusal>> | undefined
  let tooMany = false
  parser.on('file', (_field, stream, { filename }) => {
    work = receive(stream, filename, limit, openFile)
    work.catch(() => stream.resume())
  })
  parser.on('filesLimit', () => {
    tooMany = true
  })

  const counter = countUpTo(limit + READ_ON)
  try {
    await pipeline(Readable.fromWeb(body as never), counter.stream, parser)
  } catch (error) {
    // What was written so far is settled before the caller tidies up.
    const received = await work?.catch((failure: Error) => failure)
    if (received instanceof Error && isStorageFault(received)) throw received
    if (isStorageFault(error)) throw error
    return counter.over() ? refuse('too_large', { limit }) : refuse('incomplete')
  }
  if (!work) return refuse('no_file')
  const outcome = await work
  const announced = headers.get('content-length')
  if (announced !== null && Number(announced) !== counter.count()) return refuse('incomplete')
  return tooMany ? refuse('one_file_only') : outcome
}

function parserFor(contentType: string, limit: number): busboy.Busboy | null {
  try {
    return busboy({
      headers: { 'content-type': contentType },
      defParamCharset: 'utf8',
      // One more than allowed: at exactly its limit busboy already calls a file cut.
      limits: { files: 1, fileSize: limit + 1, fields: 4, fieldSize: 200, parts: 6, headerPairs: 20 },
    })
  } catch {
    return null
  }
}

async function receive(
  stream: Readable,
  givenName: string | undefined,
  limit: number,
  openFile: () => Promise<FileHandle>,
): Promise<Outcome<Received, UploadRefusal>> {
  const name = safeFileName(givenName ?? '')
  const extension = extensionOf(name ?? '')
  const unwanted = name === null ? 'name_missing' : ACCEPTED[extension] ? null : 'type_not_allowed'
  if (name === null || unwanted) {
    stream.resume()
    return refuse(unwanted ?? 'name_missing')
  }
  const file = await openFile()
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let bytes = 0
  let hasNul = false
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limit) continue // read on to the end, keep nothing
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
    hasNul ||= chunk.includes(0)
    hash.update(chunk)
    await writeAll(file, chunk)
  }
  if (bytes > limit) return refuse('too_large', { limit })
  if (bytes === 0) return refuse('empty')
  return ok({ name, extension, bytes, sha256: hash.digest('hex'), head, hasNul })
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
}

function countUpTo(most: number) {
  let seen = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(seen > most ? new Error('more than is worth reading') : null, chunk)
    },
  })
  return { stream, count: () => seen, over: () => seen > most }
}

/** A full or broken disk is a fault of ours, not of who sent the file. */
function isStorageFault(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'EDQUOT', 'ENOTDIR', 'EEXIST', 'EPERM'].includes(code)
}
