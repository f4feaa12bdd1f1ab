import { unstable_rethrow as rethrowNavigation } from 'next/navigation'
import { z } from 'zod/mini'
import type { Actor } from '@/lib/authz'
import { errorId } from '@/lib/foundation/ids'
import { log } from '@/lib/foundation/log'
import { type Outcome, refuse } from '@/lib/foundation/outcome'
import { translatorFor } from '@/lib/i18n/translator'
import type { Session, Visitor } from '@/lib/identity'
import { type Marketplace, marketplaceBySlug } from '@/lib/marketplace'
import { type ActorFor, chooseWriter, type Side, UNNAMED } from './choose-actor'
import { fieldFaults } from './field-faults'
import { type Knock, preferences, visitorOf } from './knock'
import { isOwnOrigin } from './own-origin'
import { refusalText } from './refusal-text'
import type { ActionState } from './schema'
import { type Viewer, viewerOf } from './viewer'

/** Who may knock: an actor of a side, any signed-in person, or anybody. */
export type Door = Side | 'person' | 'anyone'

export type Caller<D extends Door> = D extends Side ? ActorFor<D> : D extends 'person' ? Session : null

export type DoorContext = { marketplace: Marketplace; session: Session | null; visitor: Visitor; viewer: Viewer }

export type Schema = z.core.$ZodType

export type Definition<S extends Schema, D extends Door, Value> = {
  schema: S
  side: D
  run: (caller: Caller<D>, input: z.core.output<S>, context: DoorContext) => Promise<Outcome<Value>>
}

/** What a request says of itself: which marketplace and company it is for, and the rest, unread. */
export type Asked = { slug: string | null; membershipId: string | null; input: unknown }

/** Finds the caller of a write or says why not. Foreign and absent are the same: not found. */
export async function openDoor<D extends Door>(
  side: D,
  knock: Knock,
  asked: Pick<Asked, 'slug' | 'membershipId'>,
): Promise<Outcome<{ caller: Caller<D>; context: DoorContext }, 'signed_out' | 'not_found' | 'choose_company'>> {
  const marketplace = asked.slug ? await marketplaceBySlug(asked.slug) : null
  if (!marketplace) return refuse('not_found')
  const { session } = knock
  const context = { marketplace, session, visitor: visitorOf(knock), viewer: viewerOf(knock, marketplace) }
  const found = (caller: Actor | Session | null) => ({
    ok: true as const,
    value: { caller: caller as Caller<D>, context },
  })
  if (side === 'anyone') return found(null)
  if (!session) return refuse('signed_out')
  if (side === 'person') return found(session)
  const preferred = knock.cookie(preferences.membership)
  const wanted = { marketplaceId: marketplace.id, side: side as Side, named: asked.membershipId, preferred }
  const actor = await chooseWriter(session, wanted)
  if (actor === UNNAMED) return refuse('choose_company')
  return actor ? found(actor) : refuse('not_found')
}

/**
 * The whole way of a write: own origin, caller, input, use case, answer. Nothing is decided here but that. Redirects
 * and not-found of Next pass through; anything else thrown becomes an id, and the log keeps what it was.
 */
export async function answerWrite<S extends Schema, D extends Door, Value>(
  definition: Definition<S, D, Value>,
  knock: Knock,
  asked: Asked,
): Promise<ActionState<Value>> {
  const viewer = viewerOf(knock, null)
  try {
    if (!isOwnOrigin(knock.header)) return refusedState(viewer, refuse('foreign_origin'), knock)
    const door = await openDoor(definition.side, knock, asked)
    if (!door.ok) return refusedState(viewer, door, knock)
    const { caller, context } = door.value
    const read = z.safeParse(definition.schema, asked.input)
    if (!read.success) return { status: 'invalid', ...fieldFaults(read.error.issues, viewer.locale) }
    const outcome = await definition.run(caller, read.data, context)
    if (outcome.ok) return { status: 'ok', value: outcome.value }
    return refusedState(context.viewer, outcome, knock)
  } catch (error) {
    rethrowNavigation(error)
    return errorState(viewer, error)
  }
}

function refusedState<Value>(viewer: Viewer, refused: Refusal, knock: Knock): ActionState<Value> {
  const { why, details } = refused
  log.info({ why, user: knock.session?.userId }, 'refused')
  return { status: 'refused', why, message: refusalText(viewer, refused), ...(details && { details }) }
}

type Refusal = Extract<Outcome<never>, { ok: false }>

function errorState<Value>(viewer: Viewer, error: unknown): ActionState<Value> {
  const id = errorId()
  log.error({ err: error, id }, 'a write failed')
  return { status: 'error', id, message: translatorFor(viewer.locale, 'refusals')('error', { id }) }
}

/** @throws when a schema would let unknown keys through; found at the first load, long before a request. */
export function demandStrict(schema: Schema): void {
  const { def } = schema._zod as unknown as { def: { type: string; catchall?: { _zod: { def: { type: string } } } } }
  if (def.type === 'object' && def.catchall?._zod.def.type !== 'never')
    throw new Error('an input schema must be z.strictObject: unknown keys are refused at the door')
}
