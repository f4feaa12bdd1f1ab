import { describe, expect, test } from 'vitest'
import refusals from '@/lib/i18n/messages/refusals/en.json'
import { sourcesBelow } from './sources'

/** Every reason that is written out: at a refusal, or in the type of a room's refusals. */
function reasonsIn(text: string): string[] {
  const at = [...text.matchAll(/\brefuse\(\s*'([a-z_]+)'/g), ...text.matchAll(/\bno\(\d+, '([a-z_]+)'/g)]
  const types = [...text.matchAll(/^(?:export )?type \w*(?:Refusal|Why) =([^;{]+?)(?=\n\n|\nexport|\ntype|$)/gms)]
  const named = types.flatMap((match) => [...(match[1] ?? '').matchAll(/'([a-z_]+)'/g)])
  return [...at, ...named].map((match) => match[1] ?? '')
}

/** Said by the tool that makes a marketplace, in a terminal, or to another system; no page shows them. */
const elsewhere = ['slug_taken', 'prefix_taken', 'unknown_key', 'unreadable']

describe('refusals', () => {
  test('each reason of each room has its sentence', () => {
    const known = new Set([...Object.keys(refusals), ...elsewhere])
    const missing = [...sourcesBelow(['lib', 'app'])].flatMap(([file, text]) =>
      reasonsIn(text)
        .filter((why) => !known.has(why))
        .map((why) => `${file}: ${why}`),
    )
    expect(missing).toEqual([])
  })

  test('a reason is found where it is given and where it is typed', () => {
    expect(reasonsIn("return refuse('new_one')\ntype ThisWhy = 'a' | 'b_c'\n\ntype Other = 'x'")).toEqual([
      'new_one',
      'a',
      'b_c',
    ])
  })
})
