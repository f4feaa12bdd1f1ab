import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { floorFaults } from './floors'
import { floors } from './rooms'
import { planted, sourcesBelow } from './sources'

describe('floors', () => {
  test('every file of lib, components and app imports from strictly lower floors, through doors', () => {
    const folders = ['lib', 'components', 'app'].filter((folder) => existsSync(folder))
    const sources = sourcesBelow(folders)
    expect(sources.size).toBeGreaterThan(50)
    expect(floorFaults(sources)).toEqual([])
  })

  test('lib/README.md shows the floors that are kept', () => {
    const shown = [...readFileSync('lib/README.md', 'utf8').matchAll(/^\| (\d+) \| ([a-z0-9, ]+?) +\|/gm)]
    const asText = shown.map(([, floor, rooms]) => `${floor}: ${rooms}`)
    expect(asText).toEqual([...floors].map(([floor, rooms]) => `${floor}: ${rooms.join(', ')}`))
  })

  test.each([
    ['a climb', 'lib/tickets/x.ts', "import { considerClaim } from '@/lib/escalation'"],
    ['a climb for a type only', 'lib/tickets/x.ts', "import type { Run } from '@/lib/escalation'"],
    ['a climb in a type expression', 'lib/tickets/x.ts', "type Run = import('@/lib/escalation').Run"],
    ['a climb by import()', 'lib/tickets/x.ts', "const run = await import('@/lib/escalation')"],
    ['a climb by require', 'lib/tickets/x.ts', "const run = require('@/lib/escalation')"],
    ['a climb by re-export', 'lib/tickets/index.ts', "export * from '@/lib/escalation'"],
    ['a climb by relative path', 'lib/tickets/deep/x.ts', "import { considerClaim } from '../../escalation'"],
    ['a neighbour', 'lib/sla/x.ts', "import { onCall } from '@/lib/oncall'"],
    ['a neighbour for a type only', 'lib/sla/x.ts', "import { type Shift } from '@/lib/oncall'"],
    ['neighbours on the ground', 'lib/i18n/x.ts', "import { machineNow } from '@/lib/foundation/clock'"],
    ['components in a room', 'lib/web/x.ts', "import { Button } from '@/components/ui/button'"],
    ['app in components', 'components/x.tsx', "import Page from '@/app/page'"],
    ['a window', 'lib/escalation/x.ts', "import { save } from '@/lib/tickets/store'"],
    ['a statement of another room', 'app/x.ts', "import { lock } from '@/lib/tickets/lock-ticket.sql'"],
    ['a room that nobody knows', 'lib/extras/x.ts', ''],
    ['an import of such a room', 'app/x.ts', "import { y } from '@/lib/extras'"],
    ['code of a room in a component', 'components/x.tsx', "import { openTicket } from '@/lib/tickets'"],
    ['a view as code in a component', 'components/x.tsx', "import { listTickets } from '@/lib/tickets/views'"],
    ['tables in the rules of who may', 'lib/authz/x.ts', "import type { Tx } from '@/lib/db'"],
    ['tests in the product', 'lib/tickets/x.ts', "import { buildWorld } from '@/tests/builders/world'"],
    ['something computed', 'lib/tickets/x.ts', 'const room = await import(name)'],
  ])('refuses %s', (_what, file, text) => {
    expect(floorFaults(planted({ [file]: text }))).toHaveLength(1)
  })

  test.each([
    ['downwards', 'lib/escalation/x.ts', "import { claimOf } from '@/lib/tickets'"],
    ['within a room', 'lib/tickets/x.ts', "import { save } from './store'"],
    ['a schema in a component', 'components/x.tsx', "import { reply } from '@/lib/tickets/schema'"],
    ['a view type in a component', 'components/x.tsx', "import type { TicketView } from '@/lib/tickets/views'"],
    ['the actions of web in a page', 'app/x.tsx', "import { signOut } from '@/lib/web/sign-in-actions'"],
    ['a package', 'lib/tickets/x.ts', "import { z } from 'zod'"],
  ])('lets through %s', (_what, file, text) => {
    expect(floorFaults(planted({ [file]: text }))).toEqual([])
  })
})
