// The database of this checkout: the one given by address, or the embedded one.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { inData } from './paths.mjs'
import { Cluster } from './postgres.mjs'
import { Failure } from './say.mjs'
import { databaseIsGiven, secrets } from './settings.mjs'

const DATABASE = 'waybill'
const note = () => inData('postgres', 'cluster.json')

function known() {
  return existsSync(note()) ? JSON.parse(readFileSync(note(), 'utf8')) : undefined
}

const remember = (facts) => writeFileSync(note(), JSON.stringify({ ...known(), ...facts }))

/**
 * @typedef {object} Database
 * @property {{ DATABASE_URL: string, DATABASE_URL_WORKER: string, DATABASE_URL_OWNER: string }} urls
 * @property {Cluster} [cluster] the embedded one
 * @property {boolean} demo whether it still waits for its demo data
 */

/** The embedded cluster of this checkout, not started. */
export function embeddedCluster() {
  return new Cluster(inData('postgres'), secrets().postgres, { port: known()?.port ?? 54_320 })
}

/** Whether it will be made from nothing: no cluster yet, or one whose data folder somebody deleted. */
export const isNew = (cluster) => !known() || !cluster.exists()

/** Starts or adopts the embedded database, making it first where there is none. @returns {Promise<Database>} */
export async function startEmbedded(cluster) {
  if (!known() && cluster.exists()) {
    // Somebody deleted the data folder; what root's cluster keeps outside of it belongs to the old one.
    await cluster.stop()
    rmSync(cluster.data, { recursive: true, force: true })
  }
  if (!cluster.exists()) {
    await cluster.init()
    remember({ demo: false })
  }
  await cluster.start()
  if (!(await cluster.answers()))
    throw new Failure(
      `The embedded database does not accept the password of ${inData('secrets.json')}; delete ${inData()} to begin anew.`,
    )
  remember({ port: cluster.port })
  await makeOwner(cluster)
  return { cluster, urls: embeddedUrls(cluster), demo: !known().demo }
}

export function embeddedUrls(cluster) {
  const { app, worker, owner } = secrets()
  return {
    DATABASE_URL: cluster.url(DATABASE, 'waybill_app', app),
    DATABASE_URL_WORKER: cluster.url(DATABASE, 'waybill_worker', worker),
    DATABASE_URL_OWNER: cluster.url(DATABASE, 'waybill_owner', owner),
  }
}

/** The role that migrates and the database it owns; the roles of app and worker are made by the migrations. */
async function makeOwner(cluster) {
  const [{ roles }] = await cluster.query("SELECT count(*)::int AS roles FROM pg_roles WHERE rolname = 'waybill_owner'")
  const can = `LOGIN CREATEROLE CREATEDB BYPASSRLS PASSWORD '${secrets().owner}'`
  await cluster.query(`${roles ? 'ALTER' : 'CREATE'} ROLE waybill_owner ${can}`)
  const [{ databases }] = await cluster.query(
    `SELECT count(*)::int AS databases FROM pg_database WHERE datname = '${DATABASE}'`,
  )
  if (!databases) await cluster.query(`CREATE DATABASE ${DATABASE} OWNER waybill_owner`)
}

export const demoIsLoaded = () => existsSync(note()) && remember({ demo: true })

/** @returns {Database} the one given by address; it gets no demo data by itself */
export function givenDatabase() {
  const { DATABASE_URL, DATABASE_URL_WORKER, DATABASE_URL_OWNER } = process.env
  return { urls: { DATABASE_URL, DATABASE_URL_WORKER, DATABASE_URL_OWNER }, demo: false }
}

export { databaseIsGiven }
