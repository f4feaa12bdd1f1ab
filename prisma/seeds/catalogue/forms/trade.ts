import { invoiceNumber, orders, period, trackingNumber } from './questions'
import { type FormSeed, five, may, must, when } from './shape'

/** Forms of what concerns selling, money and delivery. */
export const tradeForms: FormSeed[] = [
  { key: 'order', preflight: [], fields: [orders] },
  {
    key: 'return',
    preflight: [],
    fields: [
      orders,
      {
        key: 'reason',
        type: 'choice',
        ...must,
        label: five(
          'What the buyer says',
          'Che cosa dice l’acquirente',
          'Qué dice el comprador',
          'Что сообщает покупатель',
          'O que o comprador diz',
        ),
        options: [
          {
            key: 'damaged',
            label: five(
              'It arrived damaged',
              'È arrivato danneggiato',
              'Llegó dañado',
              'Товар пришёл повреждённым',
              'Chegou avariado',
            ),
          },
          {
            key: 'wrong',
            label: five(
              'It is not what was ordered',
              'Non è ciò che è stato ordinato',
              'No es lo que pidió',
              'Пришёл не тот товар',
              'Não é o que foi pedido',
            ),
          },
          {
            key: 'not_received',
            label: five('It never arrived', 'Non è mai arrivato', 'No llegó nunca', 'Товар не получен', 'Nunca chegou'),
          },
          {
            key: 'regret',
            label: five(
              'They changed their mind',
              'Ha cambiato idea',
              'Cambió de idea',
              'Покупатель передумал',
              'Mudou de ideia',
            ),
          },
          { key: 'other', label: five('Something else', 'Altro', 'Otra cosa', 'Другое', 'Outra coisa') },
        ],
      },
      when(trackingNumber, 'reason', 'not_received'),
      {
        key: 'refunded',
        type: 'yes_no',
        ...may,
        label: five(
          'Has the buyer been refunded already?',
          'L’acquirente è già stato rimborsato?',
          '¿Ya se ha reembolsado al comprador?',
          'Деньги покупателю уже возвращены?',
          'O comprador já foi reembolsado?',
        ),
      },
      when(
        {
          key: 'amount',
          type: 'number',
          ...may,
          label: five(
            'Amount in dispute',
            'Importo contestato',
            'Importe en disputa',
            'Спорная сумма',
            'Valor em disputa',
          ),
        },
        'refunded',
        'yes',
      ),
    ],
  },
  {
    key: 'payout',
    preflight: [],
    fields: [
      {
        key: 'what',
        type: 'choice',
        ...must,
        label: five('What is wrong', 'Che cosa non va', 'Qué falla', 'Что не так', 'O que está errado'),
        options: [
          {
            key: 'missing',
            label: five(
              'The payout has not arrived',
              'L’accredito non è arrivato',
              'El pago no ha llegado',
              'Выплата не пришла',
              'O repasse não caiu',
            ),
          },
          {
            key: 'amount',
            label: five(
              'The amount differs',
              'L’importo non corrisponde',
              'El importe no coincide',
              'Сумма расходится',
              'O valor é diferente',
            ),
          },
          {
            key: 'account',
            label: five(
              'The bank details have changed',
              'I dati bancari sono cambiati',
              'Han cambiado los datos bancarios',
              'Изменились банковские реквизиты',
              'Os dados bancários mudaram',
            ),
          },
        ],
      },
      when(period, 'what', 'missing', 'amount'),
      when(
        {
          key: 'expected',
          type: 'number',
          ...must,
          label: five(
            'Amount you expected',
            'Importo atteso',
            'Importe que esperabas',
            'Ожидаемая сумма',
            'Valor esperado',
          ),
        },
        'what',
        'amount',
      ),
      when(
        {
          key: 'received',
          type: 'number',
          ...must,
          label: five('Amount received', 'Importo ricevuto', 'Importe recibido', 'Полученная сумма', 'Valor recebido'),
        },
        'what',
        'amount',
      ),
      when({ ...invoiceNumber, ...may }, 'what', 'missing', 'amount'),
    ],
  },
  {
    key: 'charge',
    preflight: [],
    fields: [
      period,
      { ...invoiceNumber, ...may },
      {
        key: 'charged',
        type: 'number',
        ...may,
        label: five('Amount charged', 'Importo addebitato', 'Importe cobrado', 'Списанная сумма', 'Valor cobrado'),
      },
      { ...orders, ...may },
    ],
  },
  {
    key: 'invoice',
    preflight: [],
    fields: [
      {
        key: 'what',
        type: 'choice',
        ...must,
        label: five('What is it about', 'Di che cosa si tratta', 'De qué se trata', 'В чём дело', 'Do que se trata'),
        options: [
          {
            key: 'missing',
            label: five(
              'A document is missing',
              'Manca un documento',
              'Falta un documento',
              'Нет документа',
              'Falta um documento',
            ),
          },
          {
            key: 'wrong',
            label: five(
              'It has wrong details',
              'Contiene dati errati',
              'Tiene datos erróneos',
              'В документе ошибка',
              'Os dados estão errados',
            ),
          },
          {
            key: 'again',
            label: five(
              'It has to be issued again',
              'Va emesso di nuovo',
              'Hay que emitirlo de nuevo',
              'Нужно выпустить заново',
              'Precisa ser emitido de novo',
            ),
          },
        ],
      },
      when(period, 'what', 'missing'),
      when(invoiceNumber, 'what', 'wrong', 'again'),
      when(
        {
          key: 'correct_details',
          type: 'long_text',
          ...must,
          most: 1000,
          label: five(
            'What it should say',
            'Che cosa dovrebbe riportare',
            'Qué debería poner',
            'Как должно быть',
            'O que deveria constar',
          ),
        },
        'what',
        'wrong',
      ),
    ],
  },
  {
    key: 'shipment',
    preflight: [],
    fields: [
      orders,
      trackingNumber,
      {
        key: 'carrier',
        type: 'text',
        ...may,
        most: 80,
        label: five('Carrier', 'Corriere', 'Empresa de transporte', 'Перевозчик', 'Transportadora'),
      },
      {
        key: 'day',
        type: 'date',
        ...may,
        label: five(
          'Day of the shipment or collection',
          'Giorno della spedizione o del ritiro',
          'Día del envío o de la recogida',
          'День отправки или забора',
          'Dia do envio ou da coleta',
        ),
      },
    ],
  },
]
