import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/lib/foundation/env'
import type { ByteRange } from './byte-range'

/*
 * Where the bytes lie: <files>/<marketplace>/<yyyy>/<mm>/<id>. The server makes every part of a key; a name that a
 * person gave never reaches the file system. A file that is still arriving ends in .part.
 */

export const PART = '.part'

export function keyOf(marketplaceId: string, id: string, at: Date): string {
  const [year = '', month = ''] = at.toISOString().split('-')
  return `${marketplaceId}/${year}/${month}/${id}`
}

export function pathOf(key: string): string {
  if (!/^[0-9a-f-]{36}\/\d{4}\/\d{2}\/[0-9a-f-]{36}$/.test(key)) throw new Error('not a key of the files folder')
  return path.join(/* turbopackIgnore: true */ path.resolve(env().WAYBILL_FILES), key)
}

/** Opens the temporary file of `key`, in the folder where it will stay, so that renaming never copies. */
export async function openPart(key: string): Promise<FileHandle> {
  const target = pathOf(key)
  const created = await mkdir(path.dirname(target), { recursive: true, mode: 0o750 })
  if (created) await syncFolders(path.dirname(target), path.dirname(created))
  return open(target + PART, 'wx', 0o640)
}

/** Makes an arrived file last: its bytes, then its name. Afterwards a row may tell of it. */
export async function keep(key: string, part: FileHandle): Promise<void> {
  await part.sync()
  await part.close()
  const target = pathOf(key)
  await rename(target + PART, target)
  await syncFolder(path.dirname(target))
}

/** Removes whatever of `key` is there. */
export async function discard(key: string): Promise<void> {
  await rm(pathOf(key) + PART, { force: true })
  await rm(pathOf(key), { force: true })
}

/**
 * Opens a kept file for reading, or a part of it. @throws when it is not there or is not `bytes` long: storage was
 * tampered with or lost
 */
export async function openKept(
  key: string,
  bytes: number,
  range: ByteRange | null = null,
): Promise<ReturnType<typeof createReadStream>> {
  const { size } = await stat(pathOf(key))
  if (size !== bytes) throw new Error(`the stored file ${key} has ${size} bytes instead of ${bytes}`)
  return createReadStream(pathOf(key), range ? { start: range.from, end: range.to } : {})
}

/** All files below the folder as keys, with the time they were last written. */
export async function* walkFiles(): AsyncGenerator<{ key: string; part: boolean; writtenAt: Date }> {
  const root = path.resolve(env().WAYBILL_FILES)
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const full = path.join(entry.parentPath, entry.name)
    const part = full.endsWith(PART)
    const key = path.relative(root, part ? full.slice(0, -PART.length) : full).replaceAll(path.sep, '/')
    const { mtime } = await stat(full).catch(() => ({ mtime: null }))
    if (mtime) yield { key, part, writtenAt: mtime }
  }
}

async function syncFolders(from: string, upTo: string): Promise<void> {
  for (let folder = from; folder.startsWith(upTo); folder = path.dirname(folder)) {
    await syncFolder(folder)
    if (folder === upTo) return
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
