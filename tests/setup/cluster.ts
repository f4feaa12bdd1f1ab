/** The cluster that `npm test` started, as its superuser. Tests make their own databases in it and drop them. */
export function clusterUrl(database = 'postgres'): string {
  const url = process.env.WAYBILL_TEST_PG
  if (!url) throw new Error('no test cluster: run the suite with `npm run test:cases` (or test:walls, test:faults)')
  return withDatabase(url, database)
}

export const TEMPLATE = 'waybill_template'

/** Logins of the restricted roles; they exist in the test cluster only. */
export function roleUrls(database: string): { app: string; worker: string; owner: string } {
  const as = (user: string) => {
    const url = new URL(clusterUrl(database))
    url.username = user
    url.password = user
    return url.toString()
  }
  return { app: as('waybill_app'), worker: as('waybill_worker'), owner: clusterUrl(database) }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}
