import type { Channel } from '@/lib/delivery/schema'
import type { PersonRef } from '@/lib/oncall/schema'
import type { HoldReason, Severity } from './transition-types'

/** One who would be told: a person with her zone and whether it is night there is for the page to say, or a system. */
export type DryRunReceiver = {
  /** Null for another system. */
  person: (PersonRef & { timeZone: string | null }) | null
  /** The name of the other system. */
  endpoint: string | null
  /** In the order in which they ring; `at` is when. Empty: nothing reaches her. */
  channels: { channel: Channel; address: string; at: Date }[]
}

/** A step of the ladder as it would go now. `at` null: it reaches nobody and is passed at once. */
export type DryRunStep = {
  /** 1 to n; n + 1 is the widest circle, told when nobody has answered. */
  step: number
  at: Date | null
  delaySeconds: number
  receivers: DryRunReceiver[]
}

/** "Who would be called now, by which channel, and when": nothing is written and nobody is told. */
export type DryRun = {
  now: Date
  policyId: string
  policyName: string
  severity: Severity
  /** How often the ladder is walked before the widest circle. */
  repeat: number
  /** Nobody is paged before then; null: at once. */
  held: { until: Date; why: HoldReason } | null
  /** The company is in maintenance: nobody would be called. */
  inMaintenance: boolean
  steps: DryRunStep[]
  catchAll: DryRunStep
  catchAllEverySeconds: number
}

/** A stretch of time during which the same people would be called by each step. */
export type SimulatedStretch = {
  from: Date
  to: Date
  /** Memberships by step, in order; a step without anybody and without a system is a gap. */
  steps: { people: string[]; systems: number; partner: boolean }[]
  /** A severity that the policy holds back would wait until then; null: it pages at once. */
  heldUntil: Date | null
  /** No step reaches anybody: only the widest circle would be told. */
  gap: boolean
}
