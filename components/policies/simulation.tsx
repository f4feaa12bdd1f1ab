import { useTranslations } from 'next-intl'
import { UrgentIcon } from '@/components/ui/icons'
import { Table, Td, Th } from '@/components/ui/table'
import type { PolicyOverTime } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'

type SimulationProps = { over: PolicyOverTime; formats: Formats }

/** A policy over days to come: a row for each shift, a column for each step, gaps in red. Server only. */
export function Simulation({ over, formats }: SimulationProps) {
  const t = useTranslations('policies.sim')
  const dry = useTranslations('policies.dry')
  return (
    <div className="grid gap-2">
      <Table
        label={t('table')}
        head={
          <>
            <Th>{t('shift')}</Th>
            {Array.from({ length: over.steps }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
              <Th key={index}>{dry('step', { step: index + 1 })}</Th>
            ))}
          </>
        }
      >
        {over.stretches.map((stretch) => (
          <tr key={stretch.from.toISOString()} className={stretch.gap ? 'bg-status-urgent-soft' : undefined}>
            <Td className="whitespace-nowrap tabular-nums">
              {formats.promise(stretch.from)}
              <span className="block text-ink-2">{formats.promise(stretch.to)}</span>
              {stretch.heldUntil ? (
                <span className="block whitespace-normal text-13 text-status-wait">
                  {t('held', { severities: formats.list(over.hold), when: formats.promise(stretch.heldUntil) })}
                </span>
              ) : null}
              {stretch.gap ? (
                <b className="block whitespace-normal text-13 text-status-urgent">{t('gapWhole')}</b>
              ) : null}
            </Td>
            {stretch.steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
              <Td key={index} className="min-w-32">
                <Called step={step} formats={formats} />
              </Td>
            ))}
          </tr>
        ))}
      </Table>
      {over.cut ? <p className="text-14 text-ink-2">{t('cut', { count: over.stretches.length })}</p> : null}
    </div>
  )
}

function Called({ step, formats }: { step: PolicyOverTime['stretches'][number]['steps'][number]; formats: Formats }) {
  const t = useTranslations('policies.sim')
  const called = [
    ...step.people.map(({ name }) => name),
    ...(step.partner ? [t('partner')] : []),
    ...(step.systems > 0 ? [t('systems', { count: step.systems })] : []),
  ]
  if (called.length > 0) return formats.list(called)
  return (
    <b className="inline-flex items-center gap-1.5 font-medium text-status-urgent">
      <UrgentIcon className="size-4" />
      {t('gap')}
    </b>
  )
}
