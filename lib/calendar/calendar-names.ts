import type { Tx } from '@/lib/db'

/** Every calendar there is, the default first. */
export async function calendarNames(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx.calendar.findMany({ select: { id: true, name: true }, orderBy: [{ isDefault: 'desc' }, { name: 'asc' }] })
}
