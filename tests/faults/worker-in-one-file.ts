import { mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

type Esbuild = { build(options: Record<string, unknown>): Promise<unknown> }

/**
 * The worker as one file, so that a thousand of them start in a third of the time; the code is the product's. What it was
 * at this moment it stays, whatever is edited meanwhile. @returns the file, to be run with Node
 */
export async function workerInOneFile(): Promise<{ file: string; remove(): void }> {
  const tsx = createRequire(import.meta.url).resolve('tsx/package.json')
  const esbuild = createRequire(tsx)('esbuild') as Esbuild
  const folder = path.resolve('.data/test')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${process.pid}-worker.mjs`)
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
  return { file, remove: () => rmSync(file, { force: true }) }
}
