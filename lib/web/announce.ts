import type { Announce } from '@/lib/identity'
import { announceToken } from '@/lib/notifications'

/** Identity makes links and must not know of mails; here the two meet. */
export const announce: Announce = announceToken
