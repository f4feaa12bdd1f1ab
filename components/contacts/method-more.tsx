import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import { CopyButton } from '@/components/ui/copy-button'
import { Field } from '@/components/ui/field'
import { NextIcon } from '@/components/ui/icons'
import { SubmitButton } from '@/components/ui/submit-button'
import type { MethodCardProps } from './method-card'

/** What is rarely needed: its name, a webhook's secret, and taking it away, which asks for two presses. Server only. */
export function MethodMore({ method, actions, hidden }: MethodCardProps) {
  const t = useTranslations('phone.more')
  const work = useTranslations('phone.work')
  const { id, label, secret } = method
  const own = { ...hidden, methodId: id }
  return (
    <details className="group">
      <summary className="inline-flex min-h-control items-center gap-1 text-14 text-ink-2 hover:text-ink">
        <NextIcon className="size-4 group-open:rotate-90" />
        {t('title')}
      </summary>
      <div className="grid max-w-form gap-5 pt-2 pb-1">
        <ActForm action={actions.rename} hidden={own} lost={work('lost')}>
          <Field
            key={label}
            id={`label-${id}`}
            name="label"
            label={t('label')}
            hint={t('labelHint')}
            defaultValue={label ?? ''}
            maxLength={60}
            autoComplete="off"
          />
          <div>
            <SubmitButton look="secondary" pending={work('working')}>
              {t('rename')}
            </SubmitButton>
          </div>
        </ActForm>
        {secret ? (
          <div className="grid gap-1">
            <p className="font-medium">{t('secret')}</p>
            <p className="flex items-center gap-2">
              <code className="min-w-0 break-all rounded-chip bg-sunken px-2 py-1 text-14">{secret}</code>
              <CopyButton text={secret} label={t('copy')} done={t('copied')} />
            </p>
          </div>
        ) : null}
        <ActForm action={actions.remove} hidden={own} lost={work('lost')}>
          <p className="text-14 text-ink-2">{t('removeText')}</p>
          <div>
            <SubmitButton look="danger" pending={work('working')}>
              {t('remove')}
            </SubmitButton>
          </div>
        </ActForm>
      </div>
    </details>
  )
}
