import { describe, expect, it } from 'vitest'
import { markupFaults } from './page-markup'
import { planted, sourcesBelow } from './sources'

describe('pages and components', () => {
  it('hold no literal text, no style attribute, and keep the texts on the server', () => {
    expect(markupFaults(sourcesBelow(['app', 'components'], /\.tsx$/))).toEqual([])
  })
})

describe('the check itself', () => {
  it.each([
    ['text', '<p>Hello</p>'],
    ['text beside a value', '<p>{name} ago</p>'],
    ['a string in braces', "<p>{'Hello'}</p>"],
    ['one side of a condition', "<p>{late ? 'Late' : null}</p>"],
    ['what follows a condition', "<p>{late && 'Late'}</p>"],
    ['a template', '<p>{`$'.concat('{count} files`}</p>')],
    ['a label', '<button aria-label="Close" />'],
    ['a placeholder in braces', "<input placeholder={'Search'} />"],
    ['a style', '<p style={{ width: 1 }} />'],
    ['Cyrillic', '<p>Привет</p>'],
  ])('finds %s', (_, markup) => {
    expect(markupFaults(planted({ 'app/x.tsx': `export const x = ${markup}` }))).toHaveLength(1)
  })

  it.each([
    ['numbers and signs', '<p>{name} · 12 %</p>'],
    ['a stamped number', '<span>NV-2041</span>'],
    ['a class', '<p className="grid" id="content" />'],
    ['a text from the messages', "<p aria-label={t('close')}>{t('close')}</p>"],
  ])('lets %s be', (_, markup) => {
    expect(markupFaults(planted({ 'app/x.tsx': `export const x = ${markup}` }))).toEqual([])
  })

  it('finds a client file that loads the texts, and lets it have types and helpers', () => {
    const client = "'use client'\n"
    const bad = `${client}import { fill } from '@/lib/i18n'\nexport const x = fill`
    const good = `${client}import type { Locale } from '@/lib/i18n'\nimport { fill } from '@/lib/i18n/fill'\nexport const x: Locale | typeof fill = fill`
    expect(markupFaults(planted({ 'components/x.tsx': bad }))).toHaveLength(1)
    expect(markupFaults(planted({ 'components/x.tsx': good }))).toEqual([])
  })
})
