import type { Actor, PartnerActor, StaffActor } from '@/lib/authz'
import { appClient, workerClient } from './clients'
import { machineContext, partnerContext, staffContext, type Work, within, workerContext } from './gate'

export { closeClients } from './clients'
export type { Work } from './gate'
export { WAKE_CHANNEL, wakeWorker } from './wake-worker.sql'

/** One use case of a partner's person: the database shows that partner's rows and no internal note. */
export function asPartner<Result>(actor: PartnerActor, work: Work<Result>): Promise<Result> {
  return within(appClient(), partnerContext(actor), work)
}

/** One use case of the marketplace's staff: the database shows that marketplace's rows. */
export function asStaff<Result>(actor: StaffActor, work: Work<Result>): Promise<Result> {
  return within(appClient(), staffContext(actor), work)
}

/**
 * For what stands outside every marketplace: finding a marketplace by its slug, a person at sign-in, a session.
 * Row security shows nothing here but the tables without a tenant. Only identity, marketplace, lib/web and the acknowledge
 * link (escalation) may call it.
 */
export function withoutTenant<Result>(work: Work<Result>): Promise<Result> {
  return within(appClient(), { side: null, marketplaceId: null, partnerId: null }, work)
}

/** For what both sides may do (reading a ticket, taking a file): the actor's own side. */
export function asActor<Result>(actor: Actor, work: Work<Result>): Promise<Result> {
  return actor.side === 'staff' ? asStaff(actor, work) : asPartner(actor, work)
}

/** One unit of the worker's work in one marketplace, as the worker role. */
export function asWorker<Result>(marketplaceId: string, work: Work<Result>): Promise<Result> {
  return within(workerClient(), workerContext(marketplaceId), work)
}

/**
 * What another system does that has shown a key of this marketplace: the database shows its keys, alerts and heartbeats,
 * and nothing else. Only the room of alerts may call it.
 */
export function asMachine<Result>(marketplaceId: string, work: Work<Result>): Promise<Result> {
  return within(appClient(), machineContext(marketplaceId), work)
}
