import { describe, expect, test } from 'vitest'
import { isSlug } from '@/lib/marketplace/schema'
import { config } from '@/proxy'

const matches = (path: string) => config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(path))

describe('the content security policy', () => {
  test.each([
    '/',
    '/nova',
    '/nova/desk',
    '/metrics-hub/requests',
    '/healthzone/desk',
    '/readyzilla',
    '/acknowledge/new',
  ])('is given to the page %s', (path) => expect(matches(path)).toBe(true))

  test.each(['/nova/api/uploads', '/api/auth/session', '/ack/token', '/healthz', '/readyz', '/metrics'])(
    'leaves %s to itself, whose body must not be cut or whose headers are its own',
    (path) => expect(matches(path)).toBe(false),
  )

  test('no marketplace can take a name that pages are not served under', () => {
    for (const taken of ['ack', 'api', 'healthz', 'readyz', 'metrics', 'platform']) expect(isSlug(taken)).toBe(false)
    for (const free of ['nova', 'metrics-hub', 'api2']) expect(isSlug(free)).toBe(true)
  })
})
