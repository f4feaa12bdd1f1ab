import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { PlusIcon } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/page-head'
import { authorize } from '@/lib/authz'
import { topicTree } from '@/lib/catalog'
import { formatsFor } from '@/lib/i18n'
import { promisesPage } from '@/lib/sla'
import { pageContext } from '@/lib/web'
import { readRequest } from './asked'
import { EditPart } from './edit-part'
import { ListPart } from './list-part'
import { SimulatorPart } from './simulator-part'

type PageProps = {
  params: Promise<{ marketplace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('promises'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** D4: what partners are promised, and when a request that is thought of would be due. */
export default async function Promises({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const asked = await searchParams
  const home = `/${slug}/admin/promises`
  const { actor, viewer } = await pageContext(slug, 'staff', home)
  const request = readRequest(asked)
  const page = await promisesPage(actor, { locale: viewer.locale, request })
  if (!page) notFound()
  const topics = await topicTree(actor, viewer.locale)
  const t = await getTranslations('promises')
  const hidden = { marketplace: slug, membershipId: actor.membershipId }
  const mayEdit = authorize(actor, 'promise.edit')
  const edited = page.promises.find(({ id }) => id === asked.edit)
  const editing = mayEdit && (edited !== undefined || asked.edit === 'new')
  const done = asked.done === 'saved' || asked.done === 'archived' ? asked.done : null
  return (
    <div className="grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-5 p-5">
      <PageHead
        title={t('title')}
        below={[t('lead'), t('rank'), ...(mayEdit ? [] : [t('readOnly')])].join(' ')}
        actions={
          mayEdit && !editing ? (
            <ButtonLink href={`${home}?edit=new`} look="primary">
              <PlusIcon className="size-4" /> {t('add')}
            </ButtonLink>
          ) : undefined
        }
      />
      {done ? (
        <div role="status">
          <Banner>{t(done)}</Banner>
        </div>
      ) : null}
      {editing ? <EditPart page={page} topics={topics} edited={edited ?? null} home={home} hidden={hidden} /> : null}
      <ListPart
        promises={page.promises}
        home={home}
        formats={formatsFor(viewer.locale, viewer.timeZone)}
        mayEdit={mayEdit}
      />
      <SimulatorPart page={page} topics={topics} request={request} home={home} locale={viewer.locale} />
    </div>
  )
}
