import { useTranslations } from 'next-intl'
import { Entry } from '@/components/ui/entry'
import { FileChip } from '@/components/ui/file-chip'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { MessageView } from '@/lib/tickets/schema'

type ReadOnlyThreadProps = { messages: readonly MessageView[]; formats: Formats; otherZone: string }

/** Everything that was said, oldest first, for somebody who has not signed in: files are named, not opened. */
export function ReadOnlyThread({ messages, formats, otherZone }: ReadOnlyThreadProps) {
  const t = useTranslations('view')
  return (
    <ol className="grid gap-6">
      {messages.map(({ author, at, locale, body, files }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered on the server, never moves, and tells no ids
        <li key={place}>
          <Entry
            side={author.side === 'partner' ? 'ours' : 'theirs'}
            name={author.name}
            about={<Time at={at} formats={formats} otherZone={otherZone} />}
            lang={locale}
            files={files.length > 0 ? <Files files={files} formats={formats} note={t('files')} /> : undefined}
          >
            {body}
          </Entry>
        </li>
      ))}
    </ol>
  )
}

function Files({ files, formats, note }: { files: MessageView['files']; formats: Formats; note: string }) {
  return (
    <>
      {files.map(({ name, bytes }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered on the server, never moves, and tells no ids
        <FileChip key={place} name={name} size={formats.bytes(bytes)} />
      ))}
      <span className="basis-full text-13 text-ink-2">{note}</span>
    </>
  )
}
