/** Address of the file that onest.css names; the same bytes give the same hashed name. */
export const cyrillicFont = new URL(
  '../../node_modules/@fontsource-variable/onest/files/onest-cyrillic-wght-normal.woff2',
  import.meta.url,
).href
