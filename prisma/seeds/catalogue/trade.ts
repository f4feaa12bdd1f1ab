import { type CategorySeed, words } from './shape'

/** What concerns selling: procedures, money, delivery services (004-01). */
export const trade: CategorySeed[] = [
  {
    key: 'selling',
    names: {
      en: 'Selling procedures',
      it: 'Procedure di vendita',
      es: 'Procedimientos de venta',
      ru: 'Порядок продаж',
      'pt-BR': 'Procedimentos de venda',
    },
    topics: [
      {
        key: 'selling-cancel',
        team: 'care',
        minutes: 240,
        texts: {
          en: words(
            'Cancelling an order',
            'An order has to be cancelled, or was cancelled by mistake.',
            'cancellation, out of stock, buyer changed their mind, undo, void order',
          ),
          it: words(
            'Annullamento di un ordine',
            'Un ordine va annullato o è stato annullato per errore.',
            'cancellazione, storno, prodotto esaurito, ripensamento, ordine da revocare',
          ),
          es: words(
            'Cancelación de un pedido',
            'Hay que cancelar un pedido o se canceló por error.',
            'anulación, sin existencias, agotado, el comprador se arrepintió, anular',
          ),
          ru: words(
            'Отмена заказа',
            'Заказ нужно отменить, или он отменён по ошибке.',
            'аннулирование, нет в наличии, передумал, отказ покупателя, сторно',
          ),
          'pt-BR': words(
            'Cancelamento de pedido',
            'Um pedido precisa ser cancelado ou foi cancelado por engano.',
            'anular, estorno, sem estoque, desistência, arrependimento do comprador',
          ),
        },
      },
      {
        key: 'selling-returns',
        team: 'care',
        minutes: 480,
        texts: {
          en: words(
            'Returns and disputes',
            'A parcel comes back, a buyer complains, a refund is contested.',
            'return, refund, exchange, claim, chargeback, damaged, guarantee, warranty',
          ),
          it: words(
            'Resi e contestazioni',
            'Un pacco torna indietro, un acquirente reclama, un rimborso è contestato.',
            'reso, rimborso, cambio, reclamo, chargeback, danneggiato, garanzia',
          ),
          es: words(
            'Devoluciones y disputas',
            'Un paquete vuelve, un comprador reclama, se discute un reembolso.',
            'devolución, reembolso, cambio, reclamación, contracargo, dañado, garantía',
          ),
          ru: words(
            'Возвраты и споры',
            'Посылка вернулась, покупатель жалуется, возврат денег оспаривается.',
            'возврат, обмен, претензия, жалоба, рекламация, брак, повреждён, гарантия',
          ),
          'pt-BR': words(
            'Devoluções e disputas',
            'Um pacote volta, um comprador reclama, um reembolso é contestado.',
            'devolução, reembolso, troca, reclamação, chargeback, avariado, garantia',
          ),
        },
      },
      {
        key: 'selling-shipping-rules',
        team: 'logistics',
        minutes: 480,
        texts: {
          en: words(
            'Shipping times and rules',
            'By when to hand over, what late shipping costs, which carriers may be used.',
            'handling time, dispatch, deadline, penalty, late shipment, lead time, carrier',
          ),
          it: words(
            'Tempi e regole di spedizione',
            'Entro quando spedire, che cosa costa un ritardo, quali corrieri sono ammessi.',
            'tempi di evasione, scadenza, penale, ritardo, corriere, consegna',
          ),
          es: words(
            'Plazos y normas de envío',
            'Cuándo entregar al transportista, qué cuesta un retraso, qué empresas se admiten.',
            'tiempo de preparación, despacho, fecha límite, penalización, retraso, transportista',
          ),
          ru: words(
            'Сроки и правила отгрузки',
            'К какому сроку отгружать, чем грозит опоздание, какие перевозчики допускаются.',
            'срок сборки, отправка, дедлайн, штраф, просрочка, опоздание, перевозчик',
          ),
          'pt-BR': words(
            'Prazos e regras de envio',
            'Até quando postar, quanto custa o atraso, quais transportadoras são aceitas.',
            'prazo de postagem, despacho, multa, penalidade, atraso, transportadora',
          ),
        },
      },
    ],
  },
  {
    key: 'finance',
    names: { en: 'Financial', it: 'Amministrazione', es: 'Finanzas', ru: 'Финансы', 'pt-BR': 'Financeiro' },
    topics: [
      {
        key: 'finance-payout',
        team: 'finance',
        minutes: 480,
        texts: {
          en: words(
            'Payout is missing or wrong',
            'A transfer has not arrived, or its amount differs from the report.',
            'payment, settlement, transfer, bank account, reconciliation, balance, money',
          ),
          it: words(
            'Accredito mancante o errato',
            'Un bonifico non è arrivato o l’importo non corrisponde al rendiconto.',
            'pagamento, liquidazione, bonifico, conto corrente, riconciliazione, saldo, soldi',
          ),
          es: words(
            'Pago pendiente o incorrecto',
            'No ha llegado una transferencia o el importe no coincide con el informe.',
            'cobro, liquidación, transferencia, cuenta bancaria, conciliación, saldo, dinero',
          ),
          ru: words(
            'Выплата не пришла или неверна',
            'Перевод не поступил, или сумма расходится с отчётом.',
            'оплата, перечисление, расчётный счёт, сверка, баланс, взаиморасчёты, деньги',
          ),
          'pt-BR': words(
            'Repasse não caiu ou veio errado',
            'Uma transferência não chegou ou o valor difere do relatório.',
            'pagamento, liquidação, transferência, conta bancária, conciliação, saldo, dinheiro',
          ),
        },
      },
      {
        key: 'finance-commission',
        team: 'finance',
        minutes: 480,
        texts: {
          en: words(
            'Commissions and charges',
            'A fee was charged that you did not expect, or at another rate.',
            'fee, rate, percentage, deduction, penalty charge, tariff, subscription',
          ),
          it: words(
            'Commissioni e addebiti',
            'È stata addebitata una commissione inattesa o con un’altra aliquota.',
            'fee, tariffa, percentuale, trattenuta, penale, canone, costi',
          ),
          es: words(
            'Comisiones y cargos',
            'Se cobró una comisión que no esperaba o con otro porcentaje.',
            'tarifa, tasa, porcentaje, descuento, penalización, cuota, gastos',
          ),
          ru: words(
            'Комиссии и удержания',
            'Списана неожиданная комиссия или по другой ставке.',
            'тариф, процент, удержание, штраф, списание, абонентская плата, начисление',
          ),
          'pt-BR': words(
            'Comissões e cobranças',
            'Foi cobrada uma taxa que você não esperava ou com outro percentual.',
            'tarifa, taxa, percentual, desconto, multa, mensalidade, cobrança indevida',
          ),
        },
      },
      {
        key: 'finance-invoice',
        team: 'finance',
        minutes: 960,
        texts: {
          en: words(
            'Invoices and tax documents',
            'A document is missing, has wrong details or has to be issued again.',
            'bill, VAT, tax number, credit note, receipt, certificate, accounting',
          ),
          it: words(
            'Fatture e documenti fiscali',
            'Un documento manca, contiene dati errati o va emesso di nuovo.',
            'fattura elettronica, IVA, partita IVA, nota di credito, ricevuta, certificazione, contabilità',
          ),
          es: words(
            'Facturas y documentos fiscales',
            'Falta un documento, tiene datos erróneos o hay que emitirlo de nuevo.',
            'factura, IVA, NIF, CIF, abono, nota de crédito, recibo, certificado, contabilidad',
          ),
          ru: words(
            'Счета и закрывающие документы',
            'Документа нет, в нём ошибка, или его нужно выпустить заново.',
            'счёт-фактура, акт, УПД, НДС, ИНН, сверка, бухгалтерия, ЭДО',
          ),
          'pt-BR': words(
            'Notas fiscais e documentos',
            'Falta um documento, os dados estão errados ou é preciso emitir de novo.',
            'nota fiscal, NF-e, imposto, CNPJ, nota de crédito, recibo, informe, contabilidade',
          ),
        },
      },
    ],
  },
  {
    key: 'services',
    names: {
      en: 'Services such as delivery',
      it: 'Servizi, come le consegne',
      es: 'Servicios, como la entrega',
      ru: 'Услуги, в том числе доставка',
      'pt-BR': 'Serviços, como entrega',
    },
    topics: [
      {
        key: 'delivery-label',
        team: 'logistics',
        minutes: 240,
        texts: {
          en: words(
            'Shipping label does not print',
            'A label cannot be created, is unreadable or names the wrong address.',
            'waybill, sticker, print, PDF, barcode, packing slip, manifest',
          ),
          it: words(
            'L’etichetta di spedizione non si stampa',
            'L’etichetta non si crea, non si legge o riporta l’indirizzo sbagliato.',
            'lettera di vettura, adesivo, stampa, PDF, codice a barre, distinta, manifesto',
          ),
          es: words(
            'La etiqueta de envío no se imprime',
            'La etiqueta no se genera, no se lee o lleva otra dirección.',
            'guía, pegatina, imprimir, PDF, código de barras, albarán, manifiesto',
          ),
          ru: words(
            'Не печатается этикетка',
            'Этикетка не создаётся, не читается или с чужим адресом.',
            'накладная, наклейка, печать, PDF, штрихкод, ярлык, маркировка, реестр',
          ),
          'pt-BR': words(
            'Etiqueta de envio não imprime',
            'A etiqueta não é gerada, não dá para ler ou está com outro endereço.',
            'guia, adesivo, imprimir, PDF, código de barras, romaneio, PLP',
          ),
        },
      },
      {
        key: 'delivery-pickup',
        team: 'logistics',
        minutes: 240,
        texts: {
          en: words(
            'Carrier did not collect',
            'The pick-up was missed, came too early or has to be moved.',
            'collection, courier, driver, pick-up, time slot, warehouse, drop-off',
          ),
          it: words(
            'Il corriere non ha ritirato',
            'Il ritiro è saltato, è arrivato in anticipo o va spostato.',
            'ritiro, presa, autista, fascia oraria, magazzino, punto di consegna',
          ),
          es: words(
            'El transportista no recogió',
            'La recogida no se hizo, llegó antes de hora o hay que cambiarla.',
            'recogida, recolección, mensajero, conductor, franja horaria, almacén',
          ),
          ru: words(
            'Перевозчик не забрал заказы',
            'Забор не состоялся, был слишком рано, или его нужно перенести.',
            'забор, курьер, водитель, интервал, склад, отгрузка, пункт приёма',
          ),
          'pt-BR': words(
            'A transportadora não coletou',
            'A coleta não aconteceu, veio antes da hora ou precisa mudar.',
            'retirada, coleta, motorista, horário, galpão, depósito, agência',
          ),
        },
      },
      {
        key: 'delivery-tracking',
        team: 'logistics',
        minutes: 480,
        texts: {
          en: words(
            'Parcel lost or tracking stands still',
            'A shipment does not move, was lost, or its tracking number is refused.',
            'tracking number, lost package, delay, stuck, delivered but not received, trace',
          ),
          it: words(
            'Pacco smarrito o tracciamento fermo',
            'Una spedizione non avanza, è smarrita o il codice di tracciamento è rifiutato.',
            'tracking, numero di tracciamento, ritardo, bloccato, consegnato ma non ricevuto',
          ),
          es: words(
            'Paquete perdido o seguimiento parado',
            'Un envío no avanza, se perdió o se rechaza su número de seguimiento.',
            'tracking, número de seguimiento, retraso, extraviado, entregado pero no recibido',
          ),
          ru: words(
            'Посылка потеряна или не отслеживается',
            'Отправление не движется, потеряно, или трек-номер не принимается.',
            'трек-номер, трекинг, отслеживание, задержка, зависла, доставлено, но не получено',
          ),
          'pt-BR': words(
            'Pacote extraviado ou rastreio parado',
            'Um envio não anda, se perdeu ou o código de rastreio é recusado.',
            'rastreamento, código de rastreio, atraso, parado, extravio, entregue mas não recebido',
          ),
        },
      },
    ],
  },
]
