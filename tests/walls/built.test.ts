import { describe, expect, test } from 'vitest'
import { actionsIn, builtActions, builtRoutes, methodsIn, routesIn } from './built'
import { actions, nameOf, routes } from './who-may'

const listed = (rows: object) => [...new Set(Object.keys(rows).map(nameOf))].sort()

describe('the build', () => {
  test('opens no page and no route that who-may.ts does not know', () => {
    expect(builtRoutes()).toEqual(listed(routes))
  })

  test('holds no server action that who-may.ts does not know', () => {
    expect([...new Set(builtActions().map(({ name }) => name))].sort()).toEqual(listed(actions))
  })
})

describe('read from a build', () => {
  test('pages and methods, without groups and what Next adds', () => {
    const paths = {
      '/[marketplace]/(partner)/new/page': 'app/...',
      '/[marketplace]/api/uploads/route': 'app/...',
      '/_not-found/page': 'app/...',
      '/_global-error/page': 'app/...',
      '/page': 'app/page.js',
    }
    expect(routesIn(paths, () => ['GET', 'POST'])).toEqual([
      'GET /',
      'GET /[marketplace]/api/uploads',
      'GET /[marketplace]/new',
      'POST /[marketplace]/api/uploads',
    ])
  })

  test('methods, however they are exported', () => {
    const text = `
      export async function GET() {}
      export const POST = defineRoute({})
      const PUT = () => {}; export { PUT, handler as DELETE }
      export const { PATCH } = handlers
      function OPTIONS() {}
      export const dynamic = 'force-dynamic'`
    expect(methodsIn('app/x/route.ts', text)).toEqual(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
  })

  test('actions, with those written into a page', () => {
    const action = (filename: string, exportedName: string) => ({
      filename,
      exportedName,
      workers: { 'app/x/page': {} },
    })
    const node = {
      b: action('some/where/app/[marketplace]/(partner)/new/page.tsx', '$$RSC_SERVER_ACTION_0'),
      a: action('app/[marketplace]/(partner)/new/actions.ts', 'openTicket'),
    }
    expect(actionsIn({ node })).toEqual([
      { id: 'a', name: 'app/[marketplace]/(partner)/new/actions.ts openTicket', pages: ['/x/page'] },
      { id: 'b', name: 'app/[marketplace]/(partner)/new/page.tsx $$RSC_SERVER_ACTION_0', pages: ['/x/page'] },
    ])
  })
})
