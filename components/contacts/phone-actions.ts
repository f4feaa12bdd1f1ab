import type { KeptAction } from '@/components/form/use-kept-action'

/** What the page hands to its parts: each the server action of that name. */
export type PhoneActions = Record<'sendCode' | 'verify' | 'remove' | 'rename' | 'test' | 'answer', KeptAction>
