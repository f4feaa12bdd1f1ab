import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { body, bodyFault, subject, subjectFault } from '@/lib/tickets/schema'

const typed = fc.oneof(
  fc.string({ maxLength: 300, unit: 'binary' }),
  fc.string({ minLength: 190, maxLength: 210 }),
  fc.constantFrom('', ' ', 'ab', ' a b ', '\u200b\u200b\u200b', 'ﬁ', 'x'.repeat(20_001), 'x'.repeat(100_001)),
)

describe('what the page says of a text', () => {
  it('is what the door says (003-14)', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(subjectFault(text)).toBe(subject.safeParse(text).error?.issues[0]?.message ?? null)
        expect(bodyFault(text)).toBe(body.safeParse(text).error?.issues[0]?.message ?? null)
      }),
    )
  })
})
