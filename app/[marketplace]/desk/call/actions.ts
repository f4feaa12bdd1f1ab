'use server'

import { callPartner } from '@/lib/escalation'
import { callPartnerInput } from '@/lib/escalation/schema'
import { defineAction, leadTo } from '@/lib/web'

/** Fields: partnerId, severity, title, detail; ticketId where the call belongs to a request. Leads to the escalation. */
export const callPartnerAction = defineAction({
  schema: callPartnerInput,
  side: 'staff',
  run: async (actor, input, { marketplace }) =>
    leadTo(
      await callPartner(actor, input),
      ({ escalationId }) => `/${marketplace.slug}/oncall/escalation/${escalationId}`,
    ),
})
