import type { FormField } from '@/lib/catalog/schema'
import { five, may, must } from './shape'

/* Questions that several forms ask, worded once. */

export const orders: FormField = {
  key: 'orders',
  type: 'text',
  ...must,
  label: five('Order number', 'Numero d’ordine', 'Número de pedido', 'Номер заказа', 'Número do pedido'),
  hint: five(
    'Several: separate them with commas.',
    'Se sono più di uno, separali con una virgola.',
    'Si son varios, sepáralos con comas.',
    'Если их несколько, перечислите через запятую.',
    'Se forem vários, separe por vírgulas.',
  ),
}

export const sku: FormField = {
  key: 'sku',
  type: 'text',
  ...must,
  label: five(
    'Product code (SKU or EAN)',
    'Codice prodotto (SKU o EAN)',
    'Código del producto (SKU o EAN)',
    'Артикул или штрихкод товара',
    'Código do produto (SKU ou EAN)',
  ),
  hint: five(
    'A few examples are enough, separated by commas.',
    'Bastano alcuni esempi, separati da virgole.',
    'Bastan unos ejemplos, separados por comas.',
    'Достаточно нескольких примеров через запятую.',
    'Alguns exemplos bastam, separados por vírgulas.',
  ),
}

export const productPage: FormField = {
  key: 'page',
  type: 'url',
  ...may,
  label: five(
    'Address of the product page',
    'Indirizzo della pagina del prodotto',
    'Dirección de la página del producto',
    'Ссылка на страницу товара',
    'Endereço da página do produto',
  ),
}

export const period: FormField = {
  key: 'period',
  type: 'text',
  ...must,
  most: 80,
  label: five('Period', 'Periodo', 'Periodo', 'Период', 'Período'),
  hint: five(
    'For example: 1 to 15 November 2026.',
    'Per esempio: dal 1° al 15 novembre 2026.',
    'Por ejemplo: del 1 al 15 de noviembre de 2026.',
    'Например: с 1 по 15 ноября 2026 г.',
    'Por exemplo: de 1 a 15 de novembro de 2026.',
  ),
}

export const invoiceNumber: FormField = {
  key: 'invoice_number',
  type: 'text',
  ...must,
  most: 80,
  label: five(
    'Invoice number',
    'Numero della fattura',
    'Número de factura',
    'Номер счёта или документа',
    'Número da nota',
  ),
}

/** What 002-04 asks of every report of a fault, beside the description itself. */
export const steps: FormField = {
  key: 'steps',
  type: 'long_text',
  ...must,
  most: 3000,
  label: five(
    'Steps to reproduce it',
    'Passaggi per riprodurre il problema',
    'Pasos para reproducir el problema',
    'Как воспроизвести проблему',
    'Passos para reproduzir o problema',
  ),
  hint: five(
    'One step a line: what you open, what you press or send, what happens then.',
    'Un passaggio per riga: che cosa apri, che cosa premi o invii, che cosa succede.',
    'Un paso por línea: qué abres, qué pulsas o envías y qué ocurre después.',
    'По шагу на строку: что открываете, что нажимаете или отправляете и что происходит.',
    'Um passo por linha: o que você abre, o que clica ou envia e o que acontece.',
  ),
}

export const messages: FormField = {
  key: 'messages',
  type: 'long_text',
  ...may,
  most: 3000,
  label: five('Error messages', 'Messaggi di errore', 'Mensajes de error', 'Сообщения об ошибках', 'Mensagens de erro'),
  hint: five(
    'If there were any: word for word, with code and time.',
    'Se ce ne sono stati: parola per parola, con codice e ora.',
    'Si los hubo: al pie de la letra, con código y hora.',
    'Если были: дословно, с кодом и временем.',
    'Se houve: palavra por palavra, com código e horário.',
  ),
}

export const measures: FormField = {
  key: 'measures',
  type: 'long_text',
  ...may,
  most: 2000,
  label: five(
    'What you have already tried',
    'Che cosa hai già provato',
    'Qué has probado ya',
    'Что вы уже пробовали',
    'O que você já tentou',
  ),
  hint: five(
    'So that we do not ask you to do it again.',
    'Così non ti chiediamo di rifarlo.',
    'Así no te pediremos que lo repitas.',
    'Чтобы мы не просили вас повторять это.',
    'Assim não pedimos que você repita.',
  ),
}

export const browser: FormField = {
  key: 'browser',
  type: 'browser',
  ...may,
  label: five('Browser used', 'Browser utilizzato', 'Navegador utilizado', 'Браузер', 'Navegador usado'),
  hint: five(
    'Filled in for you; change it if it happened elsewhere.',
    'Compilato automaticamente; correggilo se è successo altrove.',
    'Ya lo hemos rellenado; cámbialo si ocurrió en otro.',
    'Заполнено автоматически; исправьте, если это было в другом.',
    'Preenchido para você; mude se aconteceu em outro.',
  ),
}

/** How it hurts (002-12); what exactly is asked only where it does. */
export const impact: readonly FormField[] = [
  {
    key: 'impact',
    type: 'choice',
    ...must,
    label: five(
      'Impact on your business',
      'Impatto sulla tua attività',
      'Repercusión en tu negocio',
      'Как это влияет на ваши продажи',
      'Impacto no seu negócio',
    ),
    options: [
      {
        key: 'none',
        label: five('None yet', 'Per ora nessuno', 'De momento, ninguna', 'Пока никак', 'Nenhum por enquanto'),
      },
      {
        key: 'slower',
        label: five(
          'We work around it, with more effort',
          'Lo aggiriamo, ma con più lavoro',
          'Lo sorteamos, con más trabajo',
          'Обходимся, но тратим больше времени',
          'Contornamos, com mais trabalho',
        ),
      },
      {
        key: 'some_sales',
        label: five(
          'We lose some sales',
          'Perdiamo una parte delle vendite',
          'Perdemos parte de las ventas',
          'Теряем часть продаж',
          'Perdemos parte das vendas',
        ),
      },
      {
        key: 'stopped',
        label: five(
          'We cannot sell or ship',
          'Non possiamo vendere o spedire',
          'No podemos vender o enviar',
          'Не можем продавать или отгружать',
          'Não conseguimos vender ou enviar',
        ),
      },
    ],
  },
  {
    key: 'impact_details',
    type: 'long_text',
    ...may,
    most: 1000,
    showWhen: { field: 'impact', is: ['some_sales', 'stopped'] },
    label: five(
      'How many orders, products or buyers, since when',
      'Quanti ordini, prodotti o acquirenti, e da quando',
      'Cuántos pedidos, productos o compradores y desde cuándo',
      'Сколько заказов, товаров или покупателей затронуто и с какого времени',
      'Quantos pedidos, produtos ou compradores e desde quando',
    ),
  },
]

export const trackingNumber: FormField = {
  key: 'tracking',
  type: 'text',
  ...may,
  label: five('Tracking number', 'Codice di tracciamento', 'Número de seguimiento', 'Трек-номер', 'Código de rastreio'),
}

export const feedAddress: FormField = {
  key: 'feed',
  type: 'url',
  ...must,
  label: five('Address of the feed', 'Indirizzo del feed', 'Dirección del feed', 'Адрес фида', 'Endereço do feed'),
  hint: five(
    'Without user name and password.',
    'Senza nome utente e password.',
    'Sin usuario ni contraseña.',
    'Без логина и пароля.',
    'Sem usuário nem senha.',
  ),
}
