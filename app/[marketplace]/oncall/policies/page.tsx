import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Endpoints } from '@/components/policies/endpoints'
import { PolicyRows } from '@/components/policies/policy-rows'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { ButtonLink } from '@/components/ui/button'
import { PlusIcon } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/page-head'
import { endpointList, policyList } from '@/lib/escalation'
import { formatsFor } from '@/lib/i18n'
import { pageContext } from '@/lib/web'
import {
  addEndpointAction,
  disableEndpointAction,
  enableEndpointAction,
  rotateEndpointAction,
  testEndpointAction,
} from './actions'

type PageProps = { params: Promise<{ marketplace: string }> }

const acts = {
  add: addEndpointAction,
  rotate: rotateEndpointAction,
  disable: disableEndpointAction,
  enable: enableEndpointAction,
  test: testEndpointAction,
}

/** While a test is under way its fate is looked for this often, in seconds. */
const LOOK_EVERY = 5

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('policies'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** D5: every policy with what it does and what it is for, and the other systems that policies tell. */
export default async function Policies({ params }: PageProps) {
  const { marketplace: slug } = await params
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/policies`)
  const [list, hooks] = await Promise.all([policyList(actor, viewer.locale), endpointList(actor)])
  if (!list || !hooks) return null
  const t = await getTranslations('policies')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const hrefOf = (id: string) => `/${slug}/oncall/policies/${id}`
  const living = list.policies.filter(({ archivedAt }) => archivedAt === null)
  const archived = list.policies.filter(({ archivedAt }) => archivedAt !== null)
  const rows = (policies: typeof living) => <PolicyRows policies={policies} hrefOf={hrefOf} formats={formats} />
  const testing = hooks.endpoints.some(({ test }) => test?.status === 'PENDING' || test?.status === 'SENDING')
  return (
    <div data-density="partner" className="grid gap-8">
      <PageHead
        title={t('title')}
        below={list.allowed.edit ? t('lead') : `${t('lead')} ${t('readOnly')}`}
        actions={
          list.allowed.edit ? (
            <ButtonLink href={`/${slug}/oncall/policies/new`} look="primary">
              <PlusIcon className="size-4" /> {t('new')}
            </ButtonLink>
          ) : undefined
        }
      />
      <section aria-labelledby="in" className="grid gap-4">
        <h2 id="in" className="text-20">
          {t('in')}
        </h2>
        {rows(living.filter(({ direction }) => direction === 'IN'))}
      </section>
      <section aria-labelledby="out" className="grid gap-4">
        <header className="grid gap-1">
          <h2 id="out" className="text-20">
            {t('out')}
          </h2>
          <p className="text-14 text-ink-2">{t('outLead')}</p>
        </header>
        {rows(living.filter(({ direction }) => direction === 'OUT'))}
        {list.missing.map((severity) => (
          <p key={severity} className="flex flex-wrap items-center gap-x-4 gap-y-2 text-14 text-status-wait">
            {t('missing', { severity })}
            {list.allowed.edit ? (
              <ButtonLink href={`/${slug}/oncall/policies/new?severity=${severity}`}>
                {t('missingMake', { severity })}
              </ButtonLink>
            ) : null}
          </p>
        ))}
      </section>
      <Endpoints
        list={hooks}
        acts={acts}
        hidden={{ marketplace: slug, membershipId: actor.membershipId }}
        formats={formats}
      />
      {archived.length > 0 ? (
        <details>
          <summary className="inline-flex min-h-control items-center text-ink-2 underline underline-offset-3">
            {t('archived')} ({archived.length})
          </summary>
          <div className="pt-3">{rows(archived)}</div>
        </details>
      ) : null}
      {testing ? <LiveRefresh seconds={LOOK_EVERY} /> : null}
    </div>
  )
}
