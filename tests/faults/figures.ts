import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const folder = '.data/figures'

/** Keeps the figures of a run, for `npm run bench:engine` and whoever publishes them. */
export function keepFigures(name: string, figures: object): void {
  mkdirSync(folder, { recursive: true })
  const kept = { at: new Date().toISOString(), ...figures }
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(kept, null, 2)}\n`)
}

/** The figures of the last run of that name, or undefined when there was none. */
export function lastFigures(name: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
  } catch {
    return undefined
  }
}
