import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/chip'
import type { Direction, Source } from '@/lib/escalation/schema'

/** Who or what called; of a run in which we call a partner, that. */
export function SourceTag({ source, direction }: { source: Source; direction: Direction }) {
  const t = useTranslations('oncall.source')
  return <Tag brand={direction === 'OUT'}>{t(direction === 'OUT' ? 'out' : source)}</Tag>
}
