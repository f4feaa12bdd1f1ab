import type { FormField } from '@/lib/catalog/schema'
import { betweenSystems, inThePortal } from './preflight'
import {
  browser,
  feedAddress,
  impact,
  measures,
  messages,
  orders,
  productPage,
  sku,
  steps,
  trackingNumber,
} from './questions'
import { type FormSeed, five, may, must, when } from './shape'

const call: FormField = {
  key: 'call',
  type: 'text',
  ...must,
  label: five(
    'Method and address of the call',
    'Metodo e indirizzo della chiamata',
    'Método y dirección de la llamada',
    'Метод и адрес вызова',
    'Método e endereço da chamada',
  ),
  hint: five(
    'For example: GET /v1/orders. Never send us the key itself.',
    'Per esempio: GET /v1/orders. Non inviarci mai la chiave stessa.',
    'Por ejemplo: GET /v1/orders. No nos envíes nunca la propia clave.',
    'Например: GET /v1/orders. Сам ключ нам не присылайте.',
    'Por exemplo: GET /v1/orders. Nunca envie a própria chave.',
  ),
}

const system: FormField = {
  key: 'system',
  type: 'text',
  ...may,
  most: 120,
  label: five(
    'Your system or module, and its version',
    'Il tuo sistema o modulo e la versione',
    'Tu sistema o módulo y la versión',
    'Ваша система или модуль и версия',
    'Seu sistema ou módulo e a versão',
  ),
}

/** A fault between two systems: what is particular to it, then what 002-04 and 002-12 ask of every one. */
function systemFault(key: string, ...particular: FormField[]): FormSeed {
  return { key, preflight: betweenSystems, fields: [...particular, system, steps, messages, measures, ...impact] }
}

