const browsers = [
  ['Edge', /\bEdg(?:A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Yandex Browser', /\bYaBrowser\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+(?:\.\d+)?).*\bSafari\//],
] as const
const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const

/** "Firefox 143, Windows" out of a User-Agent header: what support asks first (002-04). Empty when it says nothing. */
export function browserOf(userAgent: string | null): string {
  const agent = (userAgent ?? '').slice(0, 500)
  const browser = browsers.map(([name, sign]) => ({ name, version: sign.exec(agent)?.[1] })).find((one) => one.version)
  const system = systems.find(([, sign]) => sign.test(agent))?.[0]
  return [browser && `${browser.name} ${browser.version}`, system].filter(Boolean).join(', ')
}
