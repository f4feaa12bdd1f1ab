import { answer, ask, note, reply, take } from './conversations/script'
import { incidentNight } from './incident-night'
import { at, minutesAgo, type Story, workingMinutesAgo } from './story'

/** What became of urgent claims in a week; the first of each marketplace is the one whose number is known. */
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
