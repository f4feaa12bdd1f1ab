import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'

/**
 * The visual language as data. Every colour is [light, dark], in OKLCH. The plugin below writes them as CSS
 * variables; utilities and hand-written CSS read the variables only, so a theme is a change of values, never of
 * class names. tests/rules/contrast.test.ts computes the contrast of each pair that `pairs` names.
 */
export const palette = {
  canvas: ['oklch(0.982 0.004 95)', 'oklch(0.175 0.014 225)'],
  surface: ['oklch(1 0 0)', 'oklch(0.212 0.015 225)'],
  sunken: ['oklch(0.958 0.006 95)', 'oklch(0.15 0.013 225)'],
  hairline: ['oklch(0.9 0.007 95)', 'oklch(0.3 0.014 225)'],
  control: ['oklch(0.63 0.012 210)', 'oklch(0.55 0.014 225)'],
  ink: ['oklch(0.24 0.022 225)', 'oklch(0.955 0.006 95)'],
  'ink-2': ['oklch(0.44 0.022 225)', 'oklch(0.77 0.012 220)'],
  'ink-3': ['oklch(0.53 0.02 225)', 'oklch(0.68 0.013 220)'],
  brand: ['oklch(0.46 0.085 205)', 'oklch(0.78 0.095 200)'],
  'brand-strong': ['oklch(0.4 0.078 205)', 'oklch(0.84 0.085 200)'],
  'brand-soft': ['oklch(0.945 0.022 205)', 'oklch(0.29 0.04 205)'],
  'on-brand': ['oklch(1 0 0)', 'oklch(0.175 0.014 225)'],
  focus: ['oklch(0.55 0.17 255)', 'oklch(0.76 0.13 250)'],
  rail: ['oklch(0.24 0.022 225)', 'oklch(0.15 0.013 225)'],
  'on-rail': ['oklch(0.8 0.02 200)', 'oklch(0.8 0.02 200)'],
  'rail-active': ['oklch(0.46 0.085 205)', 'oklch(0.46 0.085 205)'],
  'status-new': ['oklch(0.47 0.14 262)', 'oklch(0.78 0.105 262)'],
  'status-new-soft': ['oklch(0.955 0.02 262)', 'oklch(0.29 0.055 262)'],
  'status-open': ['oklch(0.45 0.088 205)', 'oklch(0.78 0.09 200)'],
  'status-open-soft': ['oklch(0.95 0.022 205)', 'oklch(0.285 0.04 205)'],
  'status-wait': ['oklch(0.48 0.105 70)', 'oklch(0.82 0.12 80)'],
  'status-wait-soft': ['oklch(0.962 0.04 85)', 'oklch(0.3 0.045 75)'],
  'status-answered': ['oklch(0.47 0.155 305)', 'oklch(0.79 0.11 305)'],
  'status-answered-soft': ['oklch(0.958 0.022 305)', 'oklch(0.3 0.06 305)'],
  'status-done': ['oklch(0.45 0.105 152)', 'oklch(0.79 0.115 152)'],
  'status-done-soft': ['oklch(0.955 0.03 152)', 'oklch(0.285 0.045 152)'],
  'status-closed': ['oklch(0.46 0.012 225)', 'oklch(0.74 0.012 220)'],
  'status-closed-soft': ['oklch(0.945 0.004 225)', 'oklch(0.275 0.012 225)'],
  'status-urgent': ['oklch(0.5 0.19 27)', 'oklch(0.76 0.135 27)'],
  'status-urgent-soft': ['oklch(0.958 0.022 27)', 'oklch(0.3 0.075 27)'],
  'urgent-solid': ['oklch(0.53 0.205 27)', 'oklch(0.55 0.205 27)'],
  'on-urgent': ['oklch(1 0 0)', 'oklch(1 0 0)'],
  note: ['oklch(0.4 0.075 80)', 'oklch(0.86 0.08 92)'],
  'note-soft': ['oklch(0.972 0.045 95)', 'oklch(0.285 0.04 90)'],
} as const satisfies Record<string, readonly [light: string, dark: string]>

export type Colour = keyof typeof palette

/** The statuses a chip, a row's rail or a court bar may have; each has an icon shape and a word as well. */
export const tones = ['new', 'open', 'wait', 'answered', 'done', 'closed', 'urgent'] as const
export type Tone = (typeof tones)[number]

