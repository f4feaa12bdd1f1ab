import pg from 'pg'

/** The group roles that policies and grants name. Logins are these roles themselves or members of them. */
export const groupRoles = { app: 'waybill_app', worker: 'waybill_worker', finder: 'waybill_finder' } as const

export type LoginUrls = { app: string; worker: string }

/**
 * Makes the roles the migrations grant to, and lets the two logins in. Where the owner may not create roles, throws
 * with the statements that somebody who may should run.
 */
export async function ensureRoles(ownerUrl: string, logins: LoginUrls): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const statements = [
    createRole(groupRoles.finder, 'nologin'),
    createRole(groupRoles.app, 'nologin'),
    createRole(groupRoles.worker, 'nologin'),
    ...letIn(logins.app, groupRoles.app),
    ...letIn(logins.worker, groupRoles.worker),
  ]
  try {
    await client.query('begin')
    // Roles belong to the whole cluster: two databases prepared at once would otherwise race to create them.
    await client.query("select pg_advisory_xact_lock(hashtext('waybill roles'))")
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `could not prepare the database roles (${why}). Run as an administrator:\n${statements.join(';\n')}`,
    )
  } finally {
    await client.end()
  }
}

function createRole(name: string, login: 'nologin' | 'login'): string {
  return `do $$ begin
    if not exists (select from pg_roles where rolname = ${pg.escapeLiteral(name)}) then
      create role ${pg.escapeIdentifier(name)} ${login} nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
  end $$`
}

function letIn(url: string, group: string): string[] {
  const { username, password } = new URL(url)
  const login = decodeURIComponent(username)
  const secret = decodeURIComponent(password)
  const statements = [
    createRole(login, 'login'),
    `alter role ${pg.escapeIdentifier(login)} login${secret ? ` password ${pg.escapeLiteral(secret)}` : ''}`,
  ]
  if (login !== group) statements.push(`grant ${pg.escapeIdentifier(group)} to ${pg.escapeIdentifier(login)}`)
  return statements
}
