import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FileList } from '@/components/attachments/file-list'
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
}

/** Everything that was said, oldest first; notes only where the staff reads. Server only. */
export async function Thread({ messages, reader, slug, formats, otherZone, aboutOf }: ThreadProps) {
  const t = await getTranslations('requests')
  return (
    <ol className="grid gap-6">
      {messages.map((message) => {
        const about = aboutOf?.(message)
        return (
          <li key={message.id} id={`m-${message.id}`}>
            <Entry
              side={message.type === 'note' ? 'note' : message.author.side === reader ? 'ours' : 'theirs'}
              name={message.author.mine ? t('about.you', { name: message.author.name }) : message.author.name}
              about={
                <>
                  {about ? <>{about} · </> : null}
                  <Time at={message.at} formats={formats} otherZone={otherZone} />
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
