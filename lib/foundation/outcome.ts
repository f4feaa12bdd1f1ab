/**
 * What a use case answers. A refusal is a value with a reason that its room owns; an exception is a bug.
 * `details` lets a refusal say what the page needs to explain it (a time, a number, a fault by field), never a sentence.
 */
export type Outcome<Value, Why extends string = string> = Done<Value> | Refused<Why>

export type Done<Value> = { ok: true; value: Value }
export type Refused<Why extends string> = { ok: false; why: Why; details?: RefusalDetails }
export type RefusalDetails = Record<string, string | number | Date | Readonly<Record<string, string>>>

export function ok<Value>(value: Value): Done<Value> {
  return { ok: true, value }
}

export function refuse<Why extends string>(why: Why, details?: Refused<Why>['details']): Refused<Why> {
  return details ? { ok: false, why, details } : { ok: false, why }
}
