import { describe, expect, test } from 'vitest'
import { askedIn, carried } from '@/app/[marketplace]/(partner)/new/asked'
import { browserOf } from '@/app/[marketplace]/(partner)/new/browser-of'
import { answersIn, asMessage } from '@/components/tickets/form-fields'
import { faultsIn, toldFaults } from '@/components/tickets/request-faults'
import { openTicketForm } from '@/components/tickets/request-form-schema'
import type { FieldView } from '@/lib/catalog/schema'
import { newId } from '@/lib/foundation/ids'
import { deviceOf } from '@/lib/identity/device-of'

const fields: FieldView[] = [
  {
    key: 'part',
    type: 'choice',
    label: 'Part',
    required: true,
    options: [
      { key: 'feed', label: 'Feed' },
      { key: 'api', label: 'API' },
    ],
  },
  { key: 'address', type: 'url', label: 'Address', required: true, showWhen: { field: 'part', is: ['feed'] } },
  {
    key: 'shops',
    type: 'choices',
    label: 'Shops',
    required: false,
    options: [
      { key: 'a', label: 'North' },
      { key: 'b', label: 'South' },
    ],
  },
  { key: 'seen', type: 'yes_no', label: 'Seen before', required: false },
]
const sentences = {
  required: 'Needed.',
  not_a_url: 'No address.',
  'body.required': 'Write something.',
  'subject.too_short': 'Short.',
  'condition.condition': 'Which?',
}
const filled = { subject: 'A feed', body: 'Stands still.' }

describe('a browser', () => {
  test.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox 143, Windows'],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      'Edge 141, Linux',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari 18.1, iPhone',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Safari/605',
      'Safari, macOS',
    ],
    ['curl/8.0', ''],
    [null, ''],
  ])('is named as support asks for it (002-04): %s', (agent, named) => {
    expect(browserOf(agent)).toBe(named)
    // A device is recognised by the same reading, whatever its browser has become since.
    expect(deviceOf(agent)).toBe(named.replace(/ [\d.]+/, '') || null)
  })
})

describe('the form of a new request', () => {
  test('names every required field that is asked and empty, and none that is not asked (003-14)', () => {
    const faults = (written: Record<string, string | string[]>) =>
      faultsIn(written, { fields, urgent: false, sentences })
    expect(faults({})).toEqual({ subject: 'Short.', body: 'Write something.', 'field.part': 'Needed.' })
    expect(faults({ ...filled, 'field.part': 'api' })).toEqual({})
    expect(faults({ ...filled, 'field.part': 'feed' })).toEqual({ 'field.address': 'Needed.' })
    expect(faults({ ...filled, 'field.part': 'feed', 'field.address': 'not one' })).toEqual({
      'field.address': 'No address.',
    })
    expect(faultsIn({ ...filled, 'field.part': 'api' }, { fields, urgent: true, sentences })).toEqual({
      condition: 'Which?',
    })
  })

  test('shows at the field what the server said of it', () => {
    const state = {
      status: 'refused',
      why: 'fields_invalid',
      message: '',
      details: { fields: { part: 'required' } },
    } as const
    expect(toldFaults(state, sentences)).toEqual({ 'field.part': 'Needed.' })
    expect(toldFaults({ status: 'invalid', message: '', fields: { subject: 'Short.' } }, {})).toEqual({
      subject: 'Short.',
    })
    expect(toldFaults({ status: 'idle' }, {})).toEqual({})
  })

  test('becomes one message for a request that is there already (003-15)', () => {
    const written = {
      ...filled,
      'field.part': 'api',
      'field.address': 'https://left.example',
      'field.shops': ['a', 'b'],
      'field.seen': 'no',
    }
    expect(asMessage(written, fields, { yes: 'Yes', no: 'No' })).toBe(
      'A feed\n\nStands still.\n\nPart: API\nShops: North, South\nSeen before: No',
    )
    expect(answersIn(written)).toHaveProperty('part', 'api')
  })

  test('is put together at the door: own fields, ticked steps, files, the request that it follows', () => {
    const [submissionKey, topicId, followsId, file] = [newId(), newId(), newId(), newId()]
    const form = {
      submissionKey,
      topicId,
      followsId,
      ...filled,
      'field.part': 'feed',
      'field.shops': ['a', 'b'],
      preflight: 'cache',
      attachmentIds: file,
    }
    expect(openTicketForm.parse(form)).toEqual({
      submissionKey,
      topicId,
      followsId,
      ...filled,
      fields: { part: 'feed', shops: ['a', 'b'] },
      preflight: ['cache'],
      attachmentIds: [file],
    })
    expect(openTicketForm.parse({ submissionKey, topicId, ...filled })).toEqual({
      submissionKey,
      topicId,
      ...filled,
      attachmentIds: [],
    })
    expect(openTicketForm.safeParse({ ...form, state: 'completed' }).success).toBe(false)
  })
})

test('an address says each thing once; what goes along to the next step is what was said', () => {
  const none = {
    topic: undefined,
    q: undefined,
    follows: undefined,
    like: undefined,
    from: undefined,
    subject: undefined,
  }
  expect(carried(askedIn({ ...none, follows: 'NV-1', q: 'x' }))).toEqual({ follows: 'NV-1' })
  expect(askedIn({ ...none, topic: ['a', 'b'] }).topic).toBe('')
  expect(askedIn({ ...none, subject: 'x'.repeat(300) }).subject).toHaveLength(200)
})
