/*
 * Waybill's service worker: it shows pages that are pushed to this browser and does nothing else. It keeps no page and
 * answers no request. Its scope, /<marketplace>/phone/<membership>/, says whose it is; no page lies there.
 */

const [, marketplace, , membership] = new URL(self.registration.scope).pathname.split('/')

// A page that was pushed must not wait for tabs of an older worker to close.
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => event.waitUntil(show(read(event.data))))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(pressed(event.action, event.notification.data))
})
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(subscribedAnew(event)))

/** What cannot be read is shown all the same: somebody is being called. */
function read(data) {
  try {
    const told = data.json()
    return told && typeof told === 'object' ? told : {}
  } catch {
    return {}
  }
}

async function show(told) {
  const { id, title, text, url, ackUrl, severity, locale } = told
  const actions = (told.notification?.actions ?? []).map(({ action, title }) => ({ action, title }))
  await self.registration.showNotification(title || 'Waybill', {
    body: text ?? '',
    lang: locale ?? '',
    // One notification for each delivery: a doubled copy takes the place of the first, and rings again.
    tag: id ?? 'waybill',
    renotify: Boolean(id),
    requireInteraction: Boolean(severity),
    data: { id, url: url ?? `/${marketplace}`, ackUrl: ackUrl ?? null },
    actions,
    icon: '/icon-192.png',
  })
  for (const page of await pages()) page.postMessage({ shown: id ?? null })
}

/** "I'm on it" is said at once, and the page it leads to tells how things stand, also when it could not be said. */
async function pressed(action, { url, ackUrl }) {
  if (action === 'take' && own(ackUrl)) await say(ackUrl)
  await open(action !== 'open' && own(ackUrl) ? ackUrl : url)
}

async function say(ackUrl) {
  try {
    await fetch(ackUrl, { method: 'POST', body: new URLSearchParams({ act: 'take' }), redirect: 'manual' })
  } catch {
    // No network: the page says so, and has the same button.
  }
}

async function open(address) {
  const wanted = new URL(own(address) ? address : `/${marketplace}`, self.location.origin).href
  const there = (await pages()).find(({ url }) => url.split('#')[0] === wanted)
  await (there ? there.focus() : self.clients.openWindow(wanted))
}

function pages() {
  return self.clients.matchAll({ type: 'window', includeUncontrolled: true })
}

/** Only addresses of this site are opened or posted to, whatever a message says. */
function own(address) {
  return address && URL.canParse(address, self.location.origin)
    ? new URL(address, self.location.origin).origin === self.location.origin
    : false
}

/** The push service gave this browser a new address: the marketplace is told, or pages would go nowhere. */
async function subscribedAnew({ oldSubscription, newSubscription }) {
  const options = oldSubscription?.options
  const fresh =
    newSubscription ??
    (options &&
      (await self.registration.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: options.applicationServerKey,
      })))
  if (!oldSubscription || !fresh) return
  const { endpoint, keys } = fresh.toJSON()
  await fetch(`/${marketplace}/api/push?membershipId=${membership}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ old: oldSubscription.endpoint, endpoint, p256dh: keys.p256dh, auth: keys.auth }),
  })
}
