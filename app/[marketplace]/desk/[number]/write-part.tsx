import { getTranslations } from 'next-intl/server'
import { uploaderWords } from '@/components/attachments/uploader-words'
import { DeskComposer } from '@/components/desk/desk-composer'
import { WRITE_KINDS, type WriteKind } from '@/components/desk/desk-form-schema'
import { uploadLimits } from '@/lib/attachments'
import type { StaffActor } from '@/lib/authz'
import type { Formats } from '@/lib/i18n'
import type { StaffTicket } from '@/lib/tickets/schema'
import { writeAction } from './actions'

type WritePartProps = {
  actor: StaffActor
  ticket: StaffTicket
  slug: string
  hidden: Record<string, string>
  formats: Formats
}

/** As many of the last words as can be told from what is new. */
const HEARD = 30

/** The box below the thread: answer, ask, internal note. */
export async function WritePart({ actor, ticket, slug, hidden, formats }: WritePartProps) {
  const t = await getTranslations('desk.write')
  const ui = await getTranslations('ui')
  const limits = await uploadLimits(actor)
  const kinds = WRITE_KINDS.filter((kind) => ticket.allowed[kind])
  if (kinds.length === 0) return null
  const name = ticket.requester.name
  const each = (word: (kind: WriteKind) => string) => ({ answer: word('answer'), ask: word('ask'), note: word('note') })
  return (
    <>
      {kinds.includes('answer') ? null : <p className="mb-3 text-13 text-ink-2">{t('completed')}</p>}
      <DeskComposer
        key={`${ticket.id} ${kinds}`}
        action={writeAction}
        hidden={hidden}
        version={ticket.version}
        heard={ticket.thread
          .slice(-HEARD)
          .map(({ id, author, at }) => ({ id, label: `${author.name} · ${formats.promise(at)}` }))}
        kinds={kinds}
        draft={`desk:${ticket.id}`}
        uploader={{
          address: `/${slug}/api/uploads?membershipId=${actor.membershipId}`,
          limits,
          locale: formats.locale,
          words: await uploaderWords(limits),
        }}
        words={{
          legend: t('legend'),
          tab: each((kind) => t(kind)),
          label: each((kind) => t(`label.${kind}`)),
          hint: each((kind) => t(`hint.${kind}`, { name })),
          send: each((kind) => t(`send.${kind}`)),
          sent: each((kind) => t(`sent.${kind}`)),
          sending: t('sending'),
          summary: ui('errorSummary', { count: 1 }),
          safe: t('safe'),
          lost: t('lost'),
          filesBusy: t('filesBusy'),
          filesFailed: t('filesFailed'),
          news: t('news'),
        }}
      />
    </>
  )
}
