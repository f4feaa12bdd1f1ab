import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { PolicyVersionView } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import { Sentences } from './sentences'

/** Every version, newest first: who made it, when, and which sentences came and went. Server only. */
export function VersionList({ versions, formats }: { versions: readonly PolicyVersionView[]; formats: Formats }) {
  const t = useTranslations('policies.page')
  return (
    <ol className="grid">
      {versions.map((version) => (
        <li
          key={version.version}
          className="grid gap-2 border-hairline border-b py-4 first:pt-0 last:border-b-0 last:pb-0"
        >
          <VersionHead version={version} formats={formats} />
          <Changes version={version} />
          {version.version > 1 || versions.length > 1 ? (
            <details>
              <summary className="inline-flex min-h-control items-center text-14 underline underline-offset-3">
                {t('whole')}
              </summary>
              <div className="pt-1 text-14">
                <Sentences sentences={version.sentences} />
              </div>
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

export function VersionHead({ version, formats }: { version: PolicyVersionView; formats: Formats }) {
  const t = useTranslations('policies.page')
  const values = { number: version.version, when: () => <Time at={version.at} formats={formats} /> }
  return (
    <p className="text-14 text-ink-2">
      {version.by ? t.rich('by', { ...values, name: version.by.name }) : t.rich('bySystem', values)}
    </p>
  )
}

function Changes({ version: { version, plus, minus } }: { version: PolicyVersionView }) {
  const t = useTranslations('policies.page')
  if (version === 1) return <p className="text-14">{t('first')}</p>
  if (plus.length + minus.length === 0) return <p className="text-14">{t('same')}</p>
  return (
    <ul className="grid max-w-prose gap-1.5 text-14">
      {minus.map((sentence) => (
        <Change key={sentence} word={t('minus')} sign="−" tone="text-status-closed">
          <del className="text-ink-2">{sentence}</del>
        </Change>
      ))}
      {plus.map((sentence) => (
        <Change key={sentence} word={t('plus')} sign="+" tone="text-status-done">
          <ins className="no-underline">{sentence}</ins>
        </Change>
      ))}
    </ul>
  )
}

function Change({
  word,
  sign,
  tone,
  children,
}: {
  word: string
  sign: string
  tone: string
  children: React.ReactNode
}) {
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)]">
      <span className={`font-mono font-strong ${tone}`} aria-hidden="true">
        {sign}
      </span>
      <span>
        <span className="sr-only">{word}: </span>
        {children}
      </span>
    </li>
  )
}
