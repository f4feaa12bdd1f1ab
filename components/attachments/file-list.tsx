import { useTranslations } from 'next-intl'
import { FileChip } from '@/components/ui/file-chip'
import type { FileView } from '@/lib/attachments/schema'
import type { Formats } from '@/lib/i18n'

/** Files of a message, each a download; rights are looked at again when it is fetched. Server only. */
export function FileList({ files, slug, formats }: { files: readonly FileView[]; slug: string; formats: Formats }) {
  const t = useTranslations('ui.file')
  return files.map(({ id, name, bytes }) => (
    <FileChip
      key={id}
      name={name}
      size={formats.bytes(bytes)}
      href={`/${slug}/api/attachments/${id}`}
      label={t('download', { name })}
    />
  ))
}
