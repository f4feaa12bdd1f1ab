import type { Sources } from './sources'

const vague = /^(utils?|helpers?|misc|common|shared|managers?|stuff)$/
/** Where Next, Prisma or a tool asks for a name of its own shape. */
const givenNames =
  /^(\[[a-zA-Z.]+\]|\[\[\.\.\.[a-z]+\]\]|\([a-z-]+\)|_[a-z-]+|@[a-z-]+|README\.md|\d{14}_[a-z0-9_]+|migration_lock\.toml|pt-BR\.json)$/
const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/

/** Names that say nothing, and names that are not in kebab-case. */
export function nameFaults(files: readonly string[]): string[] {
  const seen = new Set<string>()
  return files.flatMap((file) =>
    file.split('/').flatMap((part, index, parts) => {
      const upTo = parts.slice(0, index + 1).join('/')
      if (seen.has(upTo)) return []
      seen.add(upTo)
      const words = part.replace(/\..*$/, '').split('-')
      if (words.some((word) => vague.test(word))) return [`${upTo}: says nothing of what it holds`]
      return kebab.test(part) || givenNames.test(part) ? [] : [`${upTo}: not in kebab-case`]
    }),
  )
}

const MOST_LINES = 300

/** Files that have grown past a screen or five. */
export function lengthFaults(sources: Sources, mayBeLong: ReadonlySet<string>): string[] {
  return [...sources].flatMap(([file, text]) => {
    const lines = text.split('\n').length - 1
    return lines > MOST_LINES && !mayBeLong.has(file) ? [`${file}: ${lines} lines`] : []
  })
}

/** The repository speaks of the product alone. Brackets keep this list from finding itself. */
const foreignWords = [
  /\b[A]I\b(?!-)/,
  /\bL[L]Ms?\b/,
  /\bcl[a]ude\b/i,
  /\b(chat)?g[p]t(-\d)?\b/i,
  /\b(open[a]i|anthr[o]pic|copil[o]t)\b/i,
  /\b(ai|coding|virtual) assist[a]nt\b/i,
  /\bissue [#]?\d/i,
  /\b(this|last|next|previous|earlier) s[e]ssion (of work|built|left|will|wrote)\b/i,
  /(^|[\s'"`(=])\/w[o]rk\//,
  /(^|[^a-z])\.\.\/sh[a]red\//,
  /\/tmp\/pl[a]n\b/,
  /\bregistry\.npmj[s]\.org|\bartifact[o]ry\b|\bn[e]xus\.|\bverdacci[o]\b|\/rep[o]sitory\/npm/i,
]

export function wordFaults(sources: Sources): string[] {
  return [...sources].flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) => {
      const found = foreignWords.map((word) => word.exec(line)?.[0]).filter((word) => word !== undefined)
      return found.map((word) => `${file}:${index + 1}: "${word.trim()}"`)
    }),
  )
}
