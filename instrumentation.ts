/** Runs once in the web process, before it answers anything; never while building. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { bootWeb } = await import('@/lib/web/boot')
  bootWeb()
}
