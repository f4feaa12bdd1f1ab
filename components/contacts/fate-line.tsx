import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import type { Fate, MethodView } from '@/lib/contacts/schema'
import type { Formats } from '@/lib/i18n'

type FateLineProps = { fate: Fate | null; channel: MethodView['channel']; formats: Formats }

/** What became of a code or a test: handed over when, or not. Server only. */
export function FateLine({ fate, channel, formats }: FateLineProps) {
  const t = useTranslations('phone.fate')
  if (!fate) return null
  const time = formats.timeWithSeconds(fate.at)
  const handed = channel === 'push' ? 'handedPush' : channel === 'mail' ? 'handedMail' : 'handed'
  const { status, detail } = fate
  return (
    <p role="status" className={classes('text-14', status === 'failed' ? 'text-status-urgent' : 'text-ink-2')}>
      {status === 'handed' ? t(handed, { time }) : t(status, { time })}
      {detail && status !== 'stopped' ? <span className="block break-words">{t('detail', { detail })}</span> : null}
    </p>
  )
}
