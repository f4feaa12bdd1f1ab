/** Most specific first: nearly every browser also claims to be the ones below it. */
const browsers = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Yandex Browser', /\bYaBrowser\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /(?:\bVersion\/(\d+(?:\.\d+)?).*)?\bSafari\//],
] as const
const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const
/** Headers are written by whoever calls; no true one is longer. */
const LONGEST = 500

/** What a User-Agent header says of browser ("Firefox"), its version ("143") and system ("Windows"), as far as it can be told. */
export function readUserAgent(header: string | null): { browser?: string; version?: string; system?: string } {
  const agent = (header ?? '').slice(0, LONGEST)
  const system = systems.find(([, sign]) => sign.test(agent))?.[0]
  for (const [browser, sign] of browsers) {
    const found = sign.exec(agent)
    if (found) return { browser, version: found[1], system }
  }
  return { system }
}
