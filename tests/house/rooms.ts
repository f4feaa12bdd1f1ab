/**
 * The floors: a file imports only from rooms on a strictly lower one. `lib/README.md` shows the same table, and
 * floors.test.ts compares them. A new room is added in both places, on the lowest floor that lets it do its work.
 */
export const floors: ReadonlyMap<number, readonly string[]> = new Map([
  [0, ['foundation', 'i18n']],
  [1, ['db']],
  [2, ['authz']],
  [3, ['tenancy', 'audit']],
  [4, ['identity', 'marketplace']],
  [5, ['calendar', 'catalog', 'partners', 'teams', 'attachments', 'delivery', 'drafts', 'articles']],
  [6, ['notifications', 'sla', 'contacts']],
  [7, ['tickets', 'oncall', 'integration']],
  [8, ['escalation']],
  [9, ['analytics', 'alerts']],
  [10, ['worker', 'web']],
  [11, ['components']],
  [12, ['app']],
])

const floorOfRoom = new Map([...floors].flatMap(([floor, rooms]) => rooms.map((room) => [room, floor] as const)))

/** The room a path lies in: the folder under lib/, or components, or app. Undefined outside all three. */
export function roomOf(file: string): string | undefined {
  const [top, second] = file.split('/')
  if (top === 'components' || top === 'app') return top
  return top === 'lib' && second !== undefined ? second : undefined
}

export function floorOf(room: string): number | undefined {
  return floorOfRoom.get(room)
}
