import { answer, note, reply, take } from './conversations/script'
import { lastNight } from './oncall'
import { at, type Story } from './story'

/** The night every page of the engine can be seen by: nobody staffed, a first engineer who sleeps on, a second who does not. */
export const incidentNight: Story = {
  key: 'night',
  at: 'nova',
  partner: 'bottega',
  by: 'technical',
  locale: 'it',
  condition: 'orders_blocked',
  subject: 'Ordini bloccati: HTTP 500 al checkout',
  text: 'Dalle 02:50 il checkout risponde HTTP 500 a tutti i clienti, da web e da app. Ultimo ordine entrato alle 02:47 (70-11544). Abbiamo provato con tre carte diverse e da due reti. Nessuna modifica da parte nostra. Allego la schermata e il registro delle chiamate.',
  files: ['checkout-500.png', 'registro-chiamate.csv'],
  claimedAt: (marketplace, now) => lastNight(marketplace.plan.timeZone, now),
  greylisted: true,
  moves: [
    { second: 431, by: 'marta', command: 'ack' },
    { second: 4920, by: 'marta', command: 'resolve' },
  ],
  lines: [
    at(470, take(0, 'marta')),
    at(
      640,
      note(
        0,
        '500 solo da /checkout/confirm. Il servizio dei pagamenti rifiuta la nuova chiave: ruotata alle 02:45 in automatico, i nodi 3 e 4 hanno ancora la vecchia.',
        { by: 'marta' },
      ),
    ),
    at(
      760,
      answer(
        0,
        'Buonasera Sara, sono Marta, tecnica reperibile. Vediamo l’errore: una chiave interna ruotata alle 02:45 non è arrivata a due server. Non dipende da voi. Stimo 40–60 minuti, vi scrivo appena gli ordini ripartono.',
        { by: 'marta' },
      ),
    ),
    at(940, reply(0, 'Grazie Marta, resto collegata. Se serve un ordine di prova, ditemelo.')),
    at(
      3560,
      note(0, 'Chiave distribuita su tutti i nodi, errori tornati a 0,1 %. Aspetto mezz’ora prima di chiudere.', {
        by: 'marta',
      }),
    ),
    at(
      3700,
      answer(0, 'Dalle 04:03 gli ordini passano di nuovo. Può fare un ordine di prova e confermarmi?', { by: 'marta' }),
    ),
    at(
      4380,
      reply(
        0,
        'Confermo: tre ordini di prova e due di clienti veri, tutti a posto. Grazie per la rapidità, a quest’ora poi!',
      ),
    ),
    at(
      5010,
      answer(
        0,
        'Grazie a lei. Domani in giornata riceverete qui una breve relazione su cosa è successo e su cosa cambiamo perché non ricapiti.',
        { by: 'marta' },
      ),
    ),
  ],
}
