import { expect, test } from 'vitest'
import { withoutSecrets } from '@/lib/foundation/log'

test('secrets and what people wrote stay out of the log, however deep', () => {
  const logged = JSON.stringify(
    withoutSecrets({
      user: { password: 'hunter2', resetToken: 'hunter2', headers: [{ Cookie: 'hunter2', authorization: 'hunter2' }] },
      mail: { to: 'ada@partner.example', text: 'hunter2', html: 'hunter2' },
      url: 'https://x.example/ack/hunter2hunter2hunter2?token=hunter2',
      paths: ['link', 'reset', 'invitation'].map((folder) => `/nova/${folder}/hunter2hunter2hunter2`),
      err: new Error('cannot reach postgresql://waybill_app:hunter2@127.0.0.1/waybill', {
        cause: { secret: 'hunter2' },
      }),
    }),
  )
  expect(logged).not.toContain('hunter2')
  expect(logged).toContain('ada@partner.example')
  expect(logged).toContain('waybill_app')
})

test('facts stay readable', () => {
  const at = new Date(0)
  const facts = {
    ticket: 'NV-2041',
    why: 'ticket_closed',
    count: 3,
    at,
    list: ['a', null],
    url: 'https://x.example/nova/requests/NV-2041',
  }
  expect(withoutSecrets(facts)).toEqual(facts)
})
