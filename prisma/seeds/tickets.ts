import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ACCEPTED } from '@/lib/attachments/schema'
import type { Prisma } from '@/lib/db'
import { after, DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import type { Locale } from '@/lib/i18n/locales'
import { mostSpecific } from '@/lib/sla'
import { en } from './conversations/en'
import { es } from './conversations/es'
import { it } from './conversations/it'
import { ptBr } from './conversations/pt-br'
import { ru } from './conversations/ru'
import type { Conversation, Line } from './conversations/script'
import { fileContent } from './files'
import { agentFor } from './people'
import { type Played, type PlayedFile, play } from './play'
import { indexWords } from './search-words.sql'
import { placeInTime } from './timing'
import {
  type AnswerPromise,
  type Grounds,
  named,
  type SeededCompany,
  type SeededMarketplace,
  type SeededPerson,
} from './world'

/** A played request with what goes with it once its number is known. */
export type Numbered = Played & { number: number }

/** All ordinary requests of a marketplace, played up to `now`. */
export function playConversations(marketplace: SeededMarketplace, now: Date): Played[] {
  return [it, es, ru, ptBr, en].flatMap(({ locale, all }) =>
    all
      .filter(({ at }) => at === marketplace.plan.key)
      .map((conversation) => playOne(marketplace, conversation, locale, now)),
  )
}

function playOne(marketplace: SeededMarketplace, conversation: Conversation, locale: Locale, now: Date): Played {
  const {
    partner,
    topic: topicKey,
    priority = 'normal',
    lines = [],
    files = [],
    subject,
    text,
    by = 'owner',
  } = conversation
  const company = named(marketplace.companies, partner)
  const topic = named(marketplace.topics, topicKey)
  const promise = promiseOf(marketplace, topic.id, priority)
  const targetMinutes = promise.firstAnswerMinutes
  const times = placeInTime(conversation, { hours: marketplace.hours, now, zone: company.zone, targetMinutes })
  const opener = personOf(company, by)
  const authorOf = (line: Line): SeededPerson | null => {
    if (line.act === 'worker.autoClose') return null
    if (line.act.startsWith('partner.')) return line.by ? personOf(company, line.by) : opener
    return named(marketplace.staff, line.by ?? agentFor[marketplace.plan.key][locale])
  }
  const timed = lines.map((line, index) => ({ ...line, at: times.lines[index] as Date, author: authorOf(line) }))
  const opening = { marketplace, company, opener, topic, promise, locale, subject, text, priority, files }
  return play({ ...opening, at: times.opened }, timed)
}

/** What the marketplace promises for a topic. @throws when it promises nothing */
export function promiseOf(marketplace: SeededMarketplace, topicId: string, priority: string): AnswerPromise {
  const promise = mostSpecific(marketplace.promises, topicId, priority)
  if (!promise) throw new Error('the demo promises nothing for a topic')
  return promise
}

export function personOf(company: SeededCompany, role: string): SeededPerson {
  const person = role === 'member' ? company.members[0] : role === 'technical' ? company.technical[0] : company.owner
  if (!person) throw new Error(`${company.name} has no ${role}`)
  return person
}

/**
 * Numbers requests by the time they were opened, so that `landmark` gets `number`, and answers them with the last number
 * given.
 */
export function numberThem(played: readonly Played[], landmark: Played, number: number): Numbered[] {
  const inOrder = [...played].sort((a, b) => +new Date(a.ticket.createdAt) - +new Date(b.ticket.createdAt))
  const first = number - inOrder.indexOf(landmark)
  return inOrder.map((one, index) => ({ ...one, number: first + index }))
}

/** Writes tickets with all that hangs on them; files go to `folder` before their rows. */
export async function writeTickets(
  { tx, now }: Grounds,
  marketplaceId: string,
  tickets: readonly Numbered[],
  folder: string,
) {
  await tx.ticket.createMany({
    data: tickets.map(({ ticket, number }) => ({ ...ticket, number, nextAt: nextLook(ticket, now) })),
  })
  await tx.ticketMessage.createMany({ data: tickets.flatMap(({ messages }) => messages) })
  await tx.ticketNote.createMany({ data: tickets.flatMap(({ notes }) => notes) })
  await tx.ticketEvent.createMany({ data: tickets.flatMap(({ events }) => events) })
  await tx.slaClock.createMany({ data: tickets.flatMap(({ clocks }) => clocks) })
  await tx.rating.createMany({ data: tickets.flatMap(({ rating }) => rating ?? []) })
  const files: Prisma.AttachmentCreateManyInput[] = []
  for (const { ticket, files: brought } of tickets) {
    for (const file of brought) {
      const { id: ticketId, partnerId } = ticket
      files.push({ ...(await keepFile(marketplaceId, file, folder)), ticketId, partnerId })
    }
  }
  await tx.attachment.createMany({ data: files })
  await indexWords(tx, marketplaceId)
  const last = Math.max(...tickets.map(({ number }) => number))
  await tx.ticketCounter.create({ data: { marketplaceId, last } })
}

/** When the partner is reminded (003-25); in the demo nobody is written to by itself in the first two days. */
function nextLook({ state, updatedAt }: Played['ticket'], now: Date): Date | null {
  if (state !== 'answered' && state !== 'awaiting_partner') return null
  const usual = after(new Date(updatedAt), REMINDED_AFTER)
  const soonest = after(now, 2 * DAY)
  return usual > soonest ? usual : soonest
}

/** The default of a marketplace's settings. */
const REMINDED_AFTER = 4 * DAY

/** Stores the bytes where attachments keep them: <files>/<marketplace>/<yyyy>/<mm>/<id>. */
async function keepFile(marketplaceId: string, file: PlayedFile, folder: string) {
  const { name, uploadedBy, at, messageId = null, noteId = null } = file
  const content = fileContent(name)
  const id = newId()
  const [year = '', month = ''] = at.toISOString().split('-')
  const storageKey = `${marketplaceId}/${year}/${month}/${id}`
  const target = path.join(folder, storageKey)
  await mkdir(path.dirname(target), { recursive: true, mode: 0o750 })
  await writeFile(target, content, { mode: 0o640 })
  const extension = name.split('.').at(-1) ?? ''
  return {
    marketplaceId,
    id,
    uploadedById: uploadedBy,
    fileName: name,
    mediaType: ACCEPTED[extension]?.mediaType ?? 'application/octet-stream',
    bytes: BigInt(content.length),
    sha256: createHash('sha256').update(content).digest('hex'),
    storageKey,
    audience: noteId === null ? 'partner' : 'staff',
    messageId,
    noteId,
    createdAt: at,
  }
}