const papers = ['canvas', 'surface', 'sunken'] as const
const onPaper = ['ink', 'ink-2', 'ink-3', 'brand', 'status-urgent', 'status-done', 'status-wait'] as const

/** What must be readable on what (WCAG 2.2, 1.4.3: 4.5), and what must be seen as an edge or a sign (1.4.11: 3). */
export const pairs: { text: [Colour, Colour][]; edge: [Colour, Colour][] } = {
  text: [
    ...papers.flatMap((paper) => onPaper.map((ink): [Colour, Colour] => [ink, paper])),
    ...tones.map((tone): [Colour, Colour] => [`status-${tone}`, `status-${tone}-soft`]),
    ['on-brand', 'brand'],
    ['on-brand', 'brand-strong'],
    ['brand', 'brand-soft'],
    ['ink', 'brand-soft'],
    ['ink', 'note-soft'],
    ['ink', 'status-wait-soft'],
    ['note', 'note-soft'],
    ['on-urgent', 'urgent-solid'],
    ['on-rail', 'rail'],
    ['on-urgent', 'rail-active'],
  ],
  edge: [
    ...papers.flatMap((paper): [Colour, Colour][] => [
      ['control', paper],
      ['focus', paper],
    ]),
    ...tones.map((tone): [Colour, Colour] => [`status-${tone}`, 'canvas']),
  ],
}

/** Control heights by where somebody works (WCAG 2.5.8 asks 24 px; ours are larger), set by `data-density`. */
export const density = {
  desk: { control: '2rem', text: '0.875rem', leading: '1.25rem' },
  partner: { control: '2.75rem', text: '1rem', leading: '1.5rem' },
  call: { control: '3.25rem', text: '1rem', leading: '1.5rem' },
} as const

const colours = Object.fromEntries(Object.keys(palette).map((name) => [name, `var(--${name})`]))

function values(theme: 0 | 1): Record<string, string> {
  const entries = Object.entries(palette).map(([name, pair]) => [`--${name}`, pair[theme]])
  return { ...Object.fromEntries(entries), 'color-scheme': theme === 0 ? 'light' : 'dark' }
}

const waybill = plugin(({ addBase, addVariant }) => {
  addBase({
    ':root, [data-theme="light"]': values(0),
    // Paper is light, whatever the screen is.
    '@media screen and (prefers-color-scheme: dark)': { ':root:not([data-theme="light"])': values(1) },
    '@media screen': { '[data-theme="dark"]': values(1) },
    ...Object.fromEntries(
      Object.entries(density).map(([place, size]) => [
        place === 'partner' ? ':root, [data-density="partner"]' : `[data-density="${place}"]`,
        { '--control-height': size.control, 'font-size': size.text, 'line-height': size.leading },
      ]),
    ),
  })
  addVariant('desk', '[data-density="desk"] &')
  addVariant('call', '[data-density="call"] &')
})

const config: Config = {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    colors: { transparent: 'transparent', current: 'currentColor', inherit: 'inherit', ...colours },
    fontFamily: {
      sans: ['var(--font-sans)'],
      mono: ['var(--font-mono, ui-monospace)', 'ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'monospace'],
    },
    fontSize: {
      12: ['0.75rem', '1rem'],
      13: ['0.8125rem', '1.125rem'],
      14: ['0.875rem', '1.25rem'],
      16: ['1rem', '1.5rem'],
      20: ['1.25rem', { lineHeight: '1.625rem', letterSpacing: '-0.012em' }],
      26: ['1.625rem', { lineHeight: '2rem', letterSpacing: '-0.012em' }],
      body: ['inherit', 'inherit'],
    },
    fontWeight: { normal: '400', medium: '560', strong: '660' },
    borderRadius: { none: '0', stamp: '3px', chip: '4px', control: '6px', card: '8px', sheet: '12px', full: '9999px' },
    boxShadow: { none: 'none', overlay: '0 12px 40px -8px oklch(0.175 0.014 225 / 0.35)' },
    screens: { sm: '480px', md: '720px', lg: '960px', xl: '1280px' },
    transitionDuration: { state: '120ms', panel: '180ms' },
    transitionTimingFunction: { DEFAULT: 'ease-out' },
    transitionProperty: { DEFAULT: 'opacity, transform', none: 'none' },
    extend: {
      spacing: { control: 'var(--control-height)', rail: '52px' },
      maxWidth: { prose: '68ch', page: '72rem', form: '40rem' },
    },
  },
  plugins: [waybill],
}

export default config
