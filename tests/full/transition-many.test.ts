import { test } from 'vitest'
import { playStories } from '../rules/transition-world'

const STORIES = 120_000

test(`invariants 1, 2, 3, 4, 5, 7, 10, 11, 12, 13 hold in ${STORIES} stories`, () => {
  playStories(STORIES)
}, 600_000)
