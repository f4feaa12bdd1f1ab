/** `oklch(L C H)` as WCAG relative luminance, 0 to 1. Conversion: CSS Color 4, 10.2; luminance: WCAG 2.2. */
export function luminance(colour: string): number {
  const [l, c, h] = numbers(colour)
  const turn = (h * Math.PI) / 180
  const a = c * Math.cos(turn)
  const b = c * Math.sin(turn)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
  const green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
  const blue = -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short
  return 0.2126 * shown(red) + 0.7152 * shown(green) + 0.0722 * shown(blue)
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function numbers(colour: string): [number, number, number] {
  const found = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(colour)
  if (!found) throw new Error(`not a plain oklch colour: ${colour}`)
  return [Number(found[1]), Number(found[2]), Number(found[3])]
}

/** A screen clips what sRGB cannot show. */
function shown(channel: number): number {
  return Math.min(1, Math.max(0, channel))
}
