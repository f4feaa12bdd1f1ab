import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { floorOf } from './rooms'
import { planted, sourcesBelow } from './sources'
import { readModels, tableFaults, tablesNamed } from './tables'

const models = readModels()
const faultsIn = (file: string, text: string) => tableFaults(planted({ [file]: text }), models)

describe('a table has one owner room', () => {
  test('each schema file is the file of a room', () => {
    const rooms = new Set([...models.values()].map((model) => model.room))
    expect([...rooms].filter((room) => floorOf(room) === undefined)).toEqual([])
    expect(models.get('ticketMessage')).toMatchObject({ room: 'tickets', table: 'ticket_message' })
    expect(models.get('ticketMessage')?.relations.get('author')).toBe('membership')
  })

  test('nobody touches the table of another room, by client, relation or statement', () => {
    const folders = ['lib', 'components', 'app'].filter((folder) => existsSync(folder))
    expect(tableFaults(sourcesBelow(folders), models)).toEqual([])
  })

  test.each([
    ['a call', 'await tx.ticket.findMany({})'],
    ['a client under any name', 'await whatever.ticket.count()'],
    ['the table handed on', 'const table = tx.ticket'],
    ['the table by index', "await tx['ticket'].findMany()"],
    ['the table taken out', 'const { ticket } = tx'],
    ['an include', 'await tx.escalation.findMany({ include: { ticket: true } })'],
    ['an include inside an include', 'tx.escalation.findMany({ include: { events: { include: { author: true } } } })'],
    ['a select', 'await tx.escalation.findMany({ select: { ticket: { select: { number: true } } } })'],
    ['a count', 'await tx.policy.findMany({ include: { _count: { select: { topics: true } } } })'],
    ['a filter', "await tx.escalation.findMany({ where: { AND: [{ ticket: { state: 'created' } }] } })"],
    ['a connect', 'await tx.escalation.update({ where: { id }, data: { claim: { connect: { id } } } })'],
    ['a constant', 'const shape = { ticket: true } as const; tx.escalation.findMany({ include: shape })'],
    ['a spread', 'const shape = { ticket: true }; tx.escalation.findMany({ include: { ...shape } })'],
    ['a shape from elsewhere', "import { shape } from './shape'; tx.escalation.findMany({ include: shape })"],
    ['SQL', 'await tx.$queryRaw`select id from ticket where id = 1`'],
    ['SQL with a type', 'await tx.$queryRaw<{ id: string }[]>`select t.id from escalation e join ticket t on true`'],
    ['SQL made apart', 'const lock = Prisma.sql`update "ticket" set version = 2`'],
    ['SQL with a comma', 'await tx.$queryRaw`select 1 from escalation e, ticket t`'],
    ['SQL of the driver', "await pool.query('delete from ticket')"],
  ])('refuses escalation %s', (_what, text) => {
    expect(faultsIn('lib/escalation/x.ts', text)).toHaveLength(1)
  })

  test('a page may touch none', () => {
    expect(faultsIn('app/x.ts', 'await tx.ticket.findMany()')).toHaveLength(1)
  })

  test.each([
    ['own tables', 'await tx.escalation.findMany({ include: { events: true, policyVersion: true } })'],
    ['words that only look like tables', 'const reply = view.ticket.number; send(facts.claim)'],
    ['own SQL', 'await tx.$queryRaw`select e.id from escalation e where e.ticket_id = 1 for update skip locked`'],
  ])('lets through %s', (_what, text) => {
    expect(faultsIn('lib/escalation/x.ts', text)).toEqual([])
  })

  test('reads the tables out of a statement', () => {
    const statement = 'with x as (select 1 from claim c, "user" u) insert into ticket select * from only session as s'
    expect(tablesNamed(statement).sort()).toEqual(['claim', 'session', 'ticket', 'user'])
  })
})
