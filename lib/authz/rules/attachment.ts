import type { Actor } from '../actor'

/** `audience` is stamped by tickets when a file is linked; until then only who uploaded it may see it. */
export type AttachmentFacts = {
  partnerId: string | null
  uploadedById: string
  audience: 'uploader' | 'partner' | 'staff'
  /** Whether the actor may read the ticket it belongs to; null when it belongs to none yet. */
  ticketReadable: boolean | null
}

export const attachmentRules = {
  'attachment.upload': () => true,
  'attachment.download': (actor: Actor, file: AttachmentFacts) => {
    if (file.audience === 'uploader') return file.uploadedById === actor.membershipId
    if (actor.side === 'staff') return true
    return file.audience === 'partner' && file.partnerId === actor.partnerId && file.ticketReadable !== false
  },
}
