import type { Holiday } from '@/lib/calendar'

/* Public holidays of the two demo countries, for the year of `now` and the next one. */

/** Gregorian Easter Sunday (the anonymous algorithm of 1876), as [month, day]. */
function easter(year: number): [number, number] {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return [Math.floor(sum / 31), (sum % 31) + 1]
}

function dateOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

function aroundEaster(year: number, days: number): string {
  const [month, day] = easter(year)
  return dateOf(year, month, day + days)
}

const morning = [{ from: '09:00', to: '13:00' }]

export function italianHolidays(years: readonly number[]): Holiday[] {
  return years.flatMap((year) => [
    { date: dateOf(year, 1, 1), name: 'Capodanno' },
    { date: dateOf(year, 1, 6), name: 'Epifania' },
    { date: aroundEaster(year, 1), name: 'Lunedì dell’Angelo' },
    { date: dateOf(year, 4, 25), name: 'Festa della Liberazione' },
    { date: dateOf(year, 5, 1), name: 'Festa dei lavoratori' },
    { date: dateOf(year, 6, 2), name: 'Festa della Repubblica' },
    { date: dateOf(year, 8, 15), name: 'Ferragosto' },
    { date: dateOf(year, 11, 1), name: 'Ognissanti' },
    { date: dateOf(year, 12, 8), name: 'Immacolata Concezione' },
    { date: dateOf(year, 12, 24), name: 'Vigilia di Natale', open: morning },
    { date: dateOf(year, 12, 25), name: 'Natale' },
    { date: dateOf(year, 12, 26), name: 'Santo Stefano' },
    { date: dateOf(year, 12, 31), name: 'San Silvestro', open: morning },
  ])
}

export function brazilianHolidays(years: readonly number[]): Holiday[] {
  return years.flatMap((year) => [
    { date: dateOf(year, 1, 1), name: 'Confraternização Universal' },
    { date: aroundEaster(year, -48), name: 'Carnaval (segunda-feira)' },
    { date: aroundEaster(year, -47), name: 'Carnaval' },
    { date: aroundEaster(year, -2), name: 'Sexta-feira Santa' },
    { date: dateOf(year, 4, 21), name: 'Tiradentes' },
    { date: dateOf(year, 5, 1), name: 'Dia do Trabalho' },
    { date: aroundEaster(year, 60), name: 'Corpus Christi' },
    { date: dateOf(year, 9, 7), name: 'Independência do Brasil' },
    { date: dateOf(year, 10, 12), name: 'Nossa Senhora Aparecida' },
    { date: dateOf(year, 11, 2), name: 'Finados' },
    { date: dateOf(year, 11, 15), name: 'Proclamação da República' },
    { date: dateOf(year, 11, 20), name: 'Consciência Negra' },
    { date: dateOf(year, 12, 24), name: 'Véspera de Natal', open: morning },
    { date: dateOf(year, 12, 25), name: 'Natal' },
  ])
}
