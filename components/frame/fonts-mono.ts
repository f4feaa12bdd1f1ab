import localFont from 'next/font/local'

/** For numbers and ids on the desk only; partners' pages use the device's own monospace and save 40 kB. */
export const jetBrainsMono = localFont({
  src: '../../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--font-mono',
  weight: '100 800',
  display: 'optional',
  preload: false,
  adjustFontFallback: 'Arial',
})
