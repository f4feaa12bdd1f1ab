// The pages and the JSON of the mailbox. Mails hold sign-in links, so only this machine's own browser may read them:
// a foreign page that points its host name here (DNS rebinding) is refused by the Host header.
import { createServer } from 'node:http'
import { listPage, mailPage, missingPage, style } from './pages.mjs'

const pageRules =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'"
const mailRules =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

// Shows new mails without losing the reader's place: looks every 2 s and reloads only when something came.
const watcher = `const seen = document.body.dataset.newest
setInterval(async () => {
  const newest = await fetch('/api/newest').then((answer) => answer.text()).catch(() => seen)
  if (newest !== seen) location.reload()
}, 2000)`

export function startHttp(store, ports) {
  const hosts = [`localhost:${ports.http}`, `127.0.0.1:${ports.http}`]
  const server = createServer((request, response) => {
    const send = (status, type, body, rules = pageRules) => {
      response.writeHead(status, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': rules,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
      response.end(body)
    }
    if (!hosts.includes(request.headers.host)) return send(421, 'text/plain', 'Ask for this page at localhost.')
    const url = new URL(request.url, 'http://localhost')
    const [, place, id, part] = url.pathname.split('/')
    const json = (body, status = 200) => send(status, 'application/json', JSON.stringify(body))

    if (request.method === 'DELETE' && url.pathname === '/api/messages') return json({ kept: store.clear() ?? 0 })
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, 'text/plain', 'Only GET here.')
    const to = url.searchParams.get('to') ?? undefined
    if (url.pathname === '/') return send(200, 'text/html', listPage(store.list({ to }), { to, smtp: ports.smtp }))
    if (url.pathname === '/style.css') return send(200, 'text/css', style)
    if (url.pathname === '/watch.js') return send(200, 'text/javascript', watcher)
    if (url.pathname === '/api/newest') return send(200, 'text/plain', store.list()[0]?.id ?? '')
    if (url.pathname === '/api/messages') return json(store.list({ to }))
    const mail =
      place === 'mail' || (place === 'api' && id === 'messages') ? store.find(place === 'mail' ? id : part) : undefined
    if (!mail) return place === 'api' ? json({ error: 'not found' }, 404) : send(404, 'text/html', missingPage())
    if (place === 'api') return json(mail)
    if (part === 'html') return send(200, 'text/html', `<base target="_blank">${mail.html}`, mailRules)
    return send(200, 'text/html', mailPage(mail))
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(ports.http, '127.0.0.1', () => resolve(server))
  })
}
