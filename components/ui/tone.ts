/** The seven statuses that have a shape, a word and a colour: new, open, wait, answered, done, closed, urgent. */
export type { Tone } from '@/tailwind.config'
