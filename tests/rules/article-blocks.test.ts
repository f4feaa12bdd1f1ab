import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleBlocks } from '@/lib/articles'

test('headings, paragraphs and lists of plain text (003-01)', () => {
  const body = 'First line\ngoes on.\n\n## What to do\n- one\n  and its rest\n- two\nafter\n\nEnd.\n'
  expect(articleBlocks(body)).toEqual([
    { kind: 'paragraph', text: 'First line goes on.' },
    { kind: 'heading', text: 'What to do' },
    { kind: 'list', items: ['one and its rest', 'two after'] },
    { kind: 'paragraph', text: 'End.' },
  ])
  expect(articleBlocks('')).toEqual([])
  expect(articleBlocks('a\r\n\r\nb')).toHaveLength(2)
})

test('whatever looks like HTML or another markup stays text', () => {
  expect(articleBlocks('<script>alert(1)</script> **b** [x](javascript:y)')).toEqual([
    { kind: 'paragraph', text: '<script>alert(1)</script> **b** [x](javascript:y)' },
  ])
})

test('no written word is lost', () => {
  const line = fc.oneof(fc.constant(''), fc.stringMatching(/^(## |- )?[a-z]{1,8}( [a-z]{1,8})?$/))
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const said = articleBlocks(lines.join('\n'))
        .flatMap((block) => (block.kind === 'list' ? block.items : [block.text]))
        .join(' ')
      const wanted = lines.map((text) => text.replace(/^(## |- )/, '')).filter(Boolean)
      expect(said).toBe(wanted.join(' '))
    }),
  )
})
