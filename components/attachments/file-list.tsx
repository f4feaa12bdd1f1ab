import { FileChip } from '@/components/ui/file-chip'
import type { FileView } from '@/lib/attachments/schema'
import type { Formats } from '@/lib/i18n'

/** Files of a message, each a download; rights are looked at again when it is fetched. Server only. */
export function FileList({ files, slug, formats }: { files: readonly FileView[]; slug: string; formats: Formats }) {
  return files.map(({ id, name, bytes }) => (
    <FileChip key={id} name={name} size={formats.bytes(bytes)} href={`/${slug}/api/attachments/${id}`} />
  ))
}
