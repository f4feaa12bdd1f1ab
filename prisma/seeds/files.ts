import { deflateSync } from 'node:zlib'

/* Small, valid files for the demo's attachments, made from their names alone. */

/** The bytes of a .png, .pdf or .csv called `name`. The same name gives the same bytes. @throws for other extensions */
export function fileContent(name: string): Buffer {
  if (name.endsWith('.png')) return picture(name)
  if (name.endsWith('.pdf')) return document(name)
  if (name.endsWith('.csv')) return table(name)
  throw new Error(`no demo file can be made for ${name}`)
}

const WIDTH = 480
const HEIGHT = 300

/** A plain "screenshot": a bar on top, lines of text as grey bands, one marked box. PNG, RFC 2083, 8-bit RGB. */
function picture(name: string): Buffer {
  const seed = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7)
  const accent = [90 + (seed % 120), 60 + (seed % 90), 50 + (seed % 140)]
  const raw = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [red = 0, green = 0, blue = 0] = colourAt(x, y, seed, accent)
      const at = y * (1 + WIDTH * 3) + 1 + x * 3
      raw[at] = red
      raw[at + 1] = green
      raw[at + 2] = blue
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colourAt(x: number, y: number, seed: number, accent: number[]): number[] {
  if (y < 36) return accent
  const boxed = x > 300 && x < 440 && y > 90 && y < 200
  const edge = boxed && (x < 303 || x > 437 || y < 93 || y > 197)
  if (edge) return [183, 25, 28]
  if (boxed) return [255, 236, 233]
  const band = Math.floor((y - 60) / 22)
  const length = 120 + ((seed * (band + 3)) % 150)
  const inBand = y > 60 && (y - 60) % 22 < 9 && x > 24 && x < 24 + length
  return inBand ? [206, 205, 200] : [250, 249, 246]
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, check])
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

/** One page with the file's name on it. PDF 1.4 with a correct cross-reference table. */
function document(name: string): Buffer {
  const text = name.replace(/\.pdf$/, '').replace(/[^\w .-]/g, '')
  const stream = `BT /F1 20 Tf 72 760 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, 'latin1')
}

function table(name: string): Buffer {
  const stem = name.replace(/\.csv$/, '')
  const rows = Array.from({ length: 18 }, (_, index) => `${stem}-${index + 1},${(index * 7) % 23},${19 + index * 3}.90`)
  return Buffer.from(`sku,quantity,price\n${rows.join('\n')}\n`, 'utf8')
}
