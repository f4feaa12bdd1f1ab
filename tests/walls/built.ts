import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { parse } from '../house/sources'

/** A server action as the build lists it: where it is written, under which id and from which page it may be called. */
export type BuiltAction = { name: string; id: string; pages: string[] }

type ActionManifest = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
}

/** What Next itself adds to every app. */
const nextsOwn = /^\/_(not-found|global-error)\/page$/

/** The folder that `npm test` built into. @throws when nothing was built there */
export function buildFolder(): string {
  return path.resolve(process.env.WAYBILL_TEST_DIST ?? '.next-test')
}

/**
 * Every door that the build opens, as `GET /[marketplace]/desk`: pages by their path, route handlers by their path and
 * each method they export. Groups in brackets are no part of a path.
 */
export function routesIn(paths: Record<string, string>, methodsOf: (file: string) => string[]): string[] {
  return Object.keys(paths)
    .filter((entry) => !nextsOwn.test(entry))
    .flatMap((entry) => {
      const url = entry.replace(/\/(page|route)$/, '').replace(/\/\([^/]+\)/g, '') || '/'
      if (entry.endsWith('/page')) return [`GET ${url}`]
      return methodsOf(entry).map((method) => `${method} ${url}`)
    })
    .sort()
}

/** Every server action, as `app/[marketplace]/new/actions.ts openTicket`. The same function called from more pages is one. */
export function actionsIn(manifest: ActionManifest): BuiltAction[] {
  return Object.entries(manifest.node)
    .map(([id, { filename, exportedName, workers }]) => ({
      id,
      name: `${filename.replace(/^.*?(?=(app|lib|components)\/)/, '')} ${exportedName}`,
      pages: Object.keys(workers).map((worker) => worker.replace(/^app/, '')),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

export function builtRoutes(): string[] {
  return routesIn(readBuilt('server/app-paths-manifest.json'), (entry) => {
    // Metadata files (icon.svg) are routes without a source of ours.
    for (const extension of ['ts', 'tsx']) {
      const file = `app${entry}.${extension}`
      const text = readIfThere(file)
      if (text !== undefined) return methodsIn(file, text)
    }
    return ['GET']
  })
}

export function builtActions(): BuiltAction[] {
  return actionsIn(readBuilt('server/server-reference-manifest.json'))
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** The methods that a route handler exports, however it exports them. */
export function methodsIn(file: string, text: string): string[] {
  const names: string[] = []
  for (const statement of parse(file, text).statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      names.push(...statement.exportClause.elements.map((element) => element.name.text))
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
    if (!exported) continue
    if (ts.isFunctionDeclaration(statement) && statement.name) names.push(statement.name.text)
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name)) names.push(name.text)
        else
          for (const element of name.elements)
            if (ts.isBindingElement(element) && ts.isIdentifier(element.name)) names.push(element.name.text)
      }
  }
  return methods.filter((method) => names.includes(method))
}

function readBuilt<Manifest>(name: string): Manifest {
  const file = path.join(buildFolder(), name)
  const text = readIfThere(file)
  if (text === undefined)
    throw new Error(`nothing is built in ${buildFolder()}: run the suite with \`npm run test:walls\``)
  return JSON.parse(text) as Manifest
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}
