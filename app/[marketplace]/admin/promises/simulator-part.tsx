import { useTranslations } from 'next-intl'
import { ExplainWay } from '@/components/sla/explain-way'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field, Select } from '@/components/ui/field'
import type { CategoryBranch } from '@/lib/catalog/schema'
import { type Formats, formatsFor, type Locale, zoneCity } from '@/lib/i18n'
import type { AskedRequest, PromisesPage, Simulated } from '@/lib/sla'
import { PRIORITIES } from '@/lib/tickets/schema'
import { usePromiseName, useTierName } from './promise-name'

type SimulatorPartProps = {
  page: PromisesPage
  topics: readonly CategoryBranch[]
  request: AskedRequest | null
  home: string
  locale: Locale
}

/** "A request on Friday 17:50 is due ...": by the promises and hours as they are, with every stretch of the way. */
export function SimulatorPart({ page, topics, request, home, locale }: SimulatorPartProps) {
  const t = useTranslations('promises')
  const priority = useTranslations('desk.priority')
  const tierName = useTierName()
  const { simulated } = page
  return (
    <section id="simulator" aria-labelledby="simulator-title" className="scroll-mt-4">
      <Card title={<span id="simulator-title">{t('simulator.title')}</span>}>
        <p className="max-w-prose pb-4 text-13 text-ink-2">{t('simulator.lead')}</p>
        <form action={`${home}#simulator`} className="flex flex-wrap items-end gap-3 text-13">
          <Select name="topic" label={t('form.topic')} defaultValue={request?.topicId ?? ''} className="max-w-60">
            <option value="">{t('form.anyTopic')}</option>
            {topics.map(({ id, name, topics: below }) => (
              <optgroup key={id} label={name}>
                {below.map((topic) => (
                  <option key={topic.id} value={topic.id}>
                    {topic.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
          <Select name="priority" label={t('form.priority')} defaultValue={request?.priority ?? 'normal'}>
            {PRIORITIES.map((one) => (
              <option key={one} value={one}>
                {priority(one)}
              </option>
            ))}
          </Select>
          <Select name="tier" label={t('form.tier')} defaultValue={request?.tier ?? 'standard'}>
            {page.tiers.map((tier) => (
              <option key={tier} value={tier}>
                {tierName(tier)}
              </option>
            ))}
          </Select>
          <Field name="on" type="date" label={t('simulator.on')} defaultValue={request?.on ?? ''} required />
          <Field name="time" type="time" label={t('simulator.time')} defaultValue={request?.time ?? '17:50'} required />
          <Button type="submit" look="primary">
            {t('simulator.show')}
          </Button>
        </form>
        {request && !simulated ? <p className="pt-4 font-medium">{t('simulator.odd')}</p> : null}
        {simulated ? <Result simulated={simulated} formats={formatsFor(locale, simulated.timeZone)} /> : null}
      </Card>
    </section>
  )
}

function Result({ simulated, formats }: { simulated: Simulated; formats: Formats }) {
  const t = useTranslations('promises')
  const clocks = useTranslations('desk.clocks')
  const nameOf = usePromiseName()
  const { at, promise, ways, timeZone } = simulated
  if (!promise || ways.length === 0) return <p className="pt-5 font-medium">{t('simulator.none')}</p>
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 pt-5">
      {ways.map((way) => (
        <div key={way.kind} className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <p className="text-16">
            {t.rich(`simulator.${way.kind === 'resolution' ? 'resolution' : 'first_answer'}`, {
              at: formats.promise(at),
              when: way.dueAt ? formats.promise(way.dueAt) : '',
              b: (chunks) => <b className="font-strong">{chunks}</b>,
            })}
          </p>
          <ExplainWay way={way} formats={formats} label={clocks(way.kind)} />
        </div>
      ))}
      <p className="text-13 text-ink-2">
        {t('simulator.by', { name: nameOf(promise), calendar: promise.calendar })}{' '}
        {t('explain.zone', { place: zoneCity(timeZone) })}
      </p>
    </div>
  )
}
