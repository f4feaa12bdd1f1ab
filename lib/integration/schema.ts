export type Severity = 'P0' | 'P1' | 'P2'

/** When a contact may be called, in her own zone: ISO weekdays (Monday 1), `to` may be '24:00'. */
export type ContactHours = { timeZone: string; spans: { weekday: number; from: string; to: string }[] }
