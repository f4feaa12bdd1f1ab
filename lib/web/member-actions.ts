'use server'

import { changeMemberRole, disableMember, enableMember, inviteMember } from '@/lib/identity'
import { inviteSchema, memberRoleSchema, memberSchema } from '@/lib/identity/schema'
import { announce } from './announce'
import { defineAction } from './define-action'

/** Fields: email, name, role; partnerId when staff invite somebody to a company. */
export const inviteMemberAction = defineAction({
  schema: inviteSchema,
  side: 'either',
  run: (actor, { email, name, role, partnerId }) =>
    inviteMember(actor, { email, name, role, partnerId: partnerId ?? actor.partnerId }, announce),
})

/** Field: member (the membership that is disabled). */
export const disableMemberAction = defineAction({
  schema: memberSchema,
  side: 'either',
  run: (actor, { member }) => disableMember(actor, { membershipId: member }),
})

/** Field: member. */
export const enableMemberAction = defineAction({
  schema: memberSchema,
  side: 'either',
  run: (actor, { member }) => enableMember(actor, { membershipId: member }),
})

/** Fields: member, role. */
export const changeMemberRoleAction = defineAction({
  schema: memberRoleSchema,
  side: 'either',
  run: (actor, { member, role }) => changeMemberRole(actor, { membershipId: member, role }),
})
