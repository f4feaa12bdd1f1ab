import { getTranslations } from 'next-intl/server'
import { AddMethodForm } from '@/components/contacts/add-method-form'
import { MethodCard } from '@/components/contacts/method-card'
import { PlanLines } from '@/components/contacts/plan-lines'
import { PushCard } from '@/components/contacts/push-card'
import { ActForm } from '@/components/form/act-form'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Actor } from '@/lib/authz'
import { phonePage, pushKey } from '@/lib/contacts'
import { type PhonePage, SEVERITIES } from '@/lib/contacts/schema'
import { formatsFor } from '@/lib/i18n'
import type { PageContext } from '@/lib/web'
import {
  addMethodAction,
  addPushAction,
  answerTestAction,
  removeMethodAction,
  renameMethodAction,
  sendCodeAction,
  testPhoneAction,
  verifyMethodAction,
} from './phone-actions'
import { RulesPart } from './phone-rules-part'

type PhonePartProps = {
  context: PageContext<'partner'> | PageContext<'staff'>
  /** Where a partner comes from; the on-call pages have their own navigation. */
  back?: { href: string; label: string }
}

/** Looked at again this often, in seconds, while a code or a test is on its way. */
const LOOK_EVERY = 2

/** O5: how somebody is reached, in which order, and whether it works: the same for staff and for partners' people. */
export async function PhonePart({ context, back }: PhonePartProps) {
  const actor: Actor = context.actor
  const { slug } = context.marketplace
  const page = await phonePage(actor)
  if (!page) return null
  const t = await getTranslations('phone')
  const hidden = { marketplace: slug, membershipId: actor.membershipId }
  const formats = formatsFor(context.viewer.locale, context.viewer.timeZone)
  const actions = {
    sendCode: sendCodeAction,
    verify: verifyMethodAction,
    remove: removeMethodAction,
    rename: renameMethodAction,
    test: testPhoneAction,
    answer: answerTestAction,
  }
  const testable = page.methods.filter(({ state }) => state === 'verified').length
  return (
    <div className="grid gap-6">
      <div>
        <PageHead title={t('title')} back={back} below={t('intro')} />
        <ReachBanner page={page} />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-6">
          <Card title={t('ways.title')} flush>
            {page.methods.length === 0 ? (
              <Empty kind="nothing-yet" title={t('ways.empty')}>
                {t('ways.emptyText')}
              </Empty>
            ) : (
              <ul>
                {page.methods.map((method) => (
                  <MethodCard key={method.id} method={method} actions={actions} hidden={hidden} formats={formats} />
                ))}
              </ul>
            )}
            {testable > 1 ? (
              <div className="border-hairline border-t p-4">
                <ActForm action={testPhoneAction} hidden={hidden} lost={t('work.lost')}>
                  <SubmitButton wide pending={t('work.working')}>
                    {t('ways.testAll')}
                  </SubmitButton>
                </ActForm>
              </div>
            ) : null}
          </Card>
          <RulesPart page={page} hidden={hidden} />
        </div>
        <div className="grid gap-6">
          <PushPart page={page} slug={slug} membershipId={actor.membershipId} />
          <AddPart page={page} hidden={hidden} />
        </div>
      </div>
      {page.moving ? <LiveRefresh seconds={LOOK_EVERY} /> : null}
    </div>
  )
}

/** The first thing to read: whether a page would reach her now, and how. */
async function ReachBanner({ page }: { page: PhonePage }) {
  const t = await getTranslations('phone')
  const { uncovered, email } = page
  if (uncovered.length === SEVERITIES.length)
    return (
      <Banner tone="urgent" title={t('reach.none')}>
        {t('reach.noneText', { email })}
      </Banner>
    )
  if (uncovered.length > 0)
    return (
      <Banner tone="urgent" title={t('reach.some', { severities: uncovered.join(', ') })}>
        {t('reach.someText')}
        <div className="mt-2">
          <PlanLines page={page} />
        </div>
      </Banner>
    )
  return (
    <Banner tone="done" title={t('reach.all')}>
      <PlanLines page={page} />
    </Banner>
  )
}

async function PushPart({ page, slug, membershipId }: { page: PhonePage; slug: string; membershipId: string }) {
  const t = await getTranslations('phone')
  const key = pushKey()
  const words = {
    turnOn: t('push.turnOn'),
    on: t('push.on'),
    denied: t('push.denied'),
    unsupported: t('push.unsupported'),
    iosTitle: t('push.iosTitle'),
    ios1: t('push.ios1'),
    ios2: t('push.ios2'),
    ios3: t('push.ios3'),
    noScript: t('push.noScript'),
    failed: t('push.failed'),
    shown: t('test.shown'),
    working: t('work.working'),
  }
  return (
    <Card title={t('push.title')}>
      <div className="grid gap-3">
        <p>{key ? t('push.text') : t('push.off')}</p>
        {key ? (
          <PushCard
            action={addPushAction}
            slug={slug}
            membershipId={membershipId}
            publicKey={key}
            marks={page.methods.flatMap(({ mark, state }) => (mark && state !== 'off' ? [mark] : []))}
            words={words}
          />
        ) : null}
      </div>
    </Card>
  )
}

async function AddPart({ page, hidden }: { page: PhonePage; hidden: Record<string, string> }) {
  const t = await getTranslations('phone')
  return (
    <Card title={t('add.title')}>
      <AddMethodForm
        action={addMethodAction}
        hidden={hidden}
        channels={page.offered.map((value) => ({
          value,
          label: t(`channel.${value}`),
          hint: t(`channelHint.${value}`),
        }))}
        words={{
          channel: t('add.channel'),
          address: t('add.address'),
          account: t('add.account', { email: page.email }),
          label: t('add.label'),
          labelHint: t('more.labelHint'),
          optional: t('add.optional'),
          submit: t('add.submit'),
          working: t('work.working'),
          lost: t('work.lost'),
        }}
      />
    </Card>
  )
}
