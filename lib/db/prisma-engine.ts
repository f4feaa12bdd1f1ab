import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { migrationNames } from './migrate'

/**
 * Prisma's schema engine as WebAssembly, for writing migrations and finding drift without a downloaded binary.
 * A developer's tool: nothing at run time uses it. The adapter is patched in four places where the engine asks for
 * more than it gives: whole scripts, a shadow database of its own, its removal, and the "char" type.
 */
type Diff = { stdout: string | null; exitCode: number }
type Engine = { diff(request: object): Promise<Diff>; free(): void }

const migrationsFolder = path.resolve('prisma/migrations')
const schemaFolder = path.resolve('prisma/schema')

export type DiffFrom = 'empty' | 'migrations'

/** SQL that leads from nothing, or from the migrations so far, to the schema files. Null when there is no difference. */
export async function diffToSchema(databaseUrl: string, from: DiffFrom): Promise<string | null> {
  const engine = await startEngine(databaseUrl)
  try {
    const source = from === 'empty' ? { tag: 'empty' } : { tag: 'migrations', ...migrationsList() }
    const filters = { externalTables: [], externalEnums: [] }
    const request = { from: source, to: { tag: 'schemaDatamodel', files: schemaFiles() }, exitCode: true, filters }
    const { stdout, exitCode } = await engine.diff({ ...request, script: true })
    return exitCode === 0 ? null : stdout
  } finally {
    engine.free()
  }
}

function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => path.join(schemaFolder, name))
    .map((file) => ({ path: file, content: readFileSync(file, 'utf8') }))
}

function migrationsList(): object {
  const lock = path.join(migrationsFolder, 'migration_lock.toml')
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(migrationsFolder).map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

async function startEngine(databaseUrl: string): Promise<Engine> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message() {} } })
  const runtimeName = '@prisma/schema-engine-wasm/schema_engine_bg'
  const runtime = await import(/* @vite-ignore */ runtimeName)
  const wasmFile = createRequire(import.meta.url)
    .resolve(runtimeName)
    .replace(/\.js$/, '.wasm')
  const module = new WebAssembly.Module(readFileSync(wasmFile))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': runtime })
  runtime.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
  const factory = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(discrete(databaseUrl)) as never)
  return runtime.SchemaEngine.new({ datamodels: schemaFiles().map((f) => [f.path, f.content]) }, () => {}, factory)
}

// A connection string would win over the shadow database's name, and the shadow run would hit the main database.
function discrete(databaseUrl: string): pg.ClientConfig {
  const url = new URL(databaseUrl)
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  }
}

const OID_CHAR = 18
const OID_CHAR_ARRAY = 1002

type Field = { dataTypeID: number }
/** The adapter's connection as the patches need to see it; its own type keeps performIO to itself. */
type Connection = {
  performIO(query: unknown): Promise<{ fields?: Field[] }>
  queryRaw(query: unknown): Promise<{ columnTypes: number[] }>
  executeScript(sql: string): Promise<void>
  dispose(): Promise<void>
}

class EngineAdapter extends PrismaPg {
  constructor(private readonly target: pg.ClientConfig) {
    super(target)
  }

  override async connect() {
    return patched((await super.connect()) as unknown as Connection, this.target) as never
  }

  override async connectToShadowDb() {
    const admin = new pg.Client(this.target)
    await admin.connect()
    const database = `waybill_shadow_${randomUUID()}`
    await admin.query(`create database "${database}"`)
    const target = { ...this.target, database }
    const connection = patched((await new PrismaPg(target).connect()) as unknown as Connection, target)
    const dispose = connection.dispose.bind(connection)
    connection.dispose = async () => {
      await dispose()
      await admin.query(`drop database "${database}" with (force)`)
      await admin.end()
    }
    return connection as never
  }
}

function patched(connection: Connection, target: pg.ClientConfig): Connection {
  const performIO = connection.performIO.bind(connection)
  const queryRaw = connection.queryRaw.bind(connection)
  let charColumns = new Map<number, number>()
  connection.performIO = async (query) => {
    const result = await performIO(query)
    charColumns = new Map()
    result.fields?.forEach((field, index) => {
      if (field.dataTypeID === OID_CHAR) {
        field.dataTypeID = 25
        charColumns.set(index, ColumnTypeEnum.Character)
      } else if (field.dataTypeID === OID_CHAR_ARRAY) {
        field.dataTypeID = 1009
        charColumns.set(index, ColumnTypeEnum.CharacterArray)
      }
    })
    return result
  }
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const [index, type] of charColumns) result.columnTypes[index] = type
    return result
  }
  connection.executeScript = async (sql: string) => {
    const client = new pg.Client(target)
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  return connection
}
