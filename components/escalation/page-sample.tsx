import { useTranslations } from 'next-intl'
import { buttonClasses } from '@/components/ui/button-classes'
import { type PagePreview, SEVERITIES } from '@/lib/escalation/schema'
import { shownFor } from './shown-for'

type PageSampleProps = { sample: NonNullable<PagePreview['sample']> }

/** What will stand on the locked phone of whoever is paged first, in her language and colours. Server only. */
export function PageSample({ sample }: PageSampleProps) {
  const t = useTranslations('oncall.page')
  return (
    <section aria-labelledby="sample" className="grid gap-2">
      <h2 id="sample" className="font-medium">
        {t('receive', { name: sample.name })}
      </h2>
      <div
        data-theme="dark"
        data-density="call"
        lang={sample.locale}
        className="grid gap-2 rounded-sheet border border-hairline bg-canvas p-4 text-ink"
      >
        {SEVERITIES.map((severity) => (
          <p key={severity} className={`font-strong text-16 ${shownFor[severity]}`}>
            {sample.titles[severity]}
          </p>
        ))}
        <p className="whitespace-pre-line text-14 text-ink-2">{sample.text}</p>
        <p aria-hidden="true" className={buttonClasses('primary', true)}>
          {sample.take}
        </p>
      </div>
    </section>
  )
}
