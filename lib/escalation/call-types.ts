import type { Channel, DeliveryStatus } from '@/lib/delivery/schema'
import type { Severity } from './transition-types'

/*
 * What a company is shown of the runs that call it (000-15, 000-16): its own people by name, what it did itself, and of the
 * staff's side only that it was told.
 */

/** `waiting`: for its answer. `late`: the time for it has passed. `muted`: it was in maintenance and nobody was called. */
export type CallState = 'waiting' | 'late' | 'taken' | 'fixed' | 'muted'

export type CallItem = {
  id: string
  title: string
  severity: Severity
  state: CallState
  openedAt: Date
  closedAt: Date | null
  deadlineAt: Date | null
  /** Who has taken it. */
  owner: string | null
  /** Of the request that it belongs to. */
  number: string | null
}

export type CallList = { now: Date; open: CallItem[]; closed: CallItem[] }

export type CalledPerson = { name: string; channel: Channel; status: DeliveryStatus }

export type CallStep = {
  key: string
  at: Date
  kind:
    | 'opened'
    | 'called'
    | 'reminded'
    | 'told_staff'
    | 'taken'
    | 'let_go'
    | 'noted'
    | 'raised'
    | 'repeated'
    | 'fixed'
    | 'ended'
    | 'muted'
    /** What a long story leaves out between. */
    | 'left_out'
  /** Who did it; null: nobody did, it came about. */
  by: string | null
  /** Whom of the company it told. */
  people: CalledPerson[]
  text: string | null
}

export type CallPage = CallItem & {
  now: Date
  detail: string | null
  takenAt: Date | null
  steps: CallStep[]
  allowed: { take: boolean; note: boolean; fix: boolean }
}
