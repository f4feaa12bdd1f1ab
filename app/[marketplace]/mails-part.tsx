import { getTranslations } from 'next-intl/server'
import { DoneForm } from '@/components/form/done-form'
import { Card } from '@/components/ui/card'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import type { Actor } from '@/lib/authz'
import { MAIL_MODES, myMails } from '@/lib/notifications'
import { saveMailModeAction } from './(partner)/me/actions'

type MailsPartProps = { actor: Actor; slug: string; company: string; working: string; save: string }

/** Each mail, one a day, or only when she is needed. Every mail's foot leads here. */
export async function MailsPart({ actor, slug, company, working, save }: MailsPartProps) {
  const t = await getTranslations('me.mails')
  const { mode: chosen, digestHour } = await myMails(actor)
  const hour = `${String(digestHour).padStart(2, '0')}:00`
  const hints = {
    each: t('eachHint'),
    digest: t('digestHint', { hour }),
    needed: t(actor.side === 'staff' ? 'neededHintStaff' : 'neededHint'),
  }
  return (
    <div id="mails">
      <Card title={t('title')}>
        <DoneForm
          // What was chosen shows anew when it was saved, also without a script.
          key={chosen}
          action={saveMailModeAction}
          hidden={{ marketplace: slug, membershipId: actor.membershipId }}
          button={save}
          working={working}
          done={t('saved')}
        >
          <ChoiceGroup
            id="mail-mode"
            legend={<span className="font-normal text-14 text-ink-2">{t('text', { company })}</span>}
          >
            {MAIL_MODES.map((mode) => (
              <Choice
                key={mode}
                card
                type="radio"
                name="mode"
                value={mode}
                defaultChecked={mode === chosen}
                label={t(mode)}
                hint={hints[mode]}
              />
            ))}
          </ChoiceGroup>
        </DoneForm>
      </Card>
    </div>
  )
}
