import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { roomOf } from './rooms'
import { everyNode, parse, place, type Sources } from './sources'

export type Model = { name: string; table: string; room: string; relations: ReadonlyMap<string, string> }

/** Every model of prisma/schema, by the name of its property on a client: `ticketMessage`. */
export type Models = ReadonlyMap<string, Model>

/** A table belongs to the room whose schema file names it. */
export function modelsOf(files: Record<string, string>): Models {
  const bodies = Object.entries(files).flatMap(([file, text]) =>
    [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map((match) => ({
      room: file.replace(/\.prisma$/, ''),
      name: match[1] as string,
      body: match[2] as string,
    })),
  )
  const names = new Set(bodies.map((model) => model.name))
  return new Map(
    bodies.map(({ room, name, body }) => {
      const fields = [...body.matchAll(/^ {2}(\w+)\s+(\w+)/gm)].map((match) => [match[1], match[2]] as [string, string])
      const relations = new Map(fields.filter(([, type]) => names.has(type)).map(([field, type]) => [field, key(type)]))
      const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name
      return [key(name), { name, table, room, relations }]
    }),
  )
}

export function readModels(): Models {
  const files = readdirSync('prisma/schema').filter((name) => name.endsWith('.prisma'))
  return modelsOf(Object.fromEntries(files.map((name) => [name, readFileSync(`prisma/schema/${name}`, 'utf8')])))
}

function key(model: string): string {
  return model.charAt(0).toLowerCase() + model.slice(1)
}

const verb = /^(find|create|update|upsert|delete|count|aggregate|groupBy)/
const clients = new Set(['tx', 'client', 'db', 'prisma', 'owner', 'transaction'])

/** Every touch of a table by a file outside the room that owns it. One line each. */
export function tableFaults(sources: Sources, models: Models): string[] {
  return [...sources].flatMap(([file, text]) => {
    const room = roomOf(file)
    return room === undefined ? [] : new FileCheck(parse(file, text), room, models).faults()
  })
}

class FileCheck {
  private readonly found: string[] = []
  private readonly constants = new Map<string, ts.Expression>()

  constructor(
    private readonly source: ts.SourceFile,
    private readonly room: string,
    private readonly models: Models,
  ) {}

  faults(): string[] {
    everyNode(this.source, (node) => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
        this.constants.set(node.name.text, plain(node.initializer))
    })
    everyNode(this.source, (node) => {
      this.access(node)
      this.destructured(node)
      this.rawSql(node)
    })
    return this.found
  }

  private fault(node: ts.Node, model: Model, how: string) {
    this.found.push(
      `${place(this.source, node)}: ${this.room} ${how} ${model.table}, a table of the room "${model.room}"`,
    )
  }

  /** `tx.ticket`, `tx['ticket']`, `anything.ticket.findMany(...)`, and what the call reaches by relations. */
  private access(node: ts.Node) {
    const name = propertyName(node)
    const model = name === undefined ? undefined : this.models.get(name)
    if (!model) return
    const parent = node.parent
    const method = ts.isPropertyAccessExpression(parent) && parent.expression === node ? parent.name.text : undefined
    const ofClient = clients.has(lastName((node as ts.PropertyAccessExpression).expression))
    const call = method !== undefined && verb.test(method) && ts.isCallExpression(parent.parent)
    if (!ofClient && !call) return
    if (model.room !== this.room) this.fault(node, model, 'touches')
    if (call) this.reachAll((parent.parent as ts.CallExpression).arguments, model)
  }

  /** `const { ticket } = tx` */
  private destructured(node: ts.Node) {
    if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name) || !node.initializer) return
    if (!clients.has(lastName(node.initializer))) return
    for (const element of node.name.elements) {
      const taken = element.propertyName ?? element.name
      const model = ts.isIdentifier(taken) ? this.models.get(taken.text) : undefined
      if (model && model.room !== this.room) this.fault(element, model, 'touches')
    }
  }

  private reachAll(written: readonly ts.Expression[], model: Model) {
    for (const one of written) this.reach(one, model)
  }

  /** Walks the arguments of a call: every relation named in them must stay in the room. */
  private reach(written: ts.Expression, model: Model) {
    const value = this.lookUp(plain(written))
    if (ts.isArrayLiteralExpression(value)) this.reachAll(value.elements, model)
    if (ts.isConditionalExpression(value)) this.reachAll([value.whenTrue, value.whenFalse], model)
    if (ts.isArrowFunction(value) && !ts.isBlock(value.body)) this.reach(value.body, model)
    if (ts.isCallExpression(value)) this.reachAll(value.arguments, model)
    if (!ts.isObjectLiteralExpression(value)) return
    for (const property of value.properties) {
      if (ts.isSpreadAssignment(property)) this.reach(property.expression, model)
      const name = property.name && nameText(property.name)
      if (name === undefined) continue
      const inner = ts.isPropertyAssignment(property) ? property.initializer : shorthand(property)
      const target = this.models.get(model.relations.get(name) ?? '')
      if (target && target.room !== this.room) this.fault(property, target, 'reaches by a relation into')
      if (/^(include|select|omit)$/.test(name) && inner && !this.readable(inner))
        this.found.push(
          `${place(this.source, property)}: write this ${name} where it is read, so that it can be checked`,
        )
      // 'data' and the like keep the model; a scalar field leads nowhere.
      if (inner) this.reach(inner, target ?? model)
    }
  }

  private readable(value: ts.Expression): boolean {
    const known = this.lookUp(plain(value))
    return ts.isObjectLiteralExpression(known) || known.kind === ts.SyntaxKind.TrueKeyword
  }

  private lookUp(value: ts.Expression): ts.Expression {
    return (ts.isIdentifier(value) && this.constants.get(value.text)) || value
  }

  /** Tables named in statements written by hand. */
  private rawSql(node: ts.Node) {
    const text = rawText(node)
    if (text === undefined) return
    const byTable = new Map([...this.models.values()].map((model) => [model.table, model]))
    for (const table of tablesNamed(text)) {
      const model = byTable.get(table)
      if (model && model.room !== this.room) this.fault(node, model, 'names in SQL')
    }
  }
}

