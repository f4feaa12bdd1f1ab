/* Where a list goes on: after the row with this time and id. What a browser sends back is only believed if well formed. */

export type Cursor = { at: Date; id: string }

function cursorOf(row: { at: Date; id: string }): string {
  return `${row.at.getTime()}.${row.id}`
}

/** Null for none and for nonsense: the list then starts at its beginning. */
export function readCursor(text: string | null | undefined): Cursor | null {
  const match = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '')
  return match?.[1] && match[2] ? { at: new Date(Number(match[1])), id: match[2] } : null
}

/** Cuts a page of `size` from `size + 1` rows that were read. */
export function cutPage<Row extends { id: string }>(
  rows: readonly Row[],
  size: number,
  at: (row: Row) => Date,
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, size)
  const last = rows.length > size ? page.at(-1) : undefined
  return { page, nextCursor: last ? cursorOf({ at: at(last), id: last.id }) : null }
}
