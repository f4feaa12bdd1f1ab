import { getTranslations } from 'next-intl/server'
import { uploaderWords } from '@/components/attachments/uploader-words'
import { WRITE_KINDS } from '@/components/desk/desk-form-schema'
import { DeskWrite } from '@/components/desk/desk-write'
import type { HeldOnPage } from '@/components/desk/held-answer'
import { draftWords } from '@/components/form/draft-words'
import { uploadLimits, waitingUploads } from '@/lib/attachments'
import type { StaffActor } from '@/lib/authz'
import { type DraftView, readDraft } from '@/lib/drafts'
import type { Formats } from '@/lib/i18n'
import type { StaffTicket } from '@/lib/tickets/schema'
import { dropAction, undoAction, writeAction } from './actions'
import { writeWords } from './write-words'

type WritePartProps = {
  actor: StaffActor
  ticket: StaffTicket
  slug: string
  hidden: Record<string, string>
  name: string
  formats: Formats
}

/** As many of the last words of others as can be told from what is new. */
const HEARD = 30

/** Below the thread: an answer in its last seconds; the boxes for answer, question, a fix to try, and internal note. */
export async function WritePart({ actor, ticket, slug, hidden, name, formats }: WritePartProps) {
  const kinds = WRITE_KINDS.filter((kind) => ticket.allowed[kind === 'try_this' ? 'ask' : kind])
  if (kinds.length === 0) return null
  const t = await getTranslations('desk.write')
  const limits = await uploadLimits(actor)
  const server = { slug, membershipId: actor.membershipId }
  const place = (box: 'answer' | 'note') => `${box}:${ticket.id}`
  const [answer, note] = await Promise.all([readDraft(actor, place('answer')), readDraft(actor, place('note'))])
  const kept = await Promise.all([answer, note].map((draft) => waitingUploads(actor, filesIn(draft))))
  const heldFiles = await waitingUploads(actor, ticket.held?.fileIds ?? [])
  const heard = heardIn(ticket, formats)
  return (
    <>
      {kinds.includes('answer') ? null : <p className="px-5 pb-4 text-13 text-ink-2">{t('completed')}</p>}
      <DeskWrite
        key={`${ticket.id} ${kinds}`}
        actions={{ write: writeAction, undo: undoAction, drop: dropAction }}
        hidden={hidden}
        version={ticket.version}
        heard={heard.slice(-HEARD).map(({ id, label }) => ({ id, label }))}
        kinds={kinds}
        held={await heldOnPage(ticket, heard)}
        heldFiles={heldFiles}
        name={name}
        drafts={{
          answer: { place: place('answer'), server: { ...server, brought: answer }, kept: kept[0] ?? [] },
          note: { place: place('note'), server: { ...server, brought: note }, kept: kept[1] ?? [] },
        }}
        uploader={{
          address: `/${slug}/api/uploads?membershipId=${actor.membershipId}`,
          limits,
          locale: formats.locale,
          words: await uploaderWords(limits),
        }}
        words={{ ...(await writeWords(ticket.requester.name)), draft: await draftWords() }}
      />
    </>
  )
}

/** Files that were sent with a draft before the page was left. */
function filesIn(draft: DraftView | null): string[] {
  return [draft?.written.attachmentIds ?? []].flat()
}

/** What the others said: her own words are never news to her, whichever window she wrote them in. */
function heardIn(ticket: StaffTicket, formats: Formats) {
  return ticket.thread
    .filter(({ author }) => !author.mine)
    .map(({ id, author, at }) => ({ id, at, label: `${author.name} · ${formats.promise(at)}` }))
}

async function heldOnPage(ticket: StaffTicket, heard: ReturnType<typeof heardIn>): Promise<HeldOnPage | null> {
  if (!ticket.held) return null
  const t = await getTranslations('desk.held')
  const { id, kind, body, at, author, sendAt, refusedWhy } = ticket.held
  return {
    id,
    kind,
    body,
    name: author.name,
    mine: author.mine,
    seconds: sendAt && Math.max(0, Math.ceil((sendAt.getTime() - ticket.now.getTime()) / 1000)),
    refused: sendAt ? null : t(refusedWhy === 'changed_meanwhile' ? 'refusedNew' : 'refused'),
    news: sendAt ? [] : heard.filter((one) => one.at > at).map((one) => ({ id: one.id, label: one.label })),
  }
}