function rawText(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node) && /^(sql|\$queryRaw|\$executeRaw|raw)$/.test(lastName(node.tag)))
    return node.template.getText()
  // A client of the driver itself: client.query('...').
  if (ts.isCallExpression(node) && /^(query|raw|join)$/.test(lastName(node.expression))) {
    const [first] = node.arguments
    if (first && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))) return first.getText()
  }
  return undefined
}

/** What stands behind from, join, into, update, table; lists with commas too. */
export function tablesNamed(statement: string): string[] {
  const text = statement.replace(/--[^\n]*/g, ' ').toLowerCase()
  const name = '(?:public\\.)?"?([a-z_]+)"?(?:\\s+(?:as\\s+)?[a-z_]+)?'
  const keywords = text.matchAll(/\b(?:from|join|into|update|truncate|table|using)\s+(?:only\s+|lateral\s+)?/g)
  return [...keywords].flatMap((keyword) => {
    const found: string[] = []
    const next = new RegExp(`\\s*${name}\\s*(,)?`, 'y')
    next.lastIndex = keyword.index + keyword[0].length
    for (let match = next.exec(text); match; match = match[2] ? next.exec(text) : null) found.push(match[1] as string)
    return found
  })
}

function propertyName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return node.argumentExpression.text
  return undefined
}

function lastName(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  return ts.isExpressionWithTypeArguments(node) || ts.isParenthesizedExpression(node) ? lastName(node.expression) : ''
}

function nameText(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : undefined
}

function shorthand(property: ts.ObjectLiteralElementLike): ts.Expression | undefined {
  return ts.isShorthandPropertyAssignment(property) ? property.name : undefined
}

function plain(value: ts.Expression): ts.Expression {
  const wrapped = ts.isAsExpression(value) || ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value)
  return wrapped ? plain(value.expression) : value
}
