import { subtractBusiness } from '@/lib/calendar'
import { after, MINUTE } from '@/lib/foundation/clock'
import type { Locale } from '@/lib/i18n/locales'
import type { Condition } from '@/lib/tickets/schema'
import { answer, ask, type Line, note, reply, take } from './conversations/script'
import type { MarketplaceKey } from './marketplaces'
import { lastNight } from './oncall'
import type { SeededMarketplace } from './world'

/** Staff by key, or whoever is on call (`primary`) when the move is made. */
export type StoryMove = { second: number; by: string } & (
  | { command: 'confirm' | 'ack' | 'resolve' }
  | { command: 'decline'; reason: string }
)

/** A line of the request's conversation, `second` after the claim; `working` counts it in the marketplace's hours. */
export type StoryLine = Line & { second: number; working?: boolean }

/** An urgent claim and what became of it. Timers run by themselves; `moves` is what people did. */
export type Story = {
  key: string
  at: MarketplaceKey
  partner: string
  by: 'owner' | 'member' | 'technical'
  locale: Locale
  condition: Condition
  subject: string
  text: string
  files?: string[]
  claimedAt(marketplace: SeededMarketplace, now: Date): Date
  /** The first attempt at this person's first page was turned away for a moment. */
  greylisted?: boolean
  /** Confirmed by this person after four minutes if the claim fell into working hours; `moves` then count from there. */
  confirmedBy?: string
  moves: StoryMove[]
  lines: StoryLine[]
}

const at = (second: number, line: Line, working = false): StoryLine => ({ ...line, second, working })
const workingMinutesAgo = (minutes: number) => (marketplace: SeededMarketplace, now: Date) =>
  subtractBusiness(marketplace.hours, now, minutes * MINUTE)
const minutesAgo = (minutes: number) => (_marketplace: SeededMarketplace, now: Date) => after(now, -minutes * MINUTE)

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

