// Runs in a page before everything else and gathers its vitals in `window.vitals`. Plain JavaScript: what a compiler adds
// to a function would not be there in the page.
{
  const vitals = { lcp: 0, inp: 0, cls: 0, ttfb: 0 }
  window.vitals = vitals
  const watch = (type, take, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more })
  watch('largest-contentful-paint', ({ startTime }) => {
    vitals.lcp = startTime
  })
  watch('layout-shift', ({ hadRecentInput, value }) => {
    if (!hadRecentInput) vitals.cls += value
  })
  watch('navigation', ({ responseStart }) => {
    vitals.ttfb = responseStart
  })
  watch(
    'event',
    ({ interactionId, duration }) => {
      if (interactionId) vitals.inp = Math.max(vitals.inp, duration)
    },
    { durationThreshold: 16 },
  )
}
