/* Who asks what in which language. Labels of a topic's own questions are the demo's data (prisma/seeds/catalogue). */

export type Story = {
  locale: 'es' | 'ru' | 'pt-BR'
  partner: string
  agent: string
  /** What she types to find her topic. */
  words: string
  topic: string
  /** Of the advice before writing, what she has done. */
  tried: string
  subject: string
  body: string
  choices: string[]
  fields: Record<string, string>
  /** The question that only these choices bring, and its answer. */
  asksOn: string
  details: string
  file: string
  question: string
  reply: string
  fix: string
  failed: string
  workaround: string
  answer: string
  comment: string
  /** The subject of the request that follows. */
  again: string
}

export const stories: readonly Story[] = [
  {
    locale: 'es',
    partner: 'carmen@casa-lumbre.example',
    agent: 'tomas@nova-market.example',
    words: 'la pantalla se queda en blanco',
    topic: 'Una página da error o va lenta',
    tried: 'Vaciar la caché del navegador',
    subject: 'La lista de pedidos sale en blanco',
    body: 'Desde esta mañana la lista de pedidos no muestra nada, a mí y a mis dos compañeras.',
    choices: ['Perdemos parte de las ventas'],
    fields: { 'Pasos para reproducir el problema': 'Abro Pedidos, pulso «Pendientes» y la página queda en blanco.' },
    asksOn: 'Cuántos pedidos, productos o compradores y desde cuándo',
    details: 'Unos cuarenta pedidos desde las nueve.',
    file: 'lista-en-blanco.png',
    question: 'Hola, Carmen: ¿ocurre también con el filtro de fechas vacío?',
    reply: 'Sí, también con el filtro vacío.',
    fix: 'Prueba, por favor, a entrar con la vista nueva de pedidos.',
    failed: 'Con la vista nueva pasa lo mismo.',
    workaround: 'Le hemos exportado los pedidos a mano.',
    answer: 'Hemos corregido el permiso de tu cuenta: la lista vuelve a mostrarse.',
    comment: 'Rápidos y claros, aunque la primera prueba no sirvió.',
    again: 'La lista de pedidos vuelve a salir en blanco',
  },
  {
    locale: 'ru',
    partner: 'olga@severny-dom.example',
    agent: 'darya@nova-market.example',
    words: 'заказы не падают в 1с',
    topic: 'Заказы не приходят в нашу систему',
    tried: 'Проверить, что ключ API действует и введён полностью',
    subject: 'Статус двух заказов не возвращается',
    body: 'Мы отправили оба заказа вчера, а на площадке они всё ещё «в обработке».',
    choices: ['Статус не возвращается', 'Обходимся, но тратим больше времени'],
    fields: {
      'Номер заказа': 'СД-1180, СД-1181',
      'Как воспроизвести проблему': 'Отправляем подтверждение отгрузки, ответ 200, статус не меняется.',
    },
    asksOn: 'Трек-номер',
    details: 'RA644000001RU',
    file: 'статус-заказа.png',
    question: 'Ольга, добрый день! Подскажите, пожалуйста, время последнего вызова.',
    reply: 'Последний вызов был сегодня в 9:14.',
    fix: 'Пожалуйста, отправьте подтверждение ещё раз с новым ключом.',
    failed: 'С новым ключом то же самое.',
    workaround: 'Статусы обоих заказов переведены вручную.',
    answer: 'Мы исправили обработку подтверждений: статусы обоих заказов обновлены.',
    comment: 'Разобрались за день, спасибо.',
    again: 'Статус ещё одного заказа не возвращается',
  },
  {
    locale: 'pt-BR',
    partner: 'helena@atelie-jacaranda.example',
    agent: 'caio@nova-market.example',
    words: 'importacao do excel travou',
    topic: 'Envio de vários produtos por planilha',
    tried: 'Testar em outro navegador',
    subject: 'A planilha de novembro foi recusada em parte',
    body: 'Enviei a planilha de novembro e várias linhas voltaram com erro.',
    choices: ['Algumas linhas dão erro'],
    fields: {},
    asksOn: 'Linhas com erro',
    details: '12, de 40 a 58',
    file: 'erro-na-planilha.png',
    question: 'Oi, Helena! Em qual modelo de planilha você preencheu os dados?',
    reply: 'No modelo de cerâmica, baixado ontem.',
    fix: 'Teste, por favor, com a coluna “cor” preenchida em minúsculas.',
    failed: 'Com minúsculas as mesmas linhas voltam com erro.',
    workaround: 'Publicamos as 20 linhas manualmente.',
    answer: 'Corrigimos o modelo: envie a planilha de novo, as linhas já são aceitas.',
    comment: 'Atendimento muito atencioso.',
    again: 'A planilha de dezembro também volta com erro',
  },
]
