// How the mailbox looks: Waybill's paper and ink, nothing loaded from elsewhere.

const safe = (text) =>
  `${text}`.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign],
  )

const time = (at) => at.slice(0, 19).replace('T', ' ')

/** Plain text with its links made clickable. */
function linked(text) {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/g)
    .map((part, odd) =>
      odd % 2 ? `<a href="${safe(part)}" target="_blank" rel="noreferrer">${safe(part)}</a>` : safe(part),
    )
    .join('')
}

function page(title, body, { newest, watch = false } = {}) {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${safe(title)}</title><link rel="stylesheet" href="/style.css"></head>
<body data-newest="${safe(newest ?? '')}"><header><a class="name" href="/">Waybill mailbox</a>
<span>development only: nothing here was delivered to anybody</span></header>
<main>${body}</main>${watch ? '<script src="/watch.js"></script>' : ''}</body></html>`
}

export function listPage(mails, { to, smtp }) {
  const rows = mails.map(
    (mail) => `<li><a href="/mail/${mail.id}"><span class="to">${safe(mail.to.join(', '))}</span>
<span class="subject">${safe(mail.subject || '(no subject)')}</span>${mail.attachments.length ? '<span class="chip">files</span>' : ''}
<time datetime="${mail.at}">${time(mail.at)} UTC</time></a></li>`,
  )
  const filter = `<form method="get"><label for="to">Recipient</label>
<input id="to" name="to" type="search" value="${safe(to ?? '')}" placeholder="anna@partner.example"><button>Show</button></form>`
  const empty = to
    ? `<p class="empty">No mail for ${safe(to)}. <a href="/">Show all</a></p>`
    : `<p class="empty">No mail yet. What Waybill sends to 127.0.0.1:${smtp} shows up here by itself.</p>`
  const list = rows.length ? `<ul class="mails">${rows.join('\n')}</ul>` : empty
  return page('Waybill mailbox', `<h1>${mails.length} ${mails.length === 1 ? 'mail' : 'mails'}</h1>${filter}${list}`, {
    newest: to ? undefined : mails[0]?.id,
    watch: !to,
  })
}

export function mailPage(mail) {
  const facts = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Arrived', `${time(mail.at)} UTC`],
  ]
  const files = mail.attachments.map(
    ({ name, type, size }) => `<li>${safe(name)} <small>${safe(type)}, ${size} bytes</small></li>`,
  )
  const headers = mail.headers.map(({ name, value }) => `<tr><th>${safe(name)}</th><td>${safe(value)}</td></tr>`)
  const frame = `<h2>HTML</h2><iframe title="The mail as HTML" src="/mail/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
  return page(
    mail.subject || '(no subject)',
    `<p><a href="/">All mails</a></p><h1>${safe(mail.subject || '(no subject)')}</h1>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${safe(value)}</dd>`).join('')}</dl>
${files.length ? `<h2>Files</h2><ul>${files.join('')}</ul>` : ''}
${mail.text ? `<h2>Text</h2><pre>${linked(mail.text)}</pre>` : ''}
${mail.html ? frame : ''}
<details><summary>Headers</summary><table>${headers.join('')}</table></details>`,
  )
}

export const missingPage = () =>
  page('Not here', '<h1>This mail is not here</h1><p>Only the last 500 are kept. <a href="/">All mails</a></p>')

export const style = `:root{--canvas:#faf9f6;--surface:#fff;--line:#dfded9;--edge:#818b8d;--ink:#142227;--ink2:#46555c;--brand:#00656e;--on-brand:#fff;--focus:#1570d1;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--canvas:#0a1215;--surface:#111a1e;--line:#272f33;--edge:#697378;--ink:#f1f0ec;--ink2:#acb6b9;--brand:#64cacf;--on-brand:#0a1215;--focus:#6db6ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:16px/24px Onest,ui-sans-serif,system-ui,sans-serif}
header{display:flex;flex-wrap:wrap;gap:0 16px;align-items:baseline;padding:12px 24px;border-bottom:1px solid var(--line);background:var(--surface);color:var(--ink2);font-size:13px}
.name{font-size:16px;font-weight:660;color:var(--ink);text-decoration:none}
main{max-width:1000px;margin:0 auto;padding:24px}
h1{font-size:26px;line-height:32px;font-weight:660;letter-spacing:-.012em;margin:0 0 16px;overflow-wrap:anywhere}
h2{font-size:13px;line-height:18px;font-weight:560;color:var(--ink2);margin:24px 0 8px}
a{color:var(--brand)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
form{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin-bottom:16px}
label{color:var(--ink2);font-size:13px}
input,button{font:inherit;min-height:44px;border-radius:6px;border:1px solid var(--edge);padding:0 12px;background:var(--surface);color:var(--ink)}
input{flex:1 1 200px;max-width:340px;min-width:0}
button{background:var(--brand);border-color:var(--brand);color:var(--on-brand);font-weight:560;cursor:pointer}
.mails{list-style:none;margin:0;padding:0;border:1px solid var(--line);border-radius:8px;background:var(--surface);overflow:hidden}
.mails li+li{border-top:1px solid var(--line)}
.mails a{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,2fr) 48px auto;gap:4px 16px;align-items:baseline;padding:12px 16px;color:inherit;text-decoration:none}
.mails a:hover{background:var(--canvas)}
.to,time,small,dt{color:var(--ink2);font-size:13px}
.to,.subject{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.subject{font-weight:560}
time{grid-column:4;font-variant-numeric:tabular-nums}
.chip{font-size:12px;line-height:16px;border:1px solid var(--edge);border-radius:4px;padding:1px 6px}
@media (max-width:700px){main{padding:16px}.mails a{grid-template-columns:minmax(0,1fr)}.mails a>*{grid-column:1}.chip{justify-self:start}}
.empty{border:1px dashed var(--edge);border-radius:8px;padding:32px;text-align:center;color:var(--ink2)}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:2px 16px;margin:0}
dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:16px;margin:0;font:inherit}
iframe{width:100%;height:520px;border:1px solid var(--line);border-radius:8px;background:#fff}
details{margin-top:24px}
summary{cursor:pointer;color:var(--ink2)}
table{border-collapse:collapse;font:12px/16px ui-monospace,monospace;width:100%;table-layout:fixed}
th,td{text-align:left;vertical-align:top;padding:4px 8px;border-top:1px solid var(--line);overflow-wrap:anywhere}
th{width:28%}`
