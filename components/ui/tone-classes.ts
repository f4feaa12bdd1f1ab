import type { Tone } from './tone'

/** Whole class names, because Tailwind reads the source and cannot see names that are put together. */
export const toneText: Record<Tone, string> = {
  new: 'text-status-new',
  open: 'text-status-open',
  wait: 'text-status-wait',
  answered: 'text-status-answered',
  done: 'text-status-done',
  closed: 'text-status-closed',
  urgent: 'text-status-urgent',
}

export const toneSoft: Record<Tone, string> = {
  new: 'bg-status-new-soft text-status-new',
  open: 'bg-status-open-soft text-status-open',
  wait: 'bg-status-wait-soft text-status-wait',
  answered: 'bg-status-answered-soft text-status-answered',
  done: 'bg-status-done-soft text-status-done',
  closed: 'bg-status-closed-soft text-status-closed',
  urgent: 'bg-status-urgent-soft text-status-urgent',
}

/** The rail of a row: its own edge in the colour of its status, as wide as the row's `before:w-1` says. */
export const toneRail: Record<Tone, string> = {
  new: 'before:bg-status-new',
  open: 'before:bg-status-open',
  wait: 'before:bg-status-wait',
  answered: 'before:bg-status-answered',
  done: 'before:bg-status-done',
  closed: 'before:bg-status-closed',
  urgent: 'before:bg-status-urgent',
}
