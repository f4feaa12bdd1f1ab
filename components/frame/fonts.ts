import localFont from 'next/font/local'

/**
 * Onest comes in three files, so that a reader loads only her own script. Where they are used the narrow ranges come
 * first. Cyrillic stands in onest.css beside the stand-ins: only Russian pages preload it, which next/font cannot
 * decide per request.
 *
 * `optional`: letters never change under a reader's eyes. The file is preloaded and kept for good; a first visit over a
 * slow line reads in the stand-in, and no line moves.
 */
const onestLatin = localFont({
  src: '../../node_modules/@fontsource-variable/onest/files/onest-latin-wght-normal.woff2',
  variable: '--font-onest-latin',
  weight: '100 900',
  display: 'optional',
  adjustFontFallback: false,
})

const onestLatinExtended = localFont({
  src: '../../node_modules/@fontsource-variable/onest/files/onest-latin-ext-wght-normal.woff2',
  variable: '--font-onest-latin-ext',
  weight: '100 900',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
})

/** Put on <html>: the variables that app/globals.css builds `--font-sans` from. */
export const fontVariables = `${onestLatin.variable} ${onestLatinExtended.variable}`
