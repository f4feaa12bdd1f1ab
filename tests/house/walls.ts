import ts from 'typescript'
import { everyNode, importsOf, parse, place, type Sources } from './sources'

/** One wall: what may stand only in some files. */
export type Wall = {
  name: string
  /** Files that may; everything else may not. */
  allowed: (file: string) => boolean
  /** Where a file does it: `path:line`, none when it does not. */
  places: (file: string, text: string) => string[]
}

const within =
  (...prefixes: string[]) =>
  (file: string) =>
    prefixes.some((prefix) => (prefix.endsWith('/') ? file.startsWith(prefix) : file === prefix))

const importing =
  (wanted: (target: string, names: string[], typeOnly: boolean) => boolean) => (file: string, text: string) =>
    importsOf(file, text)
      .filter((entry) => wanted(entry.target, entry.names, entry.typeOnly))
      .map((entry) => entry.place)

const containing = (wanted: (node: ts.Node) => boolean) => (file: string, text: string) => {
  const source = parse(file, text)
  const found: string[] = []
  everyNode(source, (node) => {
    if (wanted(node)) found.push(place(source, node))
  })
  return found
}

const isName = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name

/** `object.name`, `object['name']`, and `const { name } = object`. */
function takes(node: ts.Node, object: string, name: string): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === name && endsIn(node.expression, object)
  if (ts.isElementAccessExpression(node))
    return (
      ts.isStringLiteralLike(node.argumentExpression) &&
      node.argumentExpression.text === name &&
      endsIn(node.expression, object)
    )
  if (!ts.isBindingElement(node) || !isName(node.propertyName ?? node.name, name)) return false
  const declaration = node.parent.parent
  return ts.isVariableDeclaration(declaration) && !!declaration.initializer && endsIn(declaration.initializer, object)
}

function endsIn(node: ts.Expression, object: string): boolean {
  return isName(node, object) || (ts.isPropertyAccessExpression(node) && node.name.text === object)
}

/** The raw client: whoever holds it is outside row security's context. */
const rawClient = within(
  'lib/db/',
  'lib/tenancy/',
  'lib/identity/',
  'lib/worker/main.ts',
  'lib/worker/listen.ts',
  'prisma/',
)

export const walls: readonly Wall[] = [
  {
    name: 'the environment is read in lib/foundation/env.ts',
    // The files at the root are read by Next itself before anything of ours is loaded.
    allowed: within('lib/foundation/env.ts', 'next.config.ts', 'proxy.ts', 'instrumentation.ts'),
    places: (file, text) => [
      ...containing((node) => takes(node, 'process', 'env'))(file, text),
      ...importing(
        (target, names) => /^(node:)?process$/.test(target) && names.some((name) => name === 'env' || name === '*'),
      )(file, text),
    ],
  },
  {
    name: 'next/* stays in app, components, lib/web, lib/identity, lib/i18n',
    allowed: within('app/', 'components/', 'lib/web/', 'lib/identity/', 'lib/i18n/', 'next.config.ts', 'proxy.ts'),
    places: importing((target) => target === 'next' || target.startsWith('next/')),
  },
  {
    name: 'next-auth stays in lib/identity',
    allowed: within('lib/identity/'),
    places: importing((target) => target === 'next-auth' || target.startsWith('next-auth/')),
  },
  {
    name: 'mail is sent from lib/delivery',
    allowed: within('lib/delivery/'),
    places: importing((target) => target === 'nodemailer' || target.startsWith('nodemailer/')),
  },
  {
    name: 'the raw client is opened by db, tenancy, identity, the entry of the worker and the seeds',
    allowed: rawClient,
    places: importing(
      (target, names) =>
        /^(pg|@prisma\/.*|lib\/db\/(client|generated).*)$/.test(target) ||
        (/^lib\/db(\/index)?$/.test(target) && names.some((name) => ['connect', 'PrismaClient', '*'].includes(name))) ||
        /^lib\/tenancy\/clients$/.test(target),
    ),
  },
  {
    name: 'time comes from the database or lib/foundation/clock.ts',
    allowed: within('lib/foundation/clock.ts'),
    places: containing(
      (node) =>
        (ts.isNewExpression(node) && endsIn(node.expression, 'Date') && (node.arguments?.length ?? 0) === 0) ||
        (ts.isCallExpression(node) && isName(node.expression, 'Date')) ||
        takes(node, 'Date', 'now') ||
        takes(node, 'performance', 'now') ||
        takes(node, 'Temporal', 'Now'),
    ),
  },
  {
    name: 'no statement is built from strings',
    allowed: () => false,
    places: containing(
      (node) =>
        (ts.isPropertyAccessExpression(node) && /^\$(query|execute)RawUnsafe$/.test(node.name.text)) ||
        (ts.isStringLiteralLike(node) && /^\$(query|execute)RawUnsafe$/.test(node.text)) ||
        takes(node, 'Prisma', 'raw'),
    ),
  },
  {
    name: 'a transaction without a tenant is for identity, marketplace, web and the acknowledge link',
    allowed: within(
      'lib/tenancy/',
      'lib/identity/',
      'lib/marketplace/',
      'lib/web/',
      'lib/escalation/escalation-behind.sql.ts',
    ),
    places: importing(
      (target, names) =>
        target.startsWith('lib/tenancy') && names.some((name) => name === 'withoutTenant' || name === '*'),
    ),
  },
  {
    name: 'a transaction of another system is for alerts',
    allowed: within('lib/tenancy/', 'lib/alerts/'),
    places: importing(
      (target, names) => target.startsWith('lib/tenancy') && names.some((name) => name === 'asMachine'),
    ),
  },
]

export function wallFaults(sources: Sources, kept: readonly Wall[] = walls): string[] {
  // File by file, so that each is parsed once for all walls.
  return [...sources].flatMap(([file, text]) =>
    kept
      .filter((wall) => !wall.allowed(file))
      .flatMap((wall) => wall.places(file, text).map((where) => `${where}: ${wall.name}`)),
  )
}

/** Files that import a package, for what exactly one may. */
export function importersOf(sources: Sources, packageName: string): string[] {
  return [...sources]
    .filter(([file, text]) => importsOf(file, text).some((entry) => entry.target === packageName && !entry.typeOnly))
    .map(([file]) => file)
}

/** What the engine's decision may import: types and nothing that runs, except what is as pure as itself. */
export function impureImports(file: string, text: string): string[] {
  return importsOf(file, text)
    .filter(
      (entry) =>
        !entry.typeOnly &&
        !entry.target.startsWith('lib/escalation/') &&
        !entry.target.startsWith('lib/foundation/clock'),
    )
    .map((entry) => `${entry.place}: the engine's decision imports ${entry.target}`)
}
