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
        form: 'order',
        texts: {
          en: words(
            'Cancelling an order',
            'An order has to be cancelled, or was cancelled by mistake.',
            'cancellation, out of stock, buyer changed their mind, undo, void order, cancel, cancelled by mistake, buyer regret, no longer wanted, before shipping',
          ),
          it: words(
            'Annullamento di un ordine',
            'Un ordine va annullato o è stato annullato per errore.',
            'cancellazione, storno, prodotto esaurito, ripensamento, ordine da revocare, cancellare, annullare, il cliente ha cambiato idea, ripensarci, non disponibile, annullato per sbaglio',
          ),
          es: words(
            'Cancelación de un pedido',
            'Hay que cancelar un pedido o se canceló por error.',
            'anulación, sin existencias, agotado, el comprador se arrepintió, anular, cancelar, el cliente cambió de idea, desistir, no disponible, cancelado por error, venta anulada',
          ),
          ru: words(
            'Отмена заказа',
            'Заказ нужно отменить, или он отменён по ошибке.',
            'аннулирование, нет в наличии, передумал, отказ покупателя, сторно, отменить, клиент отказался, передумать, закончился товар, отменён по ошибке',
          ),
          'pt-BR': words(
            'Cancelamento de pedido',
            'Um pedido precisa ser cancelado ou foi cancelado por engano.',
            'anular, estorno, sem estoque, desistência, arrependimento do comprador, cancelar, o cliente mudou de ideia, desistir, indisponível, cancelado por engano',
          ),
        },
      },
      {
        key: 'selling-returns',
        team: 'care',
        minutes: 480,
        suggested: 3,
        form: 'return',
        texts: {
          en: words(
            'Returns and disputes',
            'A parcel comes back, a buyer complains, a refund is contested.',
            'return, refund, exchange, claim, chargeback, damaged, guarantee, warranty, sent back, broken, faulty, defective, money back, complaint, wrong item, customer',
          ),
          it: words(
            'Resi e contestazioni',
            'Un pacco torna indietro, un acquirente reclama, un rimborso è contestato.',
            'reso, rimborso, cambio, reclamo, chargeback, danneggiato, garanzia, restituire, restituzione, rotto, difettoso, rimborsare, recesso, lamentela, articolo sbagliato, cliente',
          ),
          es: words(
            'Devoluciones y disputas',
            'Un paquete vuelve, un comprador reclama, se discute un reembolso.',
            'devolución, reembolso, cambio, reclamación, contracargo, dañado, garantía, devolver, devuelto, roto, defectuoso, reembolsar, desistimiento, queja, artículo equivocado, cliente',
          ),
          ru: words(
            'Возвраты и споры',
            'Посылка вернулась, покупатель жалуется, возврат денег оспаривается.',
            'возврат, обмен, претензия, жалоба, рекламация, брак, повреждён, гарантия, вернуть, вернули, бракованный, сломан, дефект, вернуть деньги, не тот товар, клиент',
          ),
          'pt-BR': words(
            'Devoluções e disputas',
            'Um pacote volta, um comprador reclama, um reembolso é contestado.',
            'devolução, reembolso, troca, reclamação, chargeback, avariado, garantia, devolver, devolvido, quebrado, com defeito, estornar, reembolsar, dinheiro de volta, produto errado, cliente',
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
            'handling time, dispatch, deadline, penalty, late shipment, lead time, carrier, ship, days to ship, ship by, processing time, fine, cut-off, late',
          ),
          it: words(
            'Tempi e regole di spedizione',
            'Entro quando spedire, che cosa costa un ritardo, quali corrieri sono ammessi.',
            'tempi di evasione, scadenza, penale, ritardo, corriere, consegna, spedire, giorni per spedire, termine, multa, in ritardo, orario limite',
          ),
          es: words(
            'Plazos y normas de envío',
            'Cuándo entregar al transportista, qué cuesta un retraso, qué empresas se admiten.',
            'tiempo de preparación, despacho, fecha límite, penalización, retraso, transportista, enviar, días para enviar, plazo, multa, tarde, hora límite',
          ),
          ru: words(
            'Сроки и правила отгрузки',
            'К какому сроку отгружать, чем грозит опоздание, какие перевозчики допускаются.',
            'срок сборки, отправка, дедлайн, штраф, просрочка, опоздание, перевозчик, отправить, отгрузить, дней на отгрузку, срок отправки, крайний срок, опоздали',
          ),
          'pt-BR': words(
            'Prazos e regras de envio',
            'Até quando postar, quanto custa o atraso, quais transportadoras são aceitas.',
            'prazo de postagem, despacho, multa, penalidade, atraso, transportadora, enviar, despachar, postar, dias para enviar, prazo, horário limite',
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
        suggested: 1,
        form: 'payout',
        texts: {
          en: words(
            'Payout is missing or wrong',
            'A transfer has not arrived, or its amount differs from the report.',
            'payment, settlement, transfer, bank account, reconciliation, balance, money, paid, pay, payday, payout date, withdraw, bank transfer, not received, IBAN, funds on hold',
          ),
          it: words(
            'Accredito mancante o errato',
            'Un bonifico non è arrivato o l’importo non corrisponde al rendiconto.',
            'pagamento, liquidazione, bonifico, conto corrente, riconciliazione, saldo, soldi, pagare, pagate, incasso, data di pagamento, denaro, non ricevuto, IBAN, fondi bloccati',
          ),
          es: words(
            'Pago pendiente o incorrecto',
            'No ha llegado una transferencia o el importe no coincide con el informe.',
            'cobro, liquidación, transferencia, cuenta bancaria, conciliación, saldo, dinero, pagar, pagan, ingreso, fecha de pago, no he cobrado, no recibido, IBAN, fondos retenidos, no me han pagado, sin pagar',
          ),
          ru: words(
            'Выплата не пришла или неверна',
            'Перевод не поступил, или сумма расходится с отчётом.',
            'оплата, перечисление, расчётный счёт, сверка, баланс, взаиморасчёты, деньги, выплатить, заплатят, дата выплаты, зачисление, поступление, вывод средств, платёж, удержанные средства',
          ),
          'pt-BR': words(
            'Repasse não caiu ou veio errado',
            'Uma transferência não chegou ou o valor difere do relatório.',
            'pagamento, liquidação, transferência, conta bancária, conciliação, saldo, dinheiro, pagar, receber, recebimento, data de pagamento, depósito, PIX, valores retidos, saque',
          ),
        },
      },
      {
        key: 'finance-commission',
        team: 'finance',
        minutes: 480,
        form: 'charge',
        texts: {
          en: words(
            'Commissions and charges',
            'A fee was charged that you did not expect, or at another rate.',
            'fee, rate, percentage, deduction, penalty charge, tariff, subscription, cost, per sale, price list, charged too much, unexpected charge, how much',
          ),
          it: words(
            'Commissioni e addebiti',
            'È stata addebitata una commissione inattesa o con un’altra aliquota.',
            'fee, tariffa, percentuale, trattenuta, penale, canone, costi, costo, quanto costa, sulle vendite, trattenere, addebito inatteso, listino',
          ),
          es: words(
            'Comisiones y cargos',
            'Se cobró una comisión que no esperabas o con otro porcentaje.',
            'tarifa, tasa, porcentaje, descuento, penalización, cuota, gastos, coste, cuánto cuesta, por venta, cobrar, descontar, cobro inesperado, retención',
          ),
          ru: words(
            'Комиссии и удержания',
            'Списана неожиданная комиссия или по другой ставке.',
            'тариф, процент, удержание, штраф, списание, абонентская плата, начисление, сколько стоит, вознаграждение, с продажи, лишнее списание, списали, расценки',
          ),
          'pt-BR': words(
            'Comissões e cobranças',
            'Foi cobrada uma taxa que você não esperava ou com outro percentual.',
            'tarifa, taxa, percentual, desconto, multa, mensalidade, cobrança indevida, custo, quanto custa, por venda, cobrar, descontar, retenção, tabela de taxas',
          ),
        },
      },
      {
        key: 'finance-invoice',
        team: 'finance',
        minutes: 960,
        form: 'invoice',
        texts: {
          en: words(
            'Invoices and tax documents',
            'A document is missing, has wrong details or has to be issued again.',
            'bill, VAT, tax number, credit note, receipt, certificate, accounting, download, tax, statement, document, wrong company name, reissue',
          ),
          it: words(
            'Fatture e documenti fiscali',
            'Un documento manca, contiene dati errati o va emesso di nuovo.',
            'fattura elettronica, IVA, partita IVA, nota di credito, ricevuta, certificazione, contabilità, scaricare, documento, intestazione, tasse, imposta, dati di fatturazione, codice fiscale',
          ),
          es: words(
            'Facturas y documentos fiscales',
            'Falta un documento, tiene datos erróneos o hay que emitirlo de nuevo.',
            'factura, IVA, NIF, CIF, abono, nota de crédito, recibo, certificado, contabilidad, descargar, documento, razón social, impuestos, datos de facturación, rehacer',
          ),
          ru: words(
            'Счета и закрывающие документы',
            'Документа нет, в нём ошибка, или его нужно выпустить заново.',
            'счёт-фактура, акт, УПД, НДС, ИНН, сверка, бухгалтерия, ЭДО, скачать, документ, налог, перевыставить, реквизиты в счёте, счёт на оплату',
          ),
          'pt-BR': words(
            'Notas fiscais e documentos',
            'Falta um documento, os dados estão errados ou é preciso emitir de novo.',
            'nota fiscal, NF-e, imposto, CNPJ, nota de crédito, recibo, informe, contabilidade, baixar, documento, NFe, DANFE, tributos, razão social, dados de faturamento, reemitir',
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
        form: 'shipment',
        texts: {
          en: words(
            'Shipping label does not print',
            'A label cannot be created, is unreadable or names the wrong address.',
            'waybill, sticker, print, PDF, barcode, packing slip, manifest, print again, printer, airway bill, shipping document, unreadable',
          ),
          it: words(
            'L’etichetta di spedizione non si stampa',
            'L’etichetta non si crea, non si legge o riporta l’indirizzo sbagliato.',
            'lettera di vettura, adesivo, stampa, PDF, codice a barre, distinta, manifesto, stampare, stampante, LDV, documento di trasporto, ristampare, bolla',
          ),
          es: words(
            'La etiqueta de envío no se imprime',
            'La etiqueta no se genera, no se lee o lleva otra dirección.',
            'guía, pegatina, imprimir, PDF, código de barras, albarán, manifiesto, impresora, guía de envío, documento de transporte, reimprimir, rótulo',
          ),
          ru: words(
            'Не печатается этикетка',
            'Этикетка не создаётся, не читается или с чужим адресом.',
            'накладная, наклейка, печать, PDF, штрихкод, ярлык, маркировка, реестр, распечатать, принтер, транспортная накладная, наклеить, ТТН, стикер, этикетка PDF',
          ),
          'pt-BR': words(
            'Etiqueta de envio não imprime',
            'A etiqueta não é gerada, não dá para ler ou está com outro endereço.',
            'guia, adesivo, imprimir, PDF, código de barras, romaneio, PLP, impressora, guia de transporte, declaração de conteúdo, etiqueta de postagem, reimprimir',
          ),
        },
      },
      {
        key: 'delivery-pickup',
        team: 'logistics',
        minutes: 240,
        form: 'shipment',
        texts: {
          en: words(
            'Carrier did not collect',
            'The pick-up was missed, came too early or has to be moved.',
            'collection, courier, driver, pick-up, time slot, warehouse, drop-off, not collected, nobody came, reschedule, van, hand over parcels',
          ),
          it: words(
            'Il corriere non ha ritirato',
            'Il ritiro è saltato, è arrivato in anticipo o va spostato.',
            'ritiro, presa, autista, fascia oraria, magazzino, punto di consegna, non passato, non si è presentato, spostare il ritiro, riprogrammare, furgone, mancato ritiro',
          ),
          es: words(
            'El transportista no recogió',
            'La recogida no se hizo, llegó antes de hora o hay que cambiarla.',
            'recogida, recolección, mensajero, conductor, franja horaria, almacén, no vino, no pasó, cambiar la recogida, reprogramar, repartidor, furgoneta',
          ),
          ru: words(
            'Перевозчик не забрал заказы',
            'Забор не состоялся, был слишком рано, или его нужно перенести.',
            'забор, курьер, водитель, интервал, склад, отгрузка, пункт приёма, не приехал, не забрали, перенести, вызвать курьера, машина, груз',
          ),
          'pt-BR': words(
            'A transportadora não coletou',
            'A coleta não aconteceu, veio antes da hora ou precisa mudar.',
            'retirada, coleta, motorista, horário, galpão, depósito, agência, não veio, não passou, buscar, reagendar, remarcar, van, motoboy, não apareceu',
          ),
        },
      },
      {
        key: 'delivery-tracking',
        team: 'logistics',
        minutes: 480,
        suggested: 5,
        form: 'shipment',
        texts: {
          en: words(
            'Parcel lost or tracking stands still',
            'A shipment does not move, was lost, or its tracking number is refused.',
            'tracking number, lost package, delay, stuck, delivered but not received, trace, parcel, package, shipment, in transit, not delivered, missing parcel, no updates',
          ),
          it: words(
            'Pacco smarrito o tracciamento fermo',
            'Una spedizione non avanza, è smarrita o il codice di tracciamento è rifiutato.',
            'tracking, numero di tracciamento, ritardo, bloccato, consegnato ma non ricevuto, collo, perso, spedizione ferma, non consegnato, in transito, non aggiornato',
          ),
          es: words(
            'Paquete perdido o seguimiento parado',
            'Un envío no avanza, se perdió o se rechaza su número de seguimiento.',
            'tracking, número de seguimiento, retraso, extraviado, entregado pero no recibido, envío, perdido, no entregado, en tránsito, sin movimiento, no se actualiza',
          ),
          ru: words(
            'Посылка потеряна или не отслеживается',
            'Отправление не движется, потеряно, или трек-номер не принимается.',
            'трек-номер, трекинг, отслеживание, задержка, зависла, доставлено, но не получено, застрял, потерялась, не доставлена, в пути, где груз, не обновляется',
          ),
          'pt-BR': words(
            'Pacote extraviado ou rastreio parado',
            'Um envio não anda, se perdeu ou o código de rastreio é recusado.',
            'rastreamento, código de rastreio, atraso, parado, extravio, entregue mas não recebido, encomenda, perdido, não entregue, em trânsito, sem movimentação, não atualiza',
          ),
        },
      },
    ],
  },
]
