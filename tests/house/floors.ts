import { floorOf, roomOf } from './rooms'
import { type Import, importsOf, type Sources } from './sources'

/** Rooms without a door of their own: each file of them is one. */
const openRooms = new Set(['foundation', 'i18n'])

/** Files that load what they compute, each with its reason. */
const computes = new Set([
  'lib/db/prisma-engine.ts', // finds the schema engine beside whichever package brought it; never runs in the product
])

/** Every import that climbs, stays on its floor, or enters another room by the window. One line each. */
export function floorFaults(sources: Sources): string[] {
  const faults: string[] = []
  for (const [file, text] of sources) {
    const room = roomOf(file)
    if (room === undefined) continue
    const floor = floorOf(room)
    if (floor === undefined) {
      faults.push(`${file}: nobody knows the room "${room}" (tests/house/rooms.ts, lib/README.md)`)
      continue
    }
    for (const entry of importsOf(file, text)) {
      const why = climbs(file, room, floor, entry) ?? entersByWindow(room, entry) ?? tooMuchForThePage(room, entry)
      if (why) faults.push(`${entry.place}: ${why}`)
    }
  }
  return faults
}

function climbs(file: string, room: string, floor: number, entry: Import): string | undefined {
  if (entry.target === '(computed)')
    return computes.has(file) ? undefined : 'imports something computed, unseen by this test'
  if (!entry.inside) return undefined
  const other = roomOf(entry.target)
  if (other === undefined) {
    const fromRoot = /^(tests|prisma|bin)\//.test(entry.target)
    return fromRoot ? `the product imports ${entry.target}` : undefined
  }
  if (other === room) return undefined
  const otherFloor = floorOf(other)
  if (otherFloor === undefined) return `nobody knows the room "${other}"`
  if (otherFloor === floor) return `${room} imports its neighbour ${other} on floor ${floor}`
  if (otherFloor > floor) return `${room} (floor ${floor}) imports ${other} above it (floor ${otherFloor})`
  // The rules of who may do what are asked everywhere, so they stay free of everything but values.
  if (room === 'authz' && otherFloor > 0) return `authz is pure: it imports ${other}`
  return undefined
}

/** From outside, a room is its index.ts, and its schema.ts in the browser. */
function entersByWindow(room: string, entry: Import): string | undefined {
  const other = entry.inside ? roomOf(entry.target) : undefined
  if (other === undefined || other === room || openRooms.has(other) || other === 'components') return undefined
  const inner = entry.target.split('/').slice(2).join('/')
  if (inner === '' || inner === 'index' || inner === 'schema') return undefined
  if (room === 'components' && inner === 'views' && entry.typeOnly) return undefined
  // A 'use server' file is a door by nature: what it exports is called from outside the process.
  if (room === 'app' && other === 'web' && /^([a-z-]+-)?actions$/.test(inner)) return undefined
  return `enters ${other} through ${entry.target}, not through its index.ts or schema.ts`
}

/** A component runs in the browser too: of the rooms it may hold schemas, and the types of what a page is given. */
function tooMuchForThePage(room: string, entry: Import): string | undefined {
  if (room !== 'components' || !entry.inside || entry.typeOnly) return undefined
  const other = roomOf(entry.target)
  if (other === undefined || other === 'components' || other === 'i18n') return undefined
  if (entry.target.endsWith('/schema')) return undefined
  return `a component imports code of ${other} (${entry.target}); only schema.ts and types may come in`
}
