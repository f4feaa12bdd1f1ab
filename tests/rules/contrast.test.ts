import { describe, expect, it } from 'vitest'
import { pairs, palette, tones } from '@/tailwind.config'
import { contrast } from './oklch'

const themes = [
  ['light', 0],
  ['dark', 1],
] as const

describe.each(themes)('the %s theme (WCAG 2.2 AA)', (_, theme) => {
  it.each(pairs.text)('%s can be read on %s (1.4.3)', (ink, paper) => {
    expect(contrast(palette[ink][theme], palette[paper][theme])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs.edge)('%s can be seen on %s (1.4.11)', (edge, paper) => {
    expect(contrast(palette[edge][theme], palette[paper][theme])).toBeGreaterThanOrEqual(3)
  })
})

describe('the measure itself', () => {
  it('knows black on white and a pair of the style tile', () => {
    expect(contrast('oklch(0 0 0)', 'oklch(1 0 0)')).toBeCloseTo(21, 1)
    expect(contrast(palette.brand[0], palette['on-brand'][0])).toBeCloseTo(6.8, 0)
  })

  it('is asked about every status', () => {
    const asked = pairs.text.map(([ink]) => ink)
    for (const tone of tones) expect(asked).toContain(`status-${tone}`)
  })
})
