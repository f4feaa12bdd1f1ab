import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Table, Td, Th } from '@/components/ui/table'
import type { Formats } from '@/lib/i18n'
import type { PromiseRow } from '@/lib/sla'
import { usePromiseName } from './promise-name'

type ListPartProps = { promises: readonly PromiseRow[]; home: string; formats: Formats; mayEdit: boolean }

/** Every promise on a line, the most general first. */
export function ListPart({ promises, home, formats, mayEdit }: ListPartProps) {
  const t = useTranslations('promises')
  const nameOf = usePromiseName()
  if (promises.length === 0) return <Empty kind="nothing-yet" title={t('empty')} />
  const time = (minutes: number | null) => (minutes === null ? null : formats.workTime(minutes))
  return (
    <Card flush>
      <Table
        flush
        label={t('list')}
        head={
          <>
            <Th>{t('head.requests')}</Th>
            <Th>{t('head.first')}</Th>
            <Th>{t('head.next')}</Th>
            <Th>{t('head.solved')}</Th>
            <Th>{t('head.warn')}</Th>
            <Th>{t('head.page')}</Th>
            <Th>{t('head.hours')}</Th>
            {mayEdit ? (
              <Th>
                <span className="sr-only">{t('head.change')}</span>
              </Th>
            ) : null}
          </>
        }
      >
        {promises.map((promise) => {
          const { id, warnMinutes, pageMinutes } = promise
          const name = nameOf(promise)
          return (
            <tr key={id}>
              <th scope="row" className="min-w-40 px-3 py-2.5 text-left align-top font-medium">
                {name}
              </th>
              <Td className="whitespace-nowrap">{time(promise.firstAnswerMinutes)}</Td>
              <Td className="whitespace-nowrap">{time(promise.nextAnswerMinutes) ?? <None word={t('none')} />}</Td>
              <Td className="whitespace-nowrap">{time(promise.resolutionMinutes) ?? <None word={t('none')} />}</Td>
              <Td>
                {warnMinutes === null ? (
                  <None word={t('noWarning')} />
                ) : (
                  t('warnBefore', { time: time(warnMinutes) ?? '' })
                )}
              </Td>
              <Td>
                {pageMinutes === null ? <None word={t('noPage')} /> : t('pageAfter', { time: time(pageMinutes) ?? '' })}
              </Td>
              <Td>{promise.calendar}</Td>
              {mayEdit ? (
                <Td>
                  <TextLink href={`${home}?edit=${id}`} aria-label={t('changeOf', { name })}>
                    {t('change')}
                  </TextLink>
                </Td>
              ) : null}
            </tr>
          )
        })}
      </Table>
    </Card>
  )
}

function None({ word }: { word: string }) {
  return <span className="text-ink-2">{word}</span>
}
