import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Outcome } from '@/lib/foundation/outcome'

/** Goes on to another page when the act was done; a refusal stays where it was made. */
export function leadTo<Value>(outcome: Outcome<Value>, path: (value: Value) => string): Outcome<Value> {
  if (!outcome.ok) return outcome
  redirect(path(outcome.value))
}

/**
 * Stays, and lets every page of the marketplace be asked for anew: counts and lists have changed. So they have when an
 * act was refused because something came in meanwhile: the page then shows what.
 */
export function showAgain<Value>(slug: string, outcome: Outcome<Value>): Outcome<Value> {
  if (outcome.ok || outcome.why === 'changed_meanwhile') revalidatePath(`/${slug}`, 'layout')
  return outcome
}
