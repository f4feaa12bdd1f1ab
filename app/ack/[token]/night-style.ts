/*
 * The night page's own style: Waybill's dark tokens as hex, the device's font (a web font would cost the night's one
 * second), nothing loaded from anywhere. Buttons stay at the thumb while the story scrolls.
 */
export const nightStyle = `
:root{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;background:#0a1215;color:#f1f0ec;font:16px/24px system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;-webkit-text-size-adjust:100%}
header{display:flex;justify-content:space-between;gap:16px;padding:14px 16px;border-bottom:1px solid #272f33}
header span{color:#909a9e;font-variant-numeric:tabular-nums}
main{flex:1;width:100%;max-width:560px;margin:0 auto;padding:20px 16px 24px}
h1{margin:12px 0 8px;font-size:24px;line-height:31px;font-weight:700;letter-spacing:-.012em;overflow-wrap:anywhere}
p{margin:0}
.chip{display:inline-flex;align-items:center;gap:7px;padding:2px 9px;border-radius:4px;font-size:14px}
.urgent{background:#4d1c18;color:#fb8d82}
.calm{background:#3b2a12;color:#edbb64}
.over{background:#22292c;color:#a3adb0}
.gap{margin-top:16px}
.about{color:#acb6b9;overflow-wrap:anywhere}
blockquote{margin:16px 0 0;padding:12px 14px;background:#111a1e;border-radius:8px;font-size:15px;line-height:22px;overflow-wrap:anywhere}
.settled{display:flex;gap:12px;margin-top:20px;padding:14px;border-radius:8px;background:#18301f;color:#7fd096}
.settled svg{flex:none;margin-top:2px}
.next{margin-top:20px;color:#edbb64}
.next b{font-variant-numeric:tabular-nums}
.next>i{display:block;height:3px;margin-top:8px;border-radius:2px;background:#3b2a12;overflow:hidden}
.next i i{display:block;height:3px;background:#edbb64;transform-origin:0 50%}
footer{position:sticky;bottom:0;width:100%;max-width:560px;margin:0 auto;padding:14px 16px calc(14px + env(safe-area-inset-bottom));display:grid;gap:10px;background:#0a1215;border-top:1px solid #272f33}
form{margin:0}
button{display:block;width:100%;font:inherit;border-radius:12px;cursor:pointer;touch-action:manipulation}
.take{min-height:76px;border:0;background:#64cacf;color:#0a1215;font-size:20px;font-weight:700}
.pass{min-height:52px;border:1px solid #697378;background:transparent;color:#f1f0ec;font-weight:600}
footer a{padding:10px 0;text-align:center;color:#acb6b9;font-size:14px;line-height:20px}
:focus-visible{outline:2px solid #6db6ff;outline-offset:2px}
@media (forced-colors:active){.take,.pass,.settled{border:1px solid}}
`

/** The list of a bundle: each line with its button within reach of a thumb, also at 320 px. */
export const bundleStyle = `
body>form{flex:1;display:flex;flex-direction:column}
ul{list-style:none;margin:16px 0 0;padding:0}
li{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px;padding:12px 0;border-top:1px solid #272f33}
li p{flex:1 1 200px;min-width:0;overflow-wrap:anywhere}
li b{font-variant-numeric:tabular-nums}
small{font-size:14px;line-height:20px;color:#acb6b9}
li button{width:auto;min-height:48px;padding:0 18px;border:1px solid #64cacf;background:transparent;color:#64cacf;font-weight:600}
li span{color:#7fd096;font-size:14px}
`

/**
 * A clock that runs without a script: whole seconds as an animated integer, shown by counters. Where integers cannot be
 * animated it stands at the value of the last look. @param left seconds until the next move @param total of how many
 */
export function countdownStyle(left: number, total: number): string {
  const share = Math.max(0, Math.min(1, left / Math.max(total, 1)))
  return `
@property --s{syntax:'<integer>';inherits:true;initial-value:0}
@property --m{syntax:'<integer>';inherits:true;initial-value:0}
@keyframes s{from{--s:${left}}to{--s:0}}
@keyframes w{from{transform:scaleX(${share.toFixed(4)})}to{transform:scaleX(0)}}
.t{--s:${left};--m:calc(var(--s)/60 - .5);counter-reset:m var(--m) r calc(var(--s) - var(--m)*60);animation:s ${left}s steps(${Math.max(left, 1)}) forwards}
.t::after{content:counter(m)':'counter(r,decimal-leading-zero);content:counter(m)':'counter(r,decimal-leading-zero)/''}
.t span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.next i i{transform:scaleX(${share.toFixed(4)});animation:w ${left}s linear forwards}
@media (prefers-reduced-motion:reduce){.next i i{animation:none}}
`
}