export const stories: Story[] = [
  incidentNight,
  {
    key: 'declined',
    at: 'nova',
    partner: 'harbour',
    by: 'owner',
    locale: 'en',
    condition: 'publishing_blocked',
    subject: 'New listings are not going live',
    text: 'None of the listings we uploaded this morning are live yet. It is twelve jumpers for the weekend campaign and we are losing sales every hour.',
    claimedAt: workingMinutesAgo(610),
    moves: [
      {
        second: 372,
        by: 'helen',
        command: 'decline',
        reason:
          'Twelve of your 1,940 listings are affected and the rest publish normally, so this is not a widespread outage. Your request stays open with its normal deadline and Alice is looking at it now.',
      },
    ],
    lines: [
      at(500, take(0, 'alice')),
      at(
        65 * 60,
        ask(
          0,
          'Hi Emma,\nAll twelve are waiting for the same thing: the care label is missing from the third photo, which knitwear has needed since last month. Could you add it to one of them so we can check it goes straight through?',
          { by: 'alice' },
        ),
        true,
      ),
    ],
  },
  {
    key: 'confirmed',
    at: 'nova',
    partner: 'severny',
    by: 'technical',
    locale: 'ru',
    condition: 'integration_down',
    subject: 'Интеграция не работает: все запросы отвечают 503',
    text: 'Последние полчаса все запросы к API возвращают 503, в том числе проверка связи. Заказы не поступают, остатки не обновляются. Другие площадки с нашего сервера доступны.',
    files: ['otvety-503.png'],
    claimedAt: workingMinutesAgo(1150),
    confirmedBy: 'darya',
    moves: [
      { second: 208, by: 'primary', command: 'ack' },
      { second: 2903, by: 'primary', command: 'resolve' },
    ],
    lines: [
      at(
        130,
        note(0, 'Проверила: 503 у всех, кто ходит через второй шлюз. Это не настройка партнёра.', { by: 'darya' }),
      ),
      at(520, take(0, 'darya')),
      at(
        900,
        answer(
          0,
          'Тимур, подтверждаем сбой на нашей стороне: второй шлюз не справился с перезапуском. Дежурный инженер переводит трафик на первый, ждём 20–30 минут.',
          { by: 'darya' },
        ),
      ),
      at(2700, reply(0, 'Уже минут десять запросы проходят, заказы догрузились. Пока всё хорошо.')),
      at(
        3400,
        answer(
          0,
          'Спасибо, что проверили. Шлюз восстановлен, сбой закрыт. Если заметите пропущенные заказы, пришлите их номера сюда.',
          { by: 'darya' },
        ),
      ),
    ],
  },
  {
    key: 'owned',
    at: 'nova',
    partner: 'lumbre',
    by: 'technical',
    locale: 'es',
    condition: 'integration_down',
    subject: 'Integración caída: no entra ningún pedido',
    text: 'Desde hace 40 minutos no entra ningún pedido en nuestra tienda y la comprobación de conexión falla con «timeout». Hemos reiniciado el módulo y cambiado de red, sin resultado.',
    claimedAt: minutesAgo(52),
    confirmedBy: 'tomas',
    moves: [{ second: 104, by: 'primary', command: 'ack' }],
    lines: [
      at(400, take(0, 'primary')),
      at(
        840,
        answer(
          0,
          'Hola, Iván:\nSoy de guardia técnica. Vemos que las conexiones desde vuestra red se cortan en nuestro equilibrador de carga. Lo estamos aislando; os escribo en cuanto haya novedades, como mucho en media hora.',
          { by: 'primary' },
        ),
      ),
      at(1320, reply(0, 'Gracias. Si ayuda, salimos por dos direcciones distintas y fallan las dos.')),
      at(
        1900,
        note(
          0,
          'Regla nueva del equilibrador bloquea el rango entero de su proveedor. Pendiente de que redes la retire.',
          { by: 'primary' },
        ),
      ),
    ],
  },
  {
    key: 'owned',
    at: 'orbita',
    partner: 'sabia',
    by: 'technical',
    locale: 'pt-BR',
    condition: 'publishing_blocked',
    subject: 'Quase todas as fichas ficaram fora do ar',
    text: 'De 860 fichas, 812 passaram para "em revisão" de uma vez, sem nenhuma mudança nossa. A loja está praticamente vazia para os clientes.',
    files: ['fichas-em-revisao.png'],
    claimedAt: minutesAgo(130),
    confirmedBy: 'bianca',
    moves: [{ second: 118, by: 'primary', command: 'ack' }],
    lines: [
      at(420, take(0, 'primary')),
      at(
        1500,
        answer(
          0,
          'Oi, Igor! Aqui é do plantão técnico. Uma regra nova de verificação marcou as fichas por engano. Estamos desfazendo em lotes: 300 já voltaram, o resto leva cerca de uma hora.',
          { by: 'primary' },
        ),
      ),
      at(4200, reply(0, 'Já vejo umas 500 no ar. Obrigado, sigo acompanhando.')),
    ],
  },
  {
    key: 'timed-out',
    at: 'orbita',
    partner: 'chai',
    by: 'owner',
    locale: 'ru',
    condition: 'orders_blocked',
    subject: 'Покупатели не могут оплатить заказ',
    text: 'Покупатели пишут, что при оплате открывается пустая страница. Проверили сами с трёх устройств: то же самое. Заказов нет уже два часа.',
    // Nobody assessed it in a quarter of an hour, so the engine paged by itself.
    claimedAt: workingMinutesAgo(980),
    moves: [
      { second: 1080, by: 'primary', command: 'ack' },
      { second: 3900, by: 'primary', command: 'resolve' },
    ],
    lines: [
      at(1150, take(0, 'alina')),
      at(
        1500,
        answer(
          0,
          'Вера, мы видим ту же пустую страницу. Дежурный инженер занимается: не отвечает платёжный виджет для заказов из-за рубежа.',
          { by: 'alina' },
        ),
      ),
      at(
        4000,
        answer(0, 'Оплата снова работает, виджет обновлён. Проверьте, пожалуйста, со своей стороны.', { by: 'alina' }),
      ),
      at(4700, reply(0, 'Работает! Уже два заказа. Спасибо большое.')),
      at(5100, { act: 'agent.close', after: 0, by: 'alina' }),
    ],
  },
]
