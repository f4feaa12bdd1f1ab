import { stringify } from 'csv-stringify'

/** What stands in one cell. Instants and codes are put into words before. */
export type Cell = string | number | null

/** Spreadsheets of these languages take a comma for the decimal point and expect a semicolon between cells. */
const SEMICOLON = ['it', 'es', 'ru', 'pt-BR']

/**
 * A CSV file as a stream, row by row as they come: UTF-8 with its mark, so that spreadsheets see the language's
 * letters, and no cell that a spreadsheet would take for a formula (OWASP, CSV injection). Texts that people wrote may
 * hold anything.
 */
export function csvStream(
  locale: string,
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): ReadableStream<Uint8Array> {
  const delimiter = SEMICOLON.includes(locale) ? ';' : ','
  const writer = stringify({
    bom: true,
    delimiter,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n,;\t]/,
  })
  const written = writer[Symbol.asyncIterator]()
  const source = feed(writer, header, rows)
  source.catch((error: Error) => writer.destroy(error))
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await written.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    async cancel() {
      writer.destroy()
    },
  })
}

type Writer = ReturnType<typeof stringify>

async function feed(writer: Writer, header: readonly string[], rows: AsyncIterable<readonly Cell[]>): Promise<void> {
  await write(writer, header)
  for await (const row of rows) {
    if (writer.destroyed) return
    await write(writer, row)
  }
  writer.end()
}

/** Waits while the reader of the file is slower than the database. */
async function write(writer: Writer, cells: readonly Cell[]): Promise<void> {
  if (writer.write(cells.map(plain))) return
  await new Promise<void>((go) => {
    writer.once('drain', go)
    writer.once('close', go)
  })
}

/**
 * Blanks before a sign do not hide it from every spreadsheet, so they go. A sign after what another language's
 * spreadsheet takes for the end of a cell gets the apostrophe that the library puts before one at the beginning.
 */
function plain(cell: Cell): string | number {
  if (typeof cell !== 'string') return cell ?? ''
  return cell.replace(/^\s+/, '').replace(/([,;\t\r\n]\s*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g, "$1'")
}