/** Forms of what concerns systems and the portal: the report of 002-04, with what each part needs. */
export const technologyForms: FormSeed[] = [
  systemFault(
    'order-import',
    {
      key: 'what',
      type: 'choice',
      ...must,
      label: five('What happens', 'Che cosa succede', 'Qué ocurre', 'Что происходит', 'O que acontece'),
      options: [
        {
          key: 'missing',
          label: five(
            'An order does not arrive',
            'Un ordine non arriva',
            'Un pedido no llega',
            'Заказ не приходит',
            'Um pedido não chega',
          ),
        },
        {
          key: 'twice',
          label: five(
            'An order arrives twice',
            'Un ordine arriva due volte',
            'Un pedido llega dos veces',
            'Заказ приходит дважды',
            'Um pedido chega duas vezes',
          ),
        },
        {
          key: 'status',
          label: five(
            'Its status does not come back',
            'Il suo stato non torna indietro',
            'Su estado no vuelve',
            'Статус не возвращается',
            'O status não volta',
          ),
        },
      ],
    },
    orders,
    when(trackingNumber, 'what', 'status'),
  ),
  systemFault('stock-update', sku, productPage),
  systemFault('api-key', call),
  systemFault(
    'api-fault',
    {
      key: 'part',
      type: 'choice',
      ...must,
      label: five(
        'Which part of the integration?',
        'Quale parte dell’integrazione?',
        '¿Qué parte de la integración?',
        'Какая часть интеграции?',
        'Qual parte da integração?',
      ),
      options: [
        { key: 'orders', label: five('Orders', 'Ordini', 'Pedidos', 'Заказы', 'Pedidos') },
        {
          key: 'products',
          label: five(
            'Products, prices, stock',
            'Prodotti, prezzi, giacenze',
            'Productos, precios, existencias',
            'Товары, цены, остатки',
            'Produtos, preços, estoque',
          ),
        },
        { key: 'feed', label: five('A feed', 'Un feed', 'Un feed', 'Фид', 'Um feed') },
        { key: 'other', label: five('Another part', 'Altro', 'Otra parte', 'Другое', 'Outra parte') },
      ],
    },
    when(orders, 'part', 'orders'),
    when(sku, 'part', 'products'),
    when(feedAddress, 'part', 'feed'),
    when(call, 'part', 'orders', 'products', 'other'),
  ),
  systemFault('feed', feedAddress),
  systemFault('order-actions', orders, call),
  {
    key: 'api-question',
    preflight: [],
    fields: [
      {
        key: 'call',
        type: 'text',
        ...may,
        label: five(
          'Call or field in question',
          'Chiamata o campo in questione',
          'Llamada o campo en cuestión',
          'Вызов или поле, о котором вопрос',
          'Chamada ou campo em questão',
        ),
      },
      {
        key: 'documentation',
        type: 'url',
        ...may,
        label: five(
          'Page of the documentation you have read',
          'Pagina della documentazione che hai letto',
          'Página de la documentación que has leído',
          'Страница документации, которую вы читали',
          'Página da documentação que você leu',
        ),
      },
    ],
  },
  {
    key: 'portal',
    preflight: inThePortal,
    fields: [
      {
        key: 'page',
        type: 'url',
        ...may,
        label: five(
          'Address of the page',
          'Indirizzo della pagina',
          'Dirección de la página',
          'Адрес страницы',
          'Endereço da página',
        ),
      },
      steps,
      messages,
      measures,
      browser,
      ...impact,
    ],
  },
  {
    key: 'access',
    preflight: inThePortal,
    fields: [
      {
        key: 'how',
        type: 'choice',
        ...must,
        label: five(
          'How you try to sign in',
          'Come provi ad accedere',
          'Cómo intentas entrar',
          'Как вы пытаетесь войти',
          'Como você tenta entrar',
        ),
        options: [
          {
            key: 'password',
            label: five('By password', 'Con la password', 'Con contraseña', 'По паролю', 'Com senha'),
          },
          {
            key: 'link',
            label: five(
              'By a link from an e-mail',
              'Con un link ricevuto per e-mail',
              'Con un enlace del correo',
              'По ссылке из письма',
              'Com um link do e-mail',
            ),
          },
        ],
      },
      {
        key: 'address',
        type: 'text',
        ...must,
        most: 120,
        label: five(
          'E-mail address of the person',
          'Indirizzo e-mail della persona',
          'Correo de la persona',
          'Электронная почта сотрудника',
          'E-mail da pessoa',
        ),
        hint: five(
          'Never write a password here.',
          'Non scrivere mai una password qui.',
          'No escribas nunca una contraseña aquí.',
          'Никогда не указывайте здесь пароль.',
          'Nunca escreva uma senha aqui.',
        ),
      },
      messages,
      browser,
    ],
  },
  {
    key: 'people',
    preflight: [],
    fields: [
      {
        key: 'what',
        type: 'choice',
        ...must,
        label: five(
          'What has to change',
          'Che cosa va cambiato',
          'Qué hay que cambiar',
          'Что нужно изменить',
          'O que precisa mudar',
        ),
        options: [
          {
            key: 'person',
            label: five(
              'A person or a role',
              'Una persona o un ruolo',
              'Una persona o un rol',
              'Сотрудник или роль',
              'Uma pessoa ou função',
            ),
          },
          {
            key: 'company',
            label: five(
              'Details of the company',
              'I dati dell’azienda',
              'Los datos de la empresa',
              'Данные компании',
              'Os dados da empresa',
            ),
          },
        ],
      },
      when(
        {
          key: 'address',
          type: 'text',
          ...must,
          most: 120,
          label: five(
            'E-mail address of the person',
            'Indirizzo e-mail della persona',
            'Correo de la persona',
            'Электронная почта сотрудника',
            'E-mail da pessoa',
          ),
        },
        'what',
        'person',
      ),
    ],
  },
  {
    key: 'urgent',
    preflight: [],
    fields: [
      {
        key: 'since',
        type: 'text',
        ...may,
        most: 80,
        label: five('Since when', 'Da quando', 'Desde cuándo', 'С какого времени', 'Desde quando'),
      },
      { ...messages, most: 1000 },
      {
        key: 'affected',
        type: 'number',
        ...may,
        label: five(
          'Orders or shops affected, roughly',
          'Ordini o negozi coinvolti, all’incirca',
          'Pedidos o tiendas afectados, aproximadamente',
          'Сколько заказов или магазинов затронуто, примерно',
          'Pedidos ou lojas afetados, aproximadamente',
        ),
      },
    ],
  },
  {
    key: 'idea',
    preflight: [],
    fields: [
      {
        key: 'size',
        type: 'choice',
        ...may,
        label: five(
          'How big is it?',
          'Quanto è grande?',
          '¿De qué tamaño es?',
          'Насколько это большое изменение?',
          'Qual o tamanho da mudança?',
        ),
        options: [
          {
            key: 'small',
            label: five(
              'A small improvement',
              'Un piccolo miglioramento',
              'Una pequeña mejora',
              'Небольшое улучшение',
              'Uma pequena melhoria',
            ),
          },
          {
            key: 'overhaul',
            label: five(
              'A full overhaul of something',
              'Una revisione completa',
              'Una revisión a fondo',
              'Полная переделка',
              'Uma revisão completa',
            ),
          },
          {
            key: 'new',
            label: five('Something new', 'Qualcosa di nuovo', 'Algo nuevo', 'Что-то новое', 'Algo novo'),
          },
        ],
      },
    ],
  },
]
