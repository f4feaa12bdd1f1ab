/** How many of a partner's urgent claims turned out not to be, over `days`; a share of `decided`. */
export type FalseUrgent = { declined: number; decided: number; days: number }

/** Fewer than these decided claims tell nothing about the next one: then only the counts are shown. */
export const LEAST_DECIDED = 3

/** The share of declined among decided, 0 to 1; null when there are too few to tell. Never a reason by itself to decline. */
export function falseUrgentRate({ declined, decided }: Pick<FalseUrgent, 'declined' | 'decided'>): number | null {
  return decided < LEAST_DECIDED ? null : declined / decided
}
