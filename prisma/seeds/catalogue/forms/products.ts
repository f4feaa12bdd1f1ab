import { inThePortal } from './preflight'
import { browser, measures, messages, period, productPage, sku } from './questions'
import { type FormSeed, five, may, must, when } from './shape'

/** Forms of what concerns products and promotions. */
export const productForms: FormSeed[] = [
  { key: 'product', preflight: [], fields: [sku, productPage] },
  {
    key: 'upload',
    preflight: inThePortal,
    fields: [
      {
        key: 'state',
        type: 'choice',
        ...must,
        label: five(
          'What happens to the file',
          'Che cosa succede al file',
          'Qué ocurre con el archivo',
          'Что происходит с файлом',
          'O que acontece com o arquivo',
        ),
        options: [
          {
            key: 'stuck',
            label: five(
              'It stays in processing',
              'Resta in elaborazione',
              'Se queda en proceso',
              'Остаётся в обработке',
              'Fica em processamento',
            ),
          },
          {
            key: 'rows',
            label: five(
              'Some rows have errors',
              'Alcune righe danno errore',
              'Algunas filas dan error',
              'Ошибки в части строк',
              'Algumas linhas dão erro',
            ),
          },
          {
            key: 'refused',
            label: five(
              'It is refused as a whole',
              'Viene rifiutato per intero',
              'Se rechaza entero',
              'Отклоняется целиком',
              'É recusado por inteiro',
            ),
          },
          {
            key: 'template',
            label: five(
              'I have a question about the template',
              'Ho una domanda sul modello',
              'Tengo una duda sobre la plantilla',
              'Вопрос по шаблону',
              'Tenho uma dúvida sobre o modelo',
            ),
          },
        ],
      },
      when(
        {
          key: 'rows',
          type: 'text',
          ...must,
          label: five(
            'Rows with errors',
            'Righe con errori',
            'Filas con errores',
            'Строки с ошибками',
            'Linhas com erro',
          ),
          hint: five(
            'For example: 12, 40 to 58.',
            'Per esempio: 12, da 40 a 58.',
            'Por ejemplo: 12, de 40 a 58.',
            'Например: 12, с 40 по 58.',
            'Por exemplo: 12, de 40 a 58.',
          ),
        },
        'state',
        'rows',
      ),
      when(
        {
          key: 'uploaded_on',
          type: 'date',
          ...may,
          label: five(
            'Day of the upload',
            'Giorno del caricamento',
            'Día de la carga',
            'День загрузки',
            'Dia do envio',
          ),
        },
        'state',
        'stuck',
        'rows',
        'refused',
      ),
      when(messages, 'state', 'rows', 'refused'),
      when(measures, 'state', 'stuck', 'rows', 'refused'),
      when(browser, 'state', 'stuck', 'refused'),
    ],
  },
  {
    key: 'campaign',
    preflight: [],
    fields: [
      {
        key: 'campaign',
        type: 'text',
        ...must,
        label: five(
          'Name of the campaign',
          'Nome della campagna',
          'Nombre de la campaña',
          'Название акции',
          'Nome da campanha',
        ),
      },
      { ...sku, ...may },
    ],
  },
  {
    key: 'promotional-price',
    preflight: [],
    fields: [
      sku,
      { ...period, ...may },
      {
        key: 'price_shown',
        type: 'number',
        ...may,
        label: five('Price shown', 'Prezzo mostrato', 'Precio que se muestra', 'Цена на сайте', 'Preço exibido'),
      },
      {
        key: 'price_agreed',
        type: 'number',
        ...may,
        label: five(
          'Price it should be',
          'Prezzo corretto',
          'Precio correcto',
          'Какой цена должна быть',
          'Preço correto',
        ),
      },
      productPage,
    ],
  },
]
