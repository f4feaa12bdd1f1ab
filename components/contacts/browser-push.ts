/** This browser's own side of web push. Only for client components, and only after the page was hydrated. */

/** 'home-screen': an iPhone or iPad has push only in a web app that was added to its Home Screen. */
export type PushState = 'unsupported' | 'home-screen' | 'denied' | 'off' | 'on'

export function scopeOf({ slug, membershipId }: { slug: string; membershipId: string }): string {
  return `/${slug}/phone/${membershipId}/`
}

export async function pushState(scope: string, key: string): Promise<PushState> {
  const standalone = matchMedia('(display-mode: standalone)').matches
  if (isApple() && !standalone && !('PushManager' in window)) return 'home-screen'
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const own = await subscription(scope)
  // One of an earlier key can never be sent to again.
  return own && sameKey(own.options.applicationServerKey, key) ? 'on' : 'off'
}

function isApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
}

/** What this browser is subscribed with for these pages; null when it is not. */
export async function subscription(scope: string): Promise<PushSubscription | null> {
  if (!('serviceWorker' in navigator)) return null
  const all = await navigator.serviceWorker.getRegistrations()
  const own = all.find((one) => new URL(one.scope).pathname === scope)
  return (await own?.pushManager?.getSubscription()) ?? null
}

/** Asks for permission and subscribes. @throws what the browser or its push service says when that cannot be done */
export async function subscribe(scope: string, key: string): Promise<PushSubscription | 'denied'> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const registration = await navigator.serviceWorker.register('/sw.js', { scope, updateViaCache: 'none' })
  await active(registration)
  const present = await registration.pushManager.getSubscription()
  if (present && !sameKey(present.options.applicationServerKey, key)) await present.unsubscribe()
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

function active({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting
  if (active || !coming) return Promise.resolve()
  return new Promise((done) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') done()
    })
  })
}

function sameKey(present: ArrayBuffer | null, key: string): boolean {
  if (!present) return true
  const text = btoa(String.fromCharCode(...new Uint8Array(present)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === key
}

/** By what the server knows this browser (`MethodView.mark`): the address itself stays between the two. */
export async function markOf(endpoint: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))
  return [...new Uint8Array(hash)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 16)
}

/** "Chrome, Android": how she recognises the device in her list. */
export function deviceName(): string {
  const { userAgent: told } = navigator
  const first = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(told))?.[1]
  const browser = first([
    [/Edg/, 'Edge'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/OPR/, 'Opera'],
    [/SamsungBrowser/, 'Samsung Internet'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ])
  const device = first([
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Mac OS X/, 'Mac'],
    [/Windows/, 'Windows'],
    [/Linux/, 'Linux'],
  ])
  return [browser, device].filter(Boolean).join(', ')
}
