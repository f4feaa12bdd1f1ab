import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import { Chip, Tag } from '@/components/ui/chip'
import { classes } from '@/components/ui/classes'
import { SubmitButton } from '@/components/ui/submit-button'
import type { MethodView } from '@/lib/contacts/schema'
import type { Formats } from '@/lib/i18n'
import { CodeForm } from './code-form'
import { FateLine } from './fate-line'
import { MethodMore } from './method-more'
import type { PhoneActions } from './phone-actions'
import { ThisBrowser } from './this-browser'

export type MethodCardProps = {
  method: MethodView
  actions: PhoneActions
  /** Whose form it is: marketplace and membership. */
  hidden: Record<string, string>
  formats: Formats
}

const tones = { verified: 'done', unverified: 'wait', off: 'urgent' } as const
const rails = {
  verified: 'before:bg-status-done',
  unverified: 'before:bg-status-wait',
  off: 'before:bg-status-urgent',
}

/** One way to reach her: how it stands, and the one thing to do next. Server only. */
export function MethodCard(props: MethodCardProps) {
  const { method, formats } = props
  const t = useTranslations('phone')
  const { channel, label, address, state, mark } = method
  return (
    <li
      className={classes(
        'relative grid gap-3 border-hairline border-b py-4 pr-4 pl-5 before:absolute before:inset-y-0 before:left-0 before:w-1 last:border-b-0',
        rails[state],
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-center gap-x-2 text-16">
            <span>{t(`channel.${channel === 'push' ? 'pushOther' : channel}`)}</span>
            {label ? <span className="font-normal">{label}</span> : null}
            {mark ? <ThisBrowser mark={mark} tag={<Tag brand>{t('ways.here')}</Tag>} /> : null}
          </h3>
          <p className="break-all text-14 text-ink-2">{address}</p>
        </div>
        <Chip tone={tones[state]}>{t(`state.${state}`)}</Chip>
      </div>
      <NextThing {...props} formats={formats} />
      <MethodMore {...props} />
    </li>
  )
}

function NextThing(props: MethodCardProps) {
  const { method } = props
  const t = useTranslations('phone')
  if (method.state === 'off')
    return (
      <>
        <p className="text-14 text-status-urgent">{t('off.gone')}</p>
        {method.channel === 'push' ? <p className="text-14">{t('off.push')}</p> : <SendCode {...props} />}
      </>
    )
  if (method.state === 'unverified' && method.channel !== 'push') return <Proof {...props} />
  return (
    <>
      {method.state === 'verified' && !method.used ? (
        <p className="text-14 text-status-wait">{t('ways.unused')}</p>
      ) : null}
      <Test {...props} />
    </>
  )
}

/** The address waits for its code. */
function Proof(props: MethodCardProps) {
  const { method, actions, hidden, formats } = props
  const t = useTranslations('phone')
  const { code, id, channel } = method
  if (!code)
    return (
      <>
        <p className="text-14">{t('code.over')}</p>
        <SendCode {...props} />
      </>
    )
  return (
    <>
      <p className="text-14">{t('code.sent', { when: formats.time(code.expiresAt) })}</p>
      <FateLine fate={code.fate} channel={channel} formats={formats} />
      <CodeForm
        id={id}
        action={actions.verify}
        hidden={{ ...hidden, methodId: id }}
        words={{
          label: t('code.label'),
          hint: t('code.left', { left: code.triesLeft }),
          submit: t('code.submit'),
          working: t('work.working'),
          lost: t('work.lost'),
        }}
      />
      <SendCode {...props} again />
    </>
  )
}

function SendCode({ method, actions, hidden, again }: MethodCardProps & { again?: boolean }) {
  const t = useTranslations('phone')
  return (
    <ActForm action={actions.sendCode} hidden={{ ...hidden, methodId: method.id }} lost={t('work.lost')}>
      <div>
        <SubmitButton look={again ? 'quiet' : 'primary'} pending={t('work.working')}>
          {t(again ? 'code.again' : 'code.send')}
        </SubmitButton>
      </div>
    </ActForm>
  )
}

/** "Test my phone": send now, watch it leave, say whether it arrived. */
function Test({ method, actions, hidden, formats }: MethodCardProps) {
  const t = useTranslations('phone')
  const { test, id, channel, state } = method
  const time = test ? formats.short(test.at, test.at) : ''
  const asks = test && test.answer === null && test.fate?.status !== 'failed'
  const missed = channel === 'mail' ? 'missedMail' : channel === 'push' ? 'missedPush' : 'missedOther'
  const own = { ...hidden, methodId: id }
  return (
    <>
      {test && test.answer === null ? <FateLine fate={test.fate} channel={channel} formats={formats} /> : null}
      {asks ? (
        <ActForm action={actions.answer} hidden={{ ...own, testId: test.id }} lost={t('work.lost')}>
          <p className="font-medium">{t('test.question', { time })}</p>
          <div className="flex flex-wrap gap-2">
            <SubmitButton name="received" value="yes" pending={t('work.working')}>
              {t('test.yes')}
            </SubmitButton>
            <SubmitButton name="received" value="no" look="secondary" pending={t('work.working')}>
              {t('test.no')}
            </SubmitButton>
          </div>
        </ActForm>
      ) : null}
      {test?.answer === 'yes' ? <p className="text-14 text-status-done">{t('test.arrived', { time })}</p> : null}
      {test?.answer === 'no' ? (
        <div className="grid gap-1 text-14">
          <p className="font-medium text-status-urgent">{t('test.missed', { time })}</p>
          <p>{t(`test.${missed}`)}</p>
        </div>
      ) : null}
      <ActForm action={actions.test} hidden={own} lost={t('work.lost')}>
        <div>
          <SubmitButton look={asks ? 'quiet' : 'secondary'} pending={t('work.working')}>
            {t(state === 'unverified' ? 'test.first' : test ? 'test.again' : 'test.now')}
          </SubmitButton>
        </div>
      </ActForm>
    </>
  )
}
