/** Roles as words.md has them: what a membership says a person is. */
export const staffRoles = ['agent', 'lead', 'oncall', 'admin'] as const
export const partnerRoles = ['owner', 'member', 'technical'] as const
export type StaffRole = (typeof staffRoles)[number]
export type PartnerRole = (typeof partnerRoles)[number]

/** Staff of one marketplace, acting through one membership. */
export type StaffActor = {
  side: 'staff'
  marketplaceId: string
  membershipId: string
  userId: string
  role: StaffRole
  partnerId: null
}

/** A person of one partner company, acting through one membership. */
export type PartnerActor = {
  side: 'partner'
  marketplaceId: string
  membershipId: string
  userId: string
  role: PartnerRole
  partnerId: string
}

/** Somebody who acts. Found at the door from the session's row; never built from what a request says. */
export type Actor = StaffActor | PartnerActor
