import { existsSync, readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { importsOf, parse } from '../house/sources'

const actorTypes = /^(Actor|StaffActor|PartnerActor|Session)$/

/**
 * Every use case of lib: what a room's index.ts lets out and whose first parameter is somebody who acts. The gates
 * themselves (authz, tenancy) are none, and web's doormen are tried through routes and actions.
 * Named `tickets/openTicket`.
 */
export function useCasesOf(rooms = readdirSync('lib')): string[] {
  return rooms
    .filter((room) => !['authz', 'tenancy', 'web'].includes(room) && existsSync(`lib/${room}/index.ts`))
    .flatMap((room) => {
      const index = `lib/${room}/index.ts`
      const text = readFileSync(index, 'utf8')
      const inFiles = importsOf(index, text)
        .filter((entry) => entry.inside && !entry.typeOnly && entry.target.startsWith(`lib/${room}/`))
        .flatMap((entry) => {
          const file = `${entry.target}.ts`
          const found = actedFunctions(file, readFileSync(file, 'utf8'))
          return entry.names.includes('*') ? found : found.filter((name) => entry.names.includes(name))
        })
      return [...actedFunctions(index, text), ...inFiles].map((name) => `${room}/${name}`)
    })
    .sort()
}

/** Exported functions of one file whose first parameter is an actor. */
export function actedFunctions(file: string, text: string): string[] {
  const found: string[] = []
  const takesActor = (node: ts.FunctionDeclaration | ts.ArrowFunction) => {
    const type = node.parameters[0]?.type
    return (
      !!type && ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && actorTypes.test(type.typeName.text)
    )
  }
  for (const statement of parse(file, text).statements) {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
    if (!exported) continue
    if (ts.isFunctionDeclaration(statement) && statement.name && takesActor(statement)) found.push(statement.name.text)
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer && ts.isArrowFunction(initializer) && takesActor(initializer))
          found.push(name.text)
  }
  return found
}
