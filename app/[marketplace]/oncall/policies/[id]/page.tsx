import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ActForm } from '@/components/form/act-form'
import { ConfirmDialog } from '@/components/form/confirm-dialog'
import { Use } from '@/components/policies/policy-rows'
import { PolicyWarnings } from '@/components/policies/policy-warnings'
import { Sentences } from '@/components/policies/sentences'
import { VersionHead, VersionList } from '@/components/policies/version-list'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { SubmitButton } from '@/components/ui/submit-button'
import type { StaffActor } from '@/lib/authz'
import { policyPage } from '@/lib/escalation'
import { formatsFor, type Locale } from '@/lib/i18n'
import { pageContext } from '@/lib/web'
import { archivePolicyAction, makeDefaultPolicyAction } from '../actions'
import { DryRunPart } from './dry-run-part'
import { SimulationPart } from './simulation-part'

type PageProps = {
  params: Promise<{ marketplace: string; id: string }>
  searchParams: Promise<{ severity?: string; partner?: string; from?: string; days?: string }>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const read = cache(async (actor: StaffActor, policyId: string, locale: Locale) =>
  uuid.test(policyId) ? policyPage(actor, { policyId, locale }) : null,
)

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace: slug, id } = await params
  const { actor, marketplace, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/policies/${id}`)
  const page = await read(actor, id, viewer.locale)
  if (!page) return {}
  return { title: (await getTranslations('frame'))('title', { page: page.name, marketplace: marketplace.name }) }
}

/** One policy: what it does, whom it would call now and in the days to come, and every version with what changed. */
export default async function Policy({ params, searchParams }: PageProps) {
  const { marketplace: slug, id } = await params
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/policies/${id}`)
  const page = await read(actor, id, viewer.locale)
  const newest = page?.versions[0]
  if (!page || !newest) notFound()
  const t = await getTranslations('policies')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const hidden = { marketplace: slug, membershipId: actor.membershipId, policyId: page.id }
  const asked = await searchParams
  return (
    <div data-density="partner" className="grid gap-6">
      <PageHead
        back={{ href: `/${slug}/oncall/policies`, label: t('page.back') }}
        above={
          <>
            {page.severity ? <Tag brand>{page.severity}</Tag> : null}
            {page.isDefault ? <Tag brand>{t('default')}</Tag> : null}
            {page.archivedAt ? <Tag>{t('archivedOn', { date: formats.date(page.archivedAt) })}</Tag> : null}
          </>
        }
        title={page.name}
        below={<Use policy={page} formats={formats} />}
        actions={page.allowed.edit ? <Acts slug={slug} page={page} hidden={hidden} /> : undefined}
      />
      <PolicyWarnings warnings={page.warnings} formats={formats} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t('page.how')}>
          <div className="grid gap-4">
            <Sentences sentences={page.sentences} />
            <VersionHead version={newest} formats={formats} />
            {page.openUnderOlder > 0 ? (
              <p className="text-14 text-status-wait">{t('page.older', { count: page.openUnderOlder })}</p>
            ) : null}
          </div>
        </Card>
        <DryRunPart slug={slug} page={page} asked={asked} actor={actor} formats={formats} />
      </div>
      {page.direction === 'IN' ? (
        <SimulationPart slug={slug} page={page} asked={asked} actor={actor} formats={formats} />
      ) : null}
      <Card title={t('page.history')}>
        <VersionList versions={page.versions} formats={formats} />
      </Card>
    </div>
  )
}

type ActsProps = {
  slug: string
  page: NonNullable<Awaited<ReturnType<typeof policyPage>>>
  hidden: Record<string, string>
}

async function Acts({ slug, page, hidden }: ActsProps) {
  const t = await getTranslations('policies')
  const ui = await getTranslations('ui')
  const words = { working: t('form.words.working'), lost: t('form.words.lost') }
  return (
    <>
      {page.allowed.makeDefault ? (
        <ActForm action={makeDefaultPolicyAction} hidden={hidden} lost={words.lost}>
          <SubmitButton look="secondary" pending={words.working}>
            {t('page.makeDefault')}
          </SubmitButton>
        </ActForm>
      ) : null}
      {page.allowed.archive ? (
        <ConfirmDialog
          id="archive"
          action={archivePolicyAction}
          hidden={hidden}
          words={{
            ...words,
            button: t('page.archive'),
            title: t('page.archiveTitle', { name: page.name }),
            text: t('page.archiveText'),
            confirm: t('page.archiveYes'),
            keep: t('page.keep'),
            close: ui('close'),
          }}
        />
      ) : null}
      <ButtonLink href={`/${slug}/oncall/policies/${page.id}/edit`} look="primary">
        {t('page.edit')}
      </ButtonLink>
    </>
  )
}
