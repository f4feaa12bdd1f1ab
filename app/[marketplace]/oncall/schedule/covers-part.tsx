import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/form/act-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Formats } from '@/lib/i18n'
import type { SchedulePage } from '@/lib/oncall/schema'
import { takeCoverAction, withdrawCoverAction } from './actions'

type CoversProps = { page: SchedulePage; hidden: Record<string, string>; formats: Formats }

/** Who asks to be covered, and when: taken with one press. */
export async function Covers({ page, hidden, formats }: CoversProps) {
  const t = await getTranslations('schedule')
  if (page.covers.length === 0) return null
  return (
    <section aria-labelledby="covers" className="grid gap-3">
      <h2 id="covers" className="text-20">
        {t('cover.open', { count: page.covers.length })}
      </h2>
      <ul className="grid gap-3">
        {page.covers.map((cover) => (
          <li
            key={cover.id}
            className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-3 overflow-hidden rounded-card border border-hairline bg-surface py-3.5 pr-3.5 pl-5 before:absolute before:inset-y-0 before:left-0 before:w-1 before:bg-status-wait"
          >
            <div className="grid min-w-0 gap-1">
              <p className="font-medium">
                {cover.allowed.withdraw
                  ? t('cover.mine')
                  : cover.asked
                    ? t('cover.asksOne', { name: cover.requestedBy.name, other: cover.asked.name })
                    : t('cover.asks', { name: cover.requestedBy.name })}
              </p>
              <p className="text-14 tabular-nums">
                {t('range', { from: formats.promise(cover.from), to: formats.promise(cover.to) })}
              </p>
              {cover.note ? <p className="text-14 text-ink-2">“{cover.note}”</p> : null}
            </div>
            {cover.allowed.take ? (
              <ActForm
                action={takeCoverAction}
                hidden={{ ...hidden, coverId: cover.id }}
                lost={t('lost')}
                className="min-w-0"
              >
                <SubmitButton pending={t('working')}>{t('cover.take')}</SubmitButton>
              </ActForm>
            ) : null}
            {cover.allowed.withdraw ? (
              <ActForm action={withdrawCoverAction} hidden={{ ...hidden, coverId: cover.id }} lost={t('lost')}>
                <SubmitButton look="secondary" pending={t('working')}>
                  {t('cover.withdraw')}
                </SubmitButton>
              </ActForm>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
