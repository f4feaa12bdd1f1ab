import { useTranslations } from 'next-intl'
import { ToldOnceForm, type ToldOnceWords } from '@/components/alerts/told-once-form'
import { ConfirmDialog } from '@/components/form/confirm-dialog'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Dialog } from '@/components/ui/dialog'
import { DialogButton } from '@/components/ui/dialog-button'
import { Field, Select } from '@/components/ui/field'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { type AlertsPage, KEY_KINDS, type KeyRow } from '@/lib/alerts/schema'
import type { Formats } from '@/lib/i18n'
import { createKeyAction, revokeKeyAction, rotateKeyAction } from './actions'
import { useConfirmWords, useSeverities } from './words'

type PartProps = { page: AlertsPage; hidden: Record<string, string>; origin: string; formats: Formats }

/** With which keys monitoring systems report, and what an administrator can do with them. */
export function KeysPart({ page, hidden, origin, formats }: PartProps) {
  const t = useTranslations('alerts')
  return (
    <Card title={t('keys.title')} flush>
      <div className="flex flex-wrap items-start justify-between gap-3 p-4">
        <p className="max-w-prose text-14 text-ink-2">{page.keys.length > 0 ? t('keys.lead') : t('keys.empty')}</p>
        {page.mayEdit ? <DialogButton opens="new-key">{t('keys.add')}</DialogButton> : null}
      </div>
      {page.keys.length > 0 ? (
        <Table
          flush
          label={t('keys.title')}
          head={
            <>
              <Th>{t('keys.name')}</Th>
              <Th>{t('keys.kind')}</Th>
              <Th>{t('keys.policy')}</Th>
              <Th>{t('keys.used')}</Th>
              {page.mayEdit ? <Th>{t('keys.actions')}</Th> : null}
            </>
          }
        >
          {page.keys.map((key) => (
            <tr key={key.id}>
              <Td>
                <span className="font-medium">{key.name}</span> <span className="text-ink-2">{key.severity}</span>
                {key.revokedAt ? (
                  <span className="block">
                    <Chip tone="closed">{t('keys.revoked')}</Chip>
                  </span>
                ) : null}
                {key.oldKeyUntil ? (
                  <span className="block text-13 text-ink-2">
                    {t('keys.old', { when: formats.promise(key.oldKeyUntil) })}
                  </span>
                ) : null}
              </Td>
              <Td>{t(`kind.${key.kind}`)}</Td>
              <Td>{key.policy ?? t('form.defaultPolicy')}</Td>
              <Td>
                {key.lastUsedAt ? (
                  <Time at={key.lastUsedAt} as="short" now={page.now} formats={formats} />
                ) : (
                  t('keys.never')
                )}
              </Td>
              {page.mayEdit ? (
                <Td>{key.revokedAt ? null : <KeyActs row={key} page={page} hidden={hidden} origin={origin} />}</Td>
              ) : null}
            </tr>
          ))}
        </Table>
      ) : null}
      {page.mayEdit ? <NewKey page={page} hidden={hidden} origin={origin} /> : null}
    </Card>
  )
}

function NewKey({ page, hidden, origin }: Omit<PartProps, 'formats'>) {
  const t = useTranslations('alerts')
  const ui = useTranslations('ui')
  return (
    <Dialog id="new-key" title={t('keys.add')} close={ui('close')}>
      <ToldOnceForm
        action={createKeyAction}
        hidden={hidden}
        words={useToldWords(t('form.create'))}
        shown="{secret}"
        command={commandOf(origin, page.alertsPath)}
      >
        <Field name="name" label={t('form.name')} hint={t('form.nameHint')} required autoComplete="off" />
        <Select name="kind" label={t('form.kind')}>
          {KEY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
        <Select name="severity" label={t('form.severity')} defaultValue="P1">
          {useSeverities()}
        </Select>
        <PolicySelect id="key-policy" policies={page.policies} />
      </ToldOnceForm>
    </Dialog>
  )
}

function KeyActs({ row, page, hidden, origin }: { row: KeyRow } & Omit<PartProps, 'formats'>) {
  const t = useTranslations('alerts')
  const ui = useTranslations('ui')
  const about = { ...hidden, keyId: row.id }
  return (
    <div className="flex flex-wrap gap-2">
      <DialogButton opens={`rotate-${row.id}`} look="quiet">
        {t('act.rotate')}
      </DialogButton>
      <Dialog id={`rotate-${row.id}`} title={`${t('act.rotate')}: ${row.name}`} close={ui('close')}>
        <ToldOnceForm
          action={rotateKeyAction}
          hidden={about}
          words={useToldWords(t('act.rotate'))}
          shown="{secret}"
          command={commandOf(origin, page.alertsPath)}
        >
          <p>{t('act.rotateText')}</p>
        </ToldOnceForm>
      </Dialog>
      <ConfirmDialog
        id={`revoke-${row.id}`}
        action={revokeKeyAction}
        hidden={about}
        look="quiet"
        danger
        words={useConfirmWords('revoke', row.name)}
      />
    </div>
  )
}

export function PolicySelect({ id, policies }: { id: string; policies: AlertsPage['policies'] }) {
  const t = useTranslations('alerts')
  return (
    <Select name="policyId" id={id} label={t('form.policy')}>
      <option value="">{t('form.defaultPolicy')}</option>
      {policies.map((policy) => (
        <option key={policy.id} value={policy.id}>
          {policy.name}
        </option>
      ))}
    </Select>
  )
}

function useToldWords(submit: string): ToldOnceWords {
  const t = useTranslations('alerts')
  const told = { text: t('told.text'), copy: t('told.copy'), copied: t('told.copied'), try: t('told.try') }
  return { ...told, submit, working: t('act.working'), title: t('told.keyTitle'), close: t('told.close') }
}

function commandOf(origin: string, path: string): string {
  const body = `'{"title":"Test","state":"firing"}'`
  return `curl -X POST ${origin}${path} \\\n  -H "Authorization: Bearer {secret}" \\\n  -H "Content-Type: application/json" \\\n  -d ${body}`
}
