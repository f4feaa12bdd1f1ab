'use server'

import { changeMemberRole, disableMember, enableMember, inviteMember } from '@/lib/identity'
import { inviteSchema, memberRoleSchema, memberSchema } from '@/lib/identity/schema'
import { announce } from './announce'
import { defineAction } from './define-action'
import { showAgain } from './lead-to'

/** Fields: email, name, role; partnerId when staff invite somebody to a company. */
export const inviteMemberAction = defineAction({
  schema: inviteSchema,
  side: 'either',
  run: async (actor, { email, name, role, partnerId }, { marketplace }) =>
    showAgain(
      marketplace.slug,
      await inviteMember(actor, { email, name, role, partnerId: partnerId ?? actor.partnerId }, announce),
    ),
})

/** Field: member (the membership that is disabled). */
export const disableMemberAction = defineAction({
  schema: memberSchema,
  side: 'either',
  run: async (actor, { member }, { marketplace }) =>
    showAgain(marketplace.slug, await disableMember(actor, { membershipId: member })),
})

/** Field: member. */
export const enableMemberAction = defineAction({
  schema: memberSchema,
  side: 'either',
  run: async (actor, { member }, { marketplace }) =>
    showAgain(marketplace.slug, await enableMember(actor, { membershipId: member })),
})

/** Fields: member, role. */
export const changeMemberRoleAction = defineAction({
  schema: memberRoleSchema,
  side: 'either',
  run: async (actor, { member, role }, { marketplace }) =>
    showAgain(marketplace.slug, await changeMemberRole(actor, { membershipId: member, role })),
})
