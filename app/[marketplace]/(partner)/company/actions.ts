'use server'

import { refuse } from '@/lib/foundation/outcome'
import { nothingSchema } from '@/lib/identity/schema'
import {
  extendPause,
  instantIn,
  moveContact,
  removeContact,
  resumeIntegration,
  saveContact,
  startPause,
} from '@/lib/integration'
import { contactInput, contactMemberInput, moveContactInput, pauseInput, untilInput } from '@/lib/integration/schema'
import { setMembersSeeAll } from '@/lib/partners'
import { seesSchema } from '@/lib/partners/schema'
import { defineAction, showAgain } from '@/lib/web'

/** Field: sees, `all` or `own`. */
export const seesAllAction = defineAction({
  schema: seesSchema,
  side: 'partner',
  run: async (actor, { sees }, { marketplace }) =>
    showAgain(marketplace.slug, await setMembersSeeAll(actor, { membersSeeAll: sees === 'all' })),
})

/** Fields: from (may be empty), until, reason; times as the viewer's clock shows them. */
export const startPauseAction = defineAction({
  schema: pauseInput,
  side: 'partner',
  run: async (actor, { from, until, reason }, { marketplace, viewer }) => {
    const [begins, ends] = [from === '' ? null : instantIn(from, viewer.timeZone), instantIn(until, viewer.timeZone)]
    if (begins === undefined || !ends) return refuse('pause_backwards')
    return showAgain(marketplace.slug, await startPause(actor, { from: begins, until: ends, reason }))
  },
})

/** Field: until. */
export const extendPauseAction = defineAction({
  schema: untilInput,
  side: 'partner',
  run: async (actor, { until }, { marketplace, viewer }) => {
    const ends = instantIn(until, viewer.timeZone)
    return ends ? showAgain(marketplace.slug, await extendPause(actor, { until: ends })) : refuse('pause_backwards')
  },
})

/** Ends the maintenance that runs, or calls off the one that is announced. */
export const resumeAction = defineAction({
  schema: nothingSchema,
  side: 'partner',
  run: async (actor, _input, { marketplace }) => showAgain(marketplace.slug, await resumeIntegration(actor)),
})

/** Fields: member, minSeverity, when; days (repeated), from, to and timeZone where `when` is hours. */
export const saveContactAction = defineAction({
  schema: contactInput,
  side: 'partner',
  run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await saveContact(actor, input)),
})

/** Field: member. */
export const removeContactAction = defineAction({
  schema: contactMemberInput,
  side: 'partner',
  run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await removeContact(actor, input)),
})

/** Fields: member, way (up or down). */
export const moveContactAction = defineAction({
  schema: moveContactInput,
  side: 'partner',
  run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await moveContact(actor, input)),
})
