import { type NextRequest, NextResponse } from 'next/server'

const development = process.env.NODE_ENV === 'development'

/** The policy of one page. Style attributes are refused too: components draw with classes and SVG. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/** Gives each page a fresh nonce and its policy, and does nothing else: who may see what is decided behind it. */
export function proxy(request: NextRequest): NextResponse {
  const value = policy(btoa(crypto.randomUUID()))
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', value) // Next reads the nonce from here and puts it on its own scripts
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', value)
  return response
}

/**
 * Pages only. A request that matches has its body cut at 10 MB, so uploads (`/<marketplace>/api/...`) must never
 * match; the night page (`/ack/...`) and probes bring their own headers.
 */
export const config = {
  matcher: [
    '/((?!_next/static|_next/image|api(?:/|$)|[^/]+/api(?:/|$)|(?:ack|healthz|readyz|metrics)(?:/|$)|favicon\\.ico|icon\\.svg|robots\\.txt).*)',
  ],
}
