import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** A piece of the worker's code, and what is to stand in its place. */
export type Lines = readonly [there: string, instead: string]

let files = 0

type Esbuild = { build(options: Record<string, unknown>): Promise<unknown> }

/**
 * The worker as one file, so that a thousand of them start in a third of the time; the code is the product's. What it was
 * at this moment it stays, whatever is edited meanwhile. `change`: one piece of it, for what only another code can show.
 * @returns the file, to be run with Node
 */
export async function workerInOneFile(change?: Lines): Promise<{ file: string; remove(): void }> {
  const tsx = createRequire(import.meta.url).resolve('tsx/package.json')
  const esbuild = createRequire(tsx)('esbuild') as Esbuild
  const folder = path.resolve('.data/test')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${process.pid}-worker-${files++}.mjs`)
  await esbuild.build({
    entryPoints: ['lib/worker/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@': path.resolve('.') },
    outfile: file,
    logLevel: 'error',
  })
  if (change) {
    const [before, ...after] = readFileSync(file, 'utf8').split(change[0])
    if (after.length !== 1) throw new Error(`"${change[0]}" does not stand in the worker once`)
    writeFileSync(file, `${before}${change[1]}${after[0]}`)
  }
  return { file, remove: () => rmSync(file, { force: true }) }
}
