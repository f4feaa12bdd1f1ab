import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import type { KeptAction } from '@/components/form/use-kept-action'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import type { EndpointList, EndpointView } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import { AddEndpoint, RotateEndpoint, type SecretWords } from './secret-forms'

type Acts = Record<'add' | 'rotate' | 'disable' | 'enable' | 'test', KeptAction>
type EndpointsProps = { list: EndpointList; acts: Acts; hidden: Record<string, string>; formats: Formats }

/** The other systems that steps may tell: where, whether they listen, what became of the last test. Server only. */
export function Endpoints({ list, acts, hidden, formats }: EndpointsProps) {
  const t = useTranslations('policies.hook')
  const words = useSecretWords()
  const form = useTranslations('policies.form.words')
  return (
    <section aria-labelledby="hooks" className="grid gap-4">
      <header className="grid gap-1">
        <h2 id="hooks" className="text-20">
          {t('title')}
        </h2>
        <p className="max-w-prose text-14 text-ink-2">{t('lead')}</p>
      </header>
      {list.endpoints.length === 0 ? <p className="text-14 text-ink-2">{t('empty')}</p> : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {list.endpoints.map((endpoint) => (
          <li key={endpoint.id} className="grid content-start gap-3 rounded-card border border-hairline bg-surface p-4">
            <Told endpoint={endpoint} formats={formats} />
            {list.allowed.edit ? (
              <div className="flex flex-wrap items-start gap-2">
                {endpoint.disabledAt ? null : (
                  <ActForm action={acts.test} hidden={{ ...hidden, endpointId: endpoint.id }} lost={form('lost')}>
                    <SubmitButton look="secondary" pending={form('working')}>
                      {t('test')}
                    </SubmitButton>
                  </ActForm>
                )}
                <RotateEndpoint action={acts.rotate} hidden={{ ...hidden, endpointId: endpoint.id }} words={words} />
                <ActForm
                  action={endpoint.disabledAt ? acts.enable : acts.disable}
                  hidden={{ ...hidden, endpointId: endpoint.id }}
                  lost={form('lost')}
                >
                  <SubmitButton look="quiet" pending={form('working')}>
                    {t(endpoint.disabledAt ? 'enable' : 'disable')}
                  </SubmitButton>
                </ActForm>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {list.allowed.edit ? (
        <Card title={t('addTitle')}>
          <AddEndpoint action={acts.add} hidden={hidden} words={words} />
        </Card>
      ) : null}
    </section>
  )
}

function Told({ endpoint, formats }: { endpoint: EndpointView; formats: Formats }) {
  const t = useTranslations('policies.hook')
  const fates = useTranslations('escalation.delivery')
  const { test } = endpoint
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-16">{endpoint.name}</h3>
        <Chip tone={endpoint.disabledAt ? 'closed' : 'done'}>{t(endpoint.disabledAt ? 'off' : 'on')}</Chip>
      </div>
      <p className="break-all font-mono text-13">{endpoint.url}</p>
      <p className="text-14 text-ink-2">
        {endpoint.usedBy.length > 0 ? t('usedBy', { policies: formats.list(endpoint.usedBy) }) : t('unused')}
      </p>
      {test ? (
        <p className={test.status === 'FAILED' || test.status === 'DEAD' ? 'text-14 text-status-urgent' : 'text-14'}>
          {t.rich('tested', { fate: fates(test.status), when: () => <Time at={test.at} formats={formats} /> })}
          {test.detail ? (
            <span lang="en" className="block break-words font-mono text-12 text-ink-2">
              {test.detail}
            </span>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

function useSecretWords(): SecretWords {
  const t = useTranslations('policies.hook')
  const form = useTranslations('policies.form.words')
  const ui = useTranslations('ui')
  return {
    name: t('name'),
    url: t('url'),
    add: t('add'),
    rotate: t('rotate'),
    rotateTitle: t('rotateTitle'),
    rotateText: t('rotateText'),
    rotateYes: t('rotateYes'),
    keep: t('keep'),
    secret: t('secret'),
    secretHint: t('secretHint'),
    copy: t('copy'),
    copied: t('copied'),
    working: form('working'),
    lost: form('lost'),
    close: ui('close'),
  }
}
