import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

/** Headers that hold for every answer; the content security policy carries a nonce and comes from proxy.ts. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'X-Permitted-Cross-Domain-Policies', value: 'none' },
]

const config: NextConfig = {
  // A test run builds beside a running server, in a folder of its own.
  distDir: process.env.WAYBILL_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run types` checks them, tests included; a start should not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  // Optimising would decode files that strangers sent.
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'nodemailer', 'busboy', 'file-type'],
  headers: async () => [{ source: '/:path*', headers }],
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
