import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingsIn, MOST_FINDINGS } from '@/lib/alerts/read-payload'
import { severityOf } from '@/lib/alerts/severity-of'

const alertmanager = {
  version: '4',
  groupKey: '{}:{alertname="QueueGrows"}',
  status: 'firing',
  receiver: 'waybill',
  groupLabels: { alertname: 'QueueGrows' },
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'http://alertmanager.example',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'QueueGrows', instance: 'hub-1', severity: 'critical' },
      annotations: { summary: 'The queue grows', description: '12,000 orders wait' },
      startsAt: '2026-03-03T02:00:00Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus.example',
      fingerprint: 'a1b2',
    },
    { status: 'resolved', labels: { alertname: 'DiskFull' }, annotations: {}, fingerprint: 'c3d4' },
  ],
}

describe('what a report says', () => {
  test('Alertmanager: one finding for each alert, its fingerprint, its severity, over when it says so', () => {
    expect(findingsIn('alertmanager', alertmanager, 'P1')).toEqual([
      {
        fingerprint: 'a1b2',
        title: 'The queue grows',
        detail: '12,000 orders wait\nalertname=QueueGrows instance=hub-1 severity=critical',
        severity: 'P0',
        state: 'firing',
      },
      { fingerprint: 'c3d4', title: 'DiskFull', detail: 'alertname=DiskFull', severity: 'P1', state: 'resolved' },
    ])
  })

  test('Grafana: the same envelope, with values', () => {
    const grafana = {
      ...alertmanager,
      orgId: 1,
      title: '[FIRING:1]',
      state: 'alerting',
      alerts: [{ ...alertmanager.alerts[0], valueString: '[ A=12000 ]', values: { A: 12_000 }, dashboardURL: '' }],
    }
    const found = findingsIn('grafana', grafana, 'P2')
    expect(found?.[0]).toMatchObject({ title: 'The queue grows', severity: 'P0' })
    expect(found?.[0]?.detail).toContain('[ A=12000 ]')
  })

  test('our own: one, or several; the title is the fingerprint of what names none', () => {
    expect(findingsIn('generic', { title: 'Feed stands still' }, 'P2')).toEqual([
      { fingerprint: 'Feed stands still', title: 'Feed stands still', detail: '', severity: 'P2', state: 'firing' },
    ])
    const two = {
      alerts: [
        { title: 'a', severity: 'high' },
        { title: 'b', state: 'resolved' },
      ],
    }
    expect(findingsIn('generic', two, 'P0')?.map(({ severity, state }) => [severity, state])).toEqual([
      ['P1', 'firing'],
      ['P0', 'resolved'],
    ])
  })

  test('of one fingerprint the last word counts', () => {
    const twice = { alerts: [{ title: 'a' }, { title: 'a', state: 'resolved' }] }
    expect(findingsIn('generic', twice, 'P1')).toHaveLength(1)
    expect(findingsIn('generic', twice, 'P1')?.[0]?.state).toBe('resolved')
  })

  test.each([
    ['nothing', undefined],
    ['a list', []],
    ['no title', { detail: 'x' }],
    ['an empty title', { title: '' }],
    ['a title that is a number', { title: 7 }],
    ['no alerts', { alerts: [] }],
    ['too many', { alerts: Array.from({ length: MOST_FINDINGS + 1 }, (_, index) => ({ title: `t${index}` })) }],
    ['a state we do not know', { title: 'a', state: 'silenced' }],
  ])('%s is no report', (_what, body) => {
    expect(findingsIn('generic', body, 'P1')).toBeNull()
  })

  test('whatever is sent, what is read has its shape and length, and no control characters', () => {
    fc.assert(
      fc.property(fc.constantFrom('generic', 'alertmanager', 'grafana'), fc.json(), fc.string(), (kind, json, text) => {
        const bodies = [JSON.parse(json), { title: text }, { alerts: [{ status: 'firing', labels: { a: text } }] }]
        for (const body of bodies) {
          for (const finding of findingsIn(kind as 'generic', body, 'P1') ?? []) {
            expect(finding.title.length).toBeGreaterThan(0)
            expect(finding.title.length).toBeLessThanOrEqual(200)
            expect(finding.detail.length).toBeLessThanOrEqual(2000)
            // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
            expect(finding.title + finding.fingerprint).not.toMatch(/[\u0000-\u001f]/)
          }
        }
      }),
    )
  })

  test.each([
    ['critical', 'P0'],
    [' Disaster ', 'P0'],
    ['error', 'P1'],
    ['warning', 'P2'],
    ['none', 'P2'],
    ['purple', 'P1'],
    [undefined, 'P1'],
  ])('the word %s means %s where P1 is usual', (word, severity) => {
    expect(severityOf(word, 'P1')).toBe(severity)
  })
})
