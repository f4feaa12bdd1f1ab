import { describe, expect, test } from 'vitest'
import { type Cell, csvStream } from '@/lib/foundation/csv'

async function bytesOf(locale: string, rows: readonly (readonly Cell[])[], header = ['A', 'B']): Promise<Uint8Array> {
  async function* all() {
    yield* rows
  }
  return new Uint8Array(await new Response(csvStream(locale, header, all())).arrayBuffer())
}

async function linesOf(locale: string, ...rows: (readonly Cell[])[]): Promise<string[]> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(locale, rows))
  return text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(1, -1)
}

describe('a CSV file', () => {
  test('begins with the mark of UTF-8 and separates as the language’s spreadsheets expect', async () => {
    const bytes = await bytesOf('ru', [['Ёж', 1]])
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(await linesOf('en', ['x', 1])).toEqual(['x,1'])
    for (const locale of ['it', 'es', 'ru', 'pt-BR']) expect(await linesOf(locale, ['x', 1])).toEqual(['x;1'])
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1', '＋1', '－1', '＠1'])(
    'a cell that begins with %j is no formula',
    async (cell) => {
      const [line = ''] = await linesOf('en', [cell, null])
      expect(line).toMatch(/^"?'/)
    },
  )

  test.each(['a,=1', 'a;=1', 'a; ＝1', 'a\t@x', 'a\n-1'])(
    'nor does %j become one in a spreadsheet that cuts elsewhere',
    async (cell) => {
      const text = (await linesOf('en', [cell, null])).join('\r\n')
      expect(text).toMatch(/^"a[,;\t\n] ?'/)
    },
  )

  test('numbers stay numbers, nothing stays empty, quotes and line breaks stay inside their cell', async () => {
    expect(await linesOf('en', [-5, null])).toEqual(['-5,'])
    expect(await linesOf('en', ['say "so"', 'two\nlines'])).toEqual(['"say ""so""","two\nlines"'])
  })

  test('an error of the source is an error of the file, and who stops reading stops the source', async () => {
    async function* broken(): AsyncGenerator<readonly Cell[]> {
      yield ['x']
      throw new Error('gone')
    }
    await expect(new Response(csvStream('en', ['A'], broken())).text()).rejects.toThrow('gone')

    let given = 0
    async function* endless(): AsyncGenerator<readonly Cell[]> {
      for (;;) {
        given += 1
        yield ['x'.repeat(1000)]
      }
    }
    const reader = csvStream('en', ['A'], endless()).getReader()
    await reader.read()
    await reader.cancel()
    const soon = given
    await new Promise((go) => setTimeout(go, 50))
    expect(given - soon).toBeLessThan(50)
  })
})
