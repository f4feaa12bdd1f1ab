import type { ClockChange, RotationVersion, Stretch } from './schema'

export type PersonRef = { membershipId: string; name: string }

/** Who answers, with names. `primary` null is a gap in the cover. */
export type NamedOnCall = { primary: PersonRef | null; others: PersonRef[] }

/**
 * A shift as a page shows it, cut to the month; `whole`: where it truly begins and ends, null where that is out of sight.
 * `standsIn`: for whom its first person stands in by an override.
 */
export type ShownShift = Stretch &
  NamedOnCall & { standsIn: PersonRef[]; whole: { from: Date | null; to: Date | null } }

export type ShownOverride = Stretch & { id: string; add: PersonRef | null; remove: PersonRef | null; by: PersonRef }

/** "Who covers me?", open until it is taken, withdrawn or over. */
export type ShownCover = Stretch & {
  id: string
  requestedBy: PersonRef
  asked: PersonRef | null
  note: string | null
  allowed: { take: boolean; withdraw: boolean }
}

export type ScheduleRef = { id: string; name: string; isDefault: boolean }

/** A month of a schedule as a page shows it. */
export type SchedulePage = {
  now: Date
  /** 'YYYY-MM' of the zone it was asked for, with its neighbours, and where it begins and ends. */
  month: string
  previous: string
  next: string
  from: Date
  to: Date
  schedules: ScheduleRef[]
  scheduleId: string
  name: string
  timeZone: string
  /** Now; `until` null while no end is in sight within a year, or nobody is on call. */
  onCall: NamedOnCall & { until: Date | null }
  shifts: ShownShift[]
  clockChanges: ClockChange[]
  covers: ShownCover[]
  /** Participants whom a page would not reach. */
  unreachable: PersonRef[]
  allowed: { edit: boolean }
}

/** How a layer turns, with the names of who takes part. */
export type ShownTurns = RotationVersion & { people: PersonRef[] }

/** A layer for its edit: how it turns now (null when it has ended or not begun), and what is planned. */
export type ShownLayer = {
  rotationId: string
  layer: number
  name: string
  current: ShownTurns | null
  planned: ShownTurns[]
  hours: ShownHours[]
}
export type ShownHours = { weekdays: number[]; from: string; to: string; validFrom: Date | null; validTo: Date | null }

export type ScheduleEditPage = {
  now: Date
  schedules: ScheduleRef[]
  scheduleId: string
  name: string
  timeZone: string
  isDefault: boolean
  /** Names of the policies that name it. */
  usedBy: string[]
  /** Which state this is; an edit brings it back. */
  stamp: string
  layers: ShownLayer[]
  /** Weekday rules of all layers. */
  hours: ShownHours[]
  overrides: ShownOverride[]
  staff: (PersonRef & { reachable: boolean })[]
}

/** What an edit would do, for its page: nothing is saved yet. */
export type SchedulePreview = {
  timeZone: string
  from: Date
  to: Date
  changes: (Stretch & { before: NamedOnCall; after: NamedOnCall })[]
  torn: Stretch[]
  filled: Stretch[]
  /** Gaps that stay as they were. */
  gaps: Stretch[]
  unreachable: PersonRef[]
}

/** "On now? Next?": the answers of the on-call home. `until` and `to` are null when no end is in sight within a year. */
export type DutyNow = {
  schedule: {
    name: string
    timeZone: string
    primary: PersonRef | null
    others: PersonRef[]
    until: Date | null
  } | null
  you: {
    onNow: boolean
    current: { from: Date; to: Date | null } | null
    next: { from: Date; to: Date | null } | null
    /** A verified method takes pages of every severity. */
    reachable: boolean
  }
}

/** Paths of one's own calendar addresses: one's own shifts, and everybody's. */
export type OwnFeed = { mine: string; whole: string; createdAt: Date }

/** What a request for cover is written on. */
export type CoverForm = {
  now: Date
  scheduleId: string
  name: string
  timeZone: string
  /** One's own shifts that come. */
  shifts: Stretch[]
  colleagues: PersonRef[]
}

/** One day of a calendar sheet. `shift`: its place in the list of shifts; `begins`: it begins on this day. */
export type MonthDay = Stretch & {
  /** 'YYYY-MM-DD' */
  date: string
  pieces: { shift: number; start: number; end: number; begins: boolean }[]
}

/** A preview in words, for the form. */
export type PreviewWords = {
  title: string
  /** `before` null: the first person stays. `behind`: those behind, where they change. */
  changes: { when: string; before: string | null; after: string; behind: string | null; gap: boolean }[]
  more: string | null
  torn: { title: string; lines: string[] }
  filled: { title: string; lines: string[] }
  gaps: string | null
  unreachable: string | null
}
