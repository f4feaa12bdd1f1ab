import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** A part of the repository: path from its root, text. Checkers take this, so that tests can plant files of their own. */
export type Sources = ReadonlyMap<string, string>

const root = path.resolve(import.meta.dirname, '../..')
const skipped = /^(node_modules|\.git|\.next.*|\.data|test-results|playwright-report|lib\/db\/generated)$/

/** Every file below the given folders ('.' is the whole repository), without what git ignores. */
export function filesBelow(folders: readonly string[], wanted: RegExp): string[] {
  const found: string[] = []
  const walk = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = folder === '.' ? entry.name : `${folder}/${entry.name}`
      if (skipped.test(name)) continue
      if (entry.isDirectory()) walk(name)
      else if (wanted.test(name)) found.push(name)
    }
  }
  folders.forEach(walk)
  return found.sort()
}

/** The text of every such file. */
export function sourcesBelow(folders: readonly string[], wanted = /\.(ts|tsx|mts)$/): Sources {
  return new Map(filesBelow(folders, wanted).map((name) => [name, readFileSync(path.join(root, name), 'utf8')]))
}

/** Files that a test invents, to see whether a checker bites. */
export function planted(files: Record<string, string>): Sources {
  return new Map(Object.entries(files))
}

/** Read last: every wall asks for the same file in turn, and a tree of all of them would fill the memory. */
let last: { file: string; text: string; source: ts.SourceFile } | undefined

export function parse(file: string, text: string): ts.SourceFile {
  if (last?.file === file && last.text === text) return last.source
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  last = { file, text, source }
  return source
}

/** Calls `visit` for a node and everything below it. */
export function everyNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => everyNode(child, visit))
}

/** `lib/x/y.ts:12`, for a fault's message. */
export function place(source: ts.SourceFile, node: ts.Node): string {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`
}

export type Import = {
  /** As written, or from the repository's root when it leads into the repository (without extension). */
  target: string
  /** Whether `target` is a path of this repository. */
  inside: boolean
  /** Erased by the compiler: `import type`, `export type`, or every name marked `type`. */
  typeOnly: boolean
  names: string[]
  place: string
}

/** What a file imports: `import`, `import type`, `export from`, `import()`, `require()`, `import("x").T`. */
export function importsOf(file: string, text: string): Import[] {
  const source = parse(file, text)
  const found: Import[] = []
  const add = (node: ts.Node, written: ts.Node | undefined, typeOnly: boolean, names: string[]) => {
    if (!written) return
    if (!ts.isStringLiteralLike(written)) {
      found.push({ target: '(computed)', inside: false, typeOnly, names, place: place(source, node) })
      return
    }
    found.push({ ...resolve(file, written.text), typeOnly, names, place: place(source, node) })
  }
  everyNode(source, (node) => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause
      const bindings = clause?.namedBindings
      const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : []
      const onlyTypes = !clause?.name && elements.length > 0 && elements.every((element) => element.isTypeOnly)
      const names = elements.map((element) => (element.propertyName ?? element.name).text)
      const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypes
      add(node, node.moduleSpecifier, typeOnly, bindings && ts.isNamespaceImport(bindings) ? ['*'] : names)
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      const clause = node.exportClause
      const elements = clause && ts.isNamedExports(clause) ? [...clause.elements] : []
      const onlyTypes = elements.length > 0 && elements.every((element) => element.isTypeOnly)
      const names = elements.map((element) => (element.propertyName ?? element.name).text)
      add(node, node.moduleSpecifier, node.isTypeOnly || onlyTypes, names.length > 0 ? names : ['*'])
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node, node.moduleReference.expression, node.isTypeOnly, ['*'])
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, true, ['*'])
    } else if (ts.isCallExpression(node)) {
      const called = node.expression
      const isRequire = ts.isIdentifier(called) && called.text === 'require'
      if (called.kind === ts.SyntaxKind.ImportKeyword || isRequire) add(node, node.arguments[0], false, ['*'])
    }
  })
  return found
}

function resolve(file: string, written: string): { target: string; inside: boolean } {
  if (written.startsWith('@/')) return { target: bare(written.slice(2)), inside: true }
  if (!written.startsWith('.')) return { target: written, inside: false }
  return { target: bare(path.posix.join(path.posix.dirname(file), written)), inside: true }
}

function bare(target: string): string {
  return target.replace(/\.(ts|tsx|mts|js)$/, '').replace(/\/$/, '')
}
