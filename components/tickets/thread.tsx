import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FileList } from '@/components/attachments/file-list'
import { Chip, Tag } from '@/components/ui/chip'
import { Entry } from '@/components/ui/entry'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { MessageView, NoteView } from '@/lib/tickets/schema'

type ThreadProps = {
  messages: readonly (MessageView | NoteView)[]
  /** Whose page it is: their own side's words stand under the brand's edge. */
  reader: 'partner' | 'staff'
  slug: string
  formats: Formats
  /** The other side's zone, for hover and focus. */
  otherZone?: string
  /** What stands beside the author's name before the time: a company, a role. */
  aboutOf?: (message: MessageView | NoteView) => ReactNode
  /** What the other side said after this instant is new to the reader. */
  newSince?: Date | null
}

/** Everything that was said, oldest first; notes only where the staff reads. Server only. */
export async function Thread({ messages, reader, slug, formats, otherZone, aboutOf, newSince }: ThreadProps) {
  const t = await getTranslations('requests')
  const firstNew = newSince ? messages.find(({ author, at }) => author.side !== reader && at > newSince) : undefined
  return (
    <ol className="grid gap-6">
      {messages.map((message) => {
        const about = aboutOf?.(message)
        return (
          <li key={message.id} id={`m-${message.id}`} className="grid gap-6">
            {message === firstNew ? (
              <p className="flex items-center gap-3 font-medium text-13 text-brand before:h-px before:flex-1 before:bg-brand after:h-px after:flex-1 after:bg-brand">
                {t('newSince')}
              </p>
            ) : null}
            <Entry
              side={message.type === 'note' ? 'note' : message.author.side === reader ? 'ours' : 'theirs'}
              name={message.author.mine ? t('about.you', { name: message.author.name }) : message.author.name}
              about={
                <>
                  {about ? <>{about} · </> : null}
                  <Time at={message.at} formats={formats} otherZone={otherZone} />
                  {message.type === 'message' ? <Said message={message} reader={reader} /> : null}
                </>
              }
              lang={message.type === 'message' ? message.locale : undefined}
              files={
                message.files.length > 0 ? <FileList files={message.files} slug={slug} formats={formats} /> : undefined
              }
            >
              {message.body}
            </Entry>
          </li>
        )
      })}
    </ol>
  )
}

/** What a message is besides its text: a question, something to try, or the word on what was tried (002-08). */
async function Said({ message, reader }: { message: MessageView; reader: ThreadProps['reader'] }) {
  const t = await getTranslations('requests')
  const { kind, verdict } = message
  const asks = reader === 'partner' && (kind === 'ask' || kind === 'try_this')
  if (!verdict && !asks) return null
  return (
    <>
      {' '}
      <span className="inline-block align-middle">
        {verdict ? (
          <Chip tone={verdict === 'works' ? 'done' : 'closed'}>{t(`verdict.${verdict}`)}</Chip>
        ) : (
          <Tag brand>{t(`kind.${kind as 'ask' | 'try_this'}`)}</Tag>
        )}
      </span>
    </>
  )
}
