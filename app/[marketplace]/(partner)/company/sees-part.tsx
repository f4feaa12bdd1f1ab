import { getTranslations } from 'next-intl/server'
import { DoneForm } from '@/components/form/done-form'
import { Card } from '@/components/ui/card'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { authorize, type PartnerActor } from '@/lib/authz'
import type { Partner } from '@/lib/partners'
import { seesAllAction } from './actions'

type SeesPartProps = { actor: PartnerActor; company: Partner; hidden: Record<string, string> }

/** Whether members read their colleagues' requests (decision 9): the owner's switch, a sentence for everybody else. */
export async function SeesPart({ actor, company, hidden }: SeesPartProps) {
  const t = await getTranslations('company.sees')
  const ui = await getTranslations('ui')
  if (!authorize(actor, 'company.change', { partnerId: actor.partnerId }))
    return (
      <Card title={t('title')}>
        <p>{t(company.membersSeeAll ? 'nowAll' : 'nowOwn')}</p>
      </Card>
    )
  return (
    <Card title={t('title')}>
      <DoneForm action={seesAllAction} hidden={hidden} button={ui('save')} working={ui('working')} done={t('saved')}>
        <ChoiceGroup id="sees" legend={t('legend')}>
          {(['all', 'own'] as const).map((sees) => (
            <Choice
              key={`${sees} ${company.membersSeeAll}`}
              card
              type="radio"
              name="sees"
              value={sees}
              defaultChecked={(sees === 'all') === company.membersSeeAll}
              label={t(sees)}
              hint={t(`${sees}Hint`)}
            />
          ))}
        </ChoiceGroup>
      </DoneForm>
    </Card>
  )
}
