import { expect, test } from 'vitest'
import { withoutSecrets } from '@/lib/foundation/log'

test('no link that opens something reaches a log, whichever kind it is', () => {
  const secret = 'Zk3-x_9QpL0aVbT7'.repeat(7)
  for (const kind of ['ack', 'view', 'link', 'invitation', 'reset', 'schedule', 'heartbeats']) {
    const told = withoutSecrets({ path: `/nova/${kind}/${secret}`, err: new Error(`at /nova/${kind}/${secret}?x=1`) })
    expect(JSON.stringify(told)).not.toContain(secret)
    expect(JSON.stringify(told)).toContain(`/nova/${kind}/`)
  }
})
