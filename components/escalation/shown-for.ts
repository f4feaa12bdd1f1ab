/** Shown while this severity is chosen in a form of the same `group`, without script. */
export const shownFor = {
  P0: 'hidden group-has-[#severity-P0:checked]:block',
  P1: 'hidden group-has-[#severity-P1:checked]:block',
  P2: 'hidden group-has-[#severity-P2:checked]:block',
} as const
