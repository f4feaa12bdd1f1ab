import { getLocale, getTranslations } from 'next-intl/server'
import { daysOfWeek } from '@/components/policies/days-of-week'
import { PolicyEditor } from '@/components/policies/policy-editor'
import { PageHead } from '@/components/ui/page-head'
import type { PolicyForm } from '@/lib/escalation/schema'
import { isLocale } from '@/lib/i18n'
import { messagesFor } from '@/lib/i18n/messages'
import { previewPolicyAction, savePolicyAction } from './actions'

type EditPartProps = { slug: string; membershipId: string; form: PolicyForm }

/** The form of a policy, new or not. */
export async function EditPart({ slug, membershipId, form }: EditPartProps) {
  const t = await getTranslations('policies')
  const locale = await getLocale()
  const list = `/${slug}/oncall/policies`
  const own = form.policyId ? `${list}/${form.policyId}` : list
  const { form: texts, warn } = messagesFor(isLocale(locale) ? locale : 'en').policies
  return (
    <div data-density="partner">
      <PageHead
        back={{ href: own, label: form.policyId ? form.definition.name : t('page.back') }}
        title={form.policyId ? t('form.editTitle', { name: form.definition.name }) : t('form.newTitle')}
        below={
          <>
            {form.severity ? <p>{t('form.outTitle', { severity: form.severity })}</p> : null}
            {form.policyId ? <p>{t('form.keeps', { number: form.version + 1, count: form.openNow })}</p> : null}
          </>
        }
      />
      <PolicyEditor
        form={form}
        save={savePolicyAction}
        preview={previewPolicyAction}
        hidden={{ marketplace: slug, membershipId }}
        own={own}
        words={texts.words}
        warn={warn}
        days={daysOfWeek(isLocale(locale) ? locale : 'en')}
      />
    </div>
  )
}
