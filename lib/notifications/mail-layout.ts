import type { Locale } from '@/lib/i18n'

/** A mail as its parts; text and HTML are written from the same ones, so that neither says more than the other. */
export type MailParts = {
  locale: Locale
  /** Whose mail this is, below everything. */
  sentBy: string
  /** The stamped number of a request. */
  number?: string
  urgent?: boolean
  heading: string
  greeting?: string
  /** Paragraphs before the quote. */
  before?: string[]
  facts?: { name: string; value: string }[]
  quote?: { text: string; locale: string; intro?: string } | null
  /** Several requests in one mail, each with what is told of it. */
  items?: { number: string; title: string; titleLocale: string; href: string; lines: string[] }[]
  after?: string[]
  button: { label: string; href: string }
  second?: { label: string; href: string }
  /** Small print: how to copy the link, why this mail came. */
  small: string[]
}

// Waybill's light tokens as hex: mail readers know no OKLCH and no variables.
const ink = '#142227'
const softInk = '#46555c'
const faintInk = '#606f75'
const brand = '#00656e'
const urgentRed = '#c7181d'
const fonts = "Onest,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"

export function asText(parts: MailParts): string {
  const { number, heading, greeting, before = [], facts = [], quote, items = [], after = [] } = parts
  const { button, second, small, sentBy } = parts
  const blocks = [
    number ? `${number}  ${heading}` : heading,
    greeting,
    ...before,
    facts.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    quote && [quote.intro, quote.text.replace(/^/gm, '> ')].filter(Boolean).join('\n'),
    ...items.map(({ number: stamped, title, href, lines: told }) =>
      [`${stamped}  ${title}`, ...told.map((line) => `- ${line}`), href].join('\n'),
    ),
    ...after,
    `${button.label}:\n${button.href}`,
    second && `${second.label}:\n${second.href}`,
    ['-- ', sentBy, ...small].join('\n'),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

export function asHtml(parts: MailParts): string {
  const { locale, number, urgent, heading, greeting, before = [], facts = [], quote, items = [], after = [] } = parts
  const { button, second, small, sentBy } = parts
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${lines(text)}</p>`
  // Mailboxes show the first words beside the subject, which is the same for all mails of a request.
  const preview = `<div style="display:none;max-height:0;overflow:hidden">${safe(heading)}</div>`
  const stamp = number && `<div style="margin:0 0 12px">${stamped(number)}</div>`
  const body = [
    stamp,
    `<h1 style="margin:0 0 16px;font-size:20px;line-height:26px;font-weight:700;letter-spacing:-.012em${urgent ? `;color:${urgentRed}` : ''}">${safe(heading)}</h1>`,
    greeting && paragraph(greeting),
    ...before.map(paragraph),
    factTable(facts),
    quote?.intro && `<p style="margin:0 0 8px;color:${softInk}">${safe(quote.intro)}</p>`,
    quote &&
      `<div lang="${safe(quote.locale)}" style="margin:0 0 16px;padding:2px 0 2px 12px;border-left:3px solid #dfded9">${lines(quote.text)}</div>`,
    ...items.map(item),
    ...after.map(paragraph),
    `<p style="margin:24px 0 12px"><a href="${safe(button.href)}" style="display:inline-block;background:${brand};color:#ffffff;text-decoration:none;font-weight:600;border-radius:6px;padding:14px 22px">${safe(button.label)}</a></p>`,
    second &&
      `<p style="margin:0 0 12px"><a href="${safe(second.href)}" style="display:inline-block;color:${brand};font-weight:600;text-decoration:underline;padding:10px 0">${safe(second.label)}</a></p>`,
  ]
  const footer = [sentBy, ...small].map((text) => `<p style="margin:0 0 6px">${linked(text)}</p>`).join('')
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${safe(heading)}</title></head>
<body style="margin:0;background:#faf9f6;color:${ink};font:16px/24px ${fonts}">${preview}<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="background:#faf9f6"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:560px;background:#ffffff;border:1px solid #dfded9;border-radius:8px"><tr><td style="padding:24px 24px 12px;border-top:4px solid ${urgent ? urgentRed : brand};border-radius:8px;overflow-wrap:anywhere">
${body.filter(Boolean).join('\n')}
</td></tr></table>
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:560px"><tr><td style="padding:12px 24px;color:${faintInk};font-size:13px;line-height:18px;overflow-wrap:anywhere">${footer}</td></tr></table>
</td></tr></table></body></html>`
}

function stamped(number: string): string {
  return `<span style="display:inline-block;border:1px solid #818b8d;border-radius:3px;padding:1px 6px;font:13px/18px ui-monospace,Menlo,Consolas,monospace">${safe(number)}</span>`
}

function item({ number, title, titleLocale, href, lines: told }: NonNullable<MailParts['items']>[number]): string {
  const lines = told.map((line) => `<div style="margin:4px 0 0;color:${softInk}">${safe(line)}</div>`).join('')
  return `<div style="margin:0 0 16px;padding:2px 0 2px 12px;border-left:3px solid #dfded9">${stamped(number)} <a href="${safe(href)}" lang="${safe(titleLocale)}" style="color:${brand};font-weight:600">${safe(title)}</a>${lines}</div>`
}

function factTable(facts: { name: string; value: string }[]): string {
  if (facts.length === 0) return ''
  const rows = facts.map(
    ({ name, value }) =>
      `<tr><td style="padding:0 16px 4px 0;color:${softInk};vertical-align:top">${safe(name)}</td><td style="padding:0 0 4px">${safe(value)}</td></tr>`,
  )
  return `<table role="presentation" cellspacing="0" cellpadding="0" style="margin:0 0 16px;font:16px/24px ${fonts}">${rows.join('')}</table>`
}

/** What people wrote is text, never markup. */
function safe(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}

function lines(text: string): string {
  return safe(text).replace(/\r?\n/g, '<br>')
}

/** Our own addresses in the small print can be clicked; nothing that people wrote stands there. */
function linked(text: string): string {
  return safe(text).replace(
    /https?:\/\/\S+/g,
    (address) => `<a href="${address}" style="color:${faintInk}">${address}</a>`,
  )
}
