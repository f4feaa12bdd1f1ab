import { type CategorySeed, words } from './shape'

/** What concerns systems: integration and the portal (004-01), technical support and its urgent twin (000-02, 000-05). */
export const technology: CategorySeed[] = [
  {
    key: 'integration',
    names: { en: 'Integration', it: 'Integrazione', es: 'Integración', ru: 'Интеграция', 'pt-BR': 'Integração' },
    topics: [
      {
        key: 'integration-api',
        team: 'technical',
        minutes: 480,
        form: 'api-question',
        texts: {
          en: words(
            'How to use the API',
            'Which call to make, what a field means, how to test before going live.',
            'documentation, endpoint, request, sandbox, developer, ERP, webhook, module, docs, reference, parameters, test environment, rate limit, SDK, plugin',
          ),
          it: words(
            'Come si usa l’API',
            'Quale chiamata fare, che cosa significa un campo, come provare prima del lancio.',
            'documentazione, endpoint, richiesta, sandbox, sviluppatore, gestionale, ERP, webhook, modulo, guida, parametri, ambiente di prova, limiti, SDK, plugin',
          ),
          es: words(
            'Cómo usar la API',
            'Qué llamada hacer, qué significa un campo, cómo probar antes de salir en vivo.',
            'documentación, endpoint, petición, sandbox, desarrollador, ERP, webhook, módulo, guía, parámetros, entorno de pruebas, límites, SDK, plugin',
          ),
          ru: words(
            'Как работать с API',
            'Какой вызов нужен, что значит поле, как проверить до запуска.',
            'документация, метод, запрос, песочница, разработчик, ERP, 1С, вебхук, модуль, апи, справочник, параметры, тестовая среда, лимиты, SDK, плагин',
          ),
          'pt-BR': words(
            'Como usar a API',
            'Qual chamada fazer, o que significa um campo, como testar antes de ir ao ar.',
            'documentação, endpoint, requisição, sandbox, desenvolvedor, ERP, webhook, módulo, guia, parâmetros, ambiente de testes, limites, SDK, plugin',
          ),
        },
      },
      {
        key: 'integration-orders',
        team: 'technical',
        minutes: 240,
        liveOnly: true,
        form: 'order-import',
        texts: {
          en: words(
            'Orders do not arrive in our system',
            'An order is missing, arrives twice, or its status does not come back.',
            'order import, duplicate order, acknowledge, status, sync, hub, pull, missing orders, orders not imported, not syncing, ERP, shop system, order status, webhook of new orders, not firing',
          ),
          it: words(
            'Gli ordini non arrivano nel nostro sistema',
            'Un ordine manca, arriva due volte o il suo stato non torna indietro.',
            'importazione ordini, ordine doppio, conferma, stato, sincronizzazione, hub, ordini mancanti, ordini non importati, sincronizzare, gestionale, ERP, scaricare ordini, stato dell’ordine, webhook dei nuovi ordini',
          ),
          es: words(
            'Los pedidos no llegan a nuestro sistema',
            'Falta un pedido, llega dos veces o no vuelve su estado.',
            'importación de pedidos, pedido duplicado, confirmación, estado, sincronización, hub, faltan pedidos, pedidos no importados, sincronizar, ERP, descargar pedidos, estado del pedido, webhook de pedidos nuevos',
          ),
          ru: words(
            'Заказы не приходят в нашу систему',
            'Заказ не поступил, пришёл дважды, или его статус не возвращается.',
            'импорт заказов, дубль заказа, подтверждение, статус, синхронизация, выгрузка, заказы не выгружаются, заказы не загружаются, 1С, учётная система, ERP, CRM, потерялся заказ, вебхук заказов',
          ),
          'pt-BR': words(
            'Os pedidos não chegam ao nosso sistema',
            'Falta um pedido, ele chega duas vezes ou o status não volta.',
            'importação de pedidos, pedido duplicado, confirmação, status, sincronização, hub, pedidos faltando, pedidos não importados, sincronizar, integrar, ERP, baixar pedidos, webhook de vendas, vendas não caem, Bling, Tiny',
          ),
        },
      },
      {
        key: 'integration-stock',
        team: 'technical',
        minutes: 240,
        liveOnly: true,
        form: 'stock-update',
        texts: {
          en: words(
            'Prices and stock do not update',
            'What you send is accepted, but the site shows old figures.',
            'inventory, quantity, availability, oversold, price update, delay, sync, out of sync, stock level, wrong stock, outdated, warehouse, in stock',
          ),
          it: words(
            'Prezzi e giacenze non si aggiornano',
            'I dati inviati vengono accettati, ma il sito mostra quelli vecchi.',
            'magazzino, quantità, disponibilità, venduto in eccesso, aggiornamento prezzi, ritardo, allineare, disallineato, stock, scorte, non aggiornato, prezzo vecchio, sincronizzazione',
          ),
          es: words(
            'Precios y existencias no se actualizan',
            'Lo que envías se acepta, pero el sitio muestra datos antiguos.',
            'inventario, stock, cantidad, disponibilidad, sobreventa, actualización de precios, retraso, desactualizado, no sincroniza, nivel de stock, precio antiguo, almacén, actualizar',
          ),
          ru: words(
            'Не обновляются цены и остатки',
            'Данные принимаются, но на сайте прежние значения.',
            'склад, количество, наличие, перепродажа, обновление цен, задержка, выгрузка остатков, остаток, синхронизация, не синхронизируется, неверный остаток, старая цена, сток',
          ),
          'pt-BR': words(
            'Preço e estoque não atualizam',
            'O que você envia é aceito, mas o site mostra dados antigos.',
            'inventário, quantidade, disponibilidade, venda sem estoque, atualização de preço, demora, desatualizado, não sincroniza, estoque errado, preço antigo, saldo, atualizar',
          ),
        },
      },
      {
        key: 'integration-credentials',
        team: 'technical',
        minutes: 240,
        liveOnly: true,
        form: 'api-key',
        texts: {
          en: words(
            'Keys and credentials',
            'A key is refused, has expired or has to be replaced.',
            'API key, token, secret, unauthorised, 401, 403, access, connection, regenerate, new key, expired, renew, revoke',
          ),
          it: words(
            'Chiavi e credenziali',
            'Una chiave viene rifiutata, è scaduta o va sostituita.',
            'chiave API, token, segreto, non autorizzato, 401, 403, accesso, connessione, rigenerare, nuova chiave, scaduto, rinnovare, revocare',
          ),
          es: words(
            'Claves y credenciales',
            'Una clave se rechaza, ha caducado o hay que sustituirla.',
            'clave API, token, secreto, no autorizado, 401, 403, acceso, conexión, regenerar, nueva clave, caducado, vencido, renovar, revocar',
          ),
          ru: words(
            'Ключи и доступы',
            'Ключ не принимается, истёк, или его нужно заменить.',
            'ключ API, токен, секрет, нет доступа, 401, 403, авторизация, подключение, перевыпустить, новый ключ, истёк, просрочен, отозвать, апи',
          ),
          'pt-BR': words(
            'Chaves e credenciais',
            'Uma chave é recusada, expirou ou precisa ser trocada.',
            'chave de API, token, segredo, não autorizado, 401, 403, acesso, conexão, gerar de novo, nova chave, vencido, expirado, renovar, revogar',
          ),
        },
      },
    ],
  },
  {
    key: 'portal',
    names: {
      en: 'Partner portal',
      it: 'Portale partner',
      es: 'Portal de partners',
      ru: 'Портал партнёра',
      'pt-BR': 'Portal do parceiro',
    },
    topics: [
      {
        key: 'portal-login',
        team: 'care',
        minutes: 240,
        suggested: 6,
        form: 'access',
        texts: {
          en: words(
            'Cannot sign in',
            'A password, link or code does not work, or the account is blocked.',
            'login, log in, password, forgotten password, access, locked out, verification code, forgot, reset password, two-factor, code not received, SMS, blocked account',
          ),
          it: words(
            'Impossibile accedere',
            'Password, link o codice non funzionano, oppure l’account è bloccato.',
            'login, accesso, password, password dimenticata, account bloccato, codice di verifica, entrare, dimenticata, reimpostare, codice non ricevuto, SMS, bloccato fuori',
          ),
          es: words(
            'No puedo entrar',
            'No funciona la contraseña, el enlace o el código, o la cuenta está bloqueada.',
            'inicio de sesión, login, acceso, contraseña, olvidé la contraseña, cuenta bloqueada, código, entrar, olvidada, restablecer, código no recibido, SMS, verificación',
          ),
          ru: words(
            'Не получается войти',
            'Не подходит пароль, не работает ссылка или код, либо доступ заблокирован.',
            'вход, логин, авторизация, пароль, забыли пароль, доступ заблокирован, код подтверждения, войти, забыл, сбросить, восстановить пароль, не приходит код, СМС, личный кабинет',
          ),
          'pt-BR': words(
            'Não consigo entrar',
            'A senha, o link ou o código não funciona, ou a conta está bloqueada.',
            'login, acesso, senha, esqueci a senha, conta bloqueada, código de verificação, entrar, esqueci, redefinir, recuperar, código não chega, SMS',
          ),
        },
      },
      {
        key: 'portal-error',
        team: 'technical',
        minutes: 480,
        form: 'portal',
        texts: {
          en: words(
            'A page shows an error or is slow',
            'Say which page, in which browser, and what the error says.',
            'blank page, timeout, loading, crash, button does not work, browser, cache, dashboard, website, does not load, slow, freezes, white screen, hangs, broken page',
          ),
          it: words(
            'Una pagina dà errore o è lenta',
            'Indica quale pagina, con quale browser e che cosa dice l’errore.',
            'pagina bianca, timeout, caricamento, blocco, pulsante che non funziona, browser, cache, schermata, schermo, sito lento, non si carica, si blocca, bianco, pannello',
          ),
          es: words(
            'Una página da error o va lenta',
            'Di qué página, con qué navegador y qué dice el error.',
            'página en blanco, tiempo de espera, carga, fallo, botón no funciona, navegador, caché, pantalla, panel, sitio lento, no carga, se cuelga, congelada',
          ),
          ru: words(
            'Страница с ошибкой или медленная',
            'Напишите, какая страница, в каком браузере и что говорит ошибка.',
            'пустая страница, зависает, долго грузится, сбой, не работает кнопка, браузер, кэш, сайт не открывается, кабинет, тормозит, медленно, виснет, белый экран, не загружается',
          ),
          'pt-BR': words(
            'Uma página dá erro ou está lenta',
            'Diga qual página, em qual navegador e o que diz o erro.',
            'página em branco, tempo esgotado, carregando, travou, botão não funciona, navegador, cache, tela, painel, site lento, não carrega, trava, branca, congelada',
          ),
        },
      },
      {
        key: 'portal-users',
        team: 'care',
        minutes: 480,
        form: 'people',
        texts: {
          en: words(
            'Users, roles and company details',
            'Somebody needs access, has left, or the company’s details have changed.',
            'invite, permission, rights, colleague, owner, contact, address, account, add user, employee, team member, remove a user, company name, change e-mail, tax number, VAT number, change of company',
          ),
          it: words(
            'Utenti, ruoli e dati aziendali',
            'Qualcuno ha bisogno dell’accesso, se n’è andato, o i dati aziendali sono cambiati.',
            'invito, permessi, diritti, collega, titolare, contatto, indirizzo, account, aggiungere, dipendente, collaboratore, rimuovere un utente, ragione sociale, cambiare e-mail, partita IVA, codice fiscale',
          ),
          es: words(
            'Usuarios, roles y datos de la empresa',
            'Alguien necesita acceso, se ha ido, o han cambiado los datos de la empresa.',
            'invitar, permisos, derechos, colega, titular, contacto, dirección, cuenta, añadir, empleado, compañero, quitar un usuario, razón social, cambiar el correo, CIF, NIF',
          ),
          ru: words(
            'Пользователи, роли и данные компании',
            'Кому-то нужен доступ, кто-то ушёл, или изменились реквизиты.',
            'приглашение, права, сотрудник, владелец, контакт, адрес, реквизиты, учётная запись, добавить пользователя, коллега, работник, удалить пользователя, юрлицо, сменить почту, ИНН, смена юрлица',
          ),
          'pt-BR': words(
            'Usuários, funções e dados da empresa',
            'Alguém precisa de acesso, saiu, ou os dados da empresa mudaram.',
            'convidar, permissão, direitos, colega, responsável, contato, endereço, conta, adicionar, funcionário, colaborador, remover um usuário, razão social, trocar o e-mail, CNPJ, CPF, mudança de empresa',
          ),
        },
      },
    ],
  },
  {
    key: 'technical',
    names: {
      en: 'Technical support',
      it: 'Assistenza tecnica',
      es: 'Soporte técnico',
      ru: 'Техническая поддержка',
      'pt-BR': 'Suporte técnico',
    },
    topics: [
      {
        key: 'technical-bug',
        team: 'technical',
        minutes: 240,
        liveOnly: true,
        form: 'api-fault',
        texts: {
          en: words(
            'The API answers with errors',
            'Calls that worked now fail. Send a request, the answer and its time.',
            'bug, HTTP 500, 502, timeout, exception, integration error, failed call, fault, error 500, status code, endpoint, request fails, internal server error, web service',
          ),
          it: words(
            'L’API risponde con errori',
            'Chiamate che funzionavano ora falliscono. Invia una richiesta, la risposta e l’ora.',
            'bug, HTTP 500, 502, timeout, eccezione, errore di integrazione, guasto, malfunzionamento, errore 500, web service, codice di stato, endpoint, richiesta fallita, errore del server',
          ),
          es: words(
            'La API responde con errores',
            'Llamadas que funcionaban ahora fallan. Envía una petición, la respuesta y la hora.',
            'bug, HTTP 500, 502, timeout, excepción, error de integración, fallo, avería, error 500, servicio web, código de estado, endpoint, petición fallida, error del servidor',
          ),
          ru: words(
            'API отвечает ошибками',
            'Вызовы, которые работали, теперь падают. Пришлите запрос, ответ и время.',
            'баг, HTTP 500, 502, таймаут, исключение, ошибка интеграции, сбой, не работает, ошибка 500, веб-сервис, код ответа, запрос не проходит, ошибка сервера, апи',
          ),
          'pt-BR': words(
            'A API responde com erros',
            'Chamadas que funcionavam agora falham. Envie uma requisição, a resposta e o horário.',
            'bug, HTTP 500, 502, timeout, exceção, erro de integração, falha, defeito, erro 500, serviço web, código de status, endpoint, requisição falha, erro do servidor',
          ),
        },
      },
      {
        key: 'technical-feed',
        team: 'technical',
        minutes: 240,
        liveOnly: true,
        form: 'feed',
        texts: {
          en: words(
            'Feed is not processed',
            'A product, price or inventory feed is refused or stands still.',
            'XML, CSV, feed file, schedule, parsing error, inventory feed, merchant feed, SFTP, XML file, rejected, stuck, product feed, price feed, validation',
          ),
          it: words(
            'Il feed non viene elaborato',
            'Un feed di prodotti, prezzi o disponibilità viene rifiutato o resta fermo.',
            'XML, CSV, file feed, pianificazione, errore di lettura, feed inventario, SFTP, file XML, scartato, respinto, fermo, validazione',
          ),
          es: words(
            'El feed no se procesa',
            'Un feed de productos, precios o inventario se rechaza o se queda parado.',
            'XML, CSV, archivo feed, programación, error de lectura, feed de inventario, SFTP, archivo XML, rechazado, parado, validación',
          ),
          ru: words(
            'Не обрабатывается фид',
            'Фид товаров, цен или остатков отклонён или завис.',
            'XML, YML, CSV, прайс, расписание, ошибка разбора, выгрузка, SFTP, XML-файл, файл выгрузки, прайс-лист, проверка, завис, не читается',
          ),
          'pt-BR': words(
            'O feed não é processado',
            'Um feed de produtos, preços ou estoque é recusado ou fica parado.',
            'XML, CSV, arquivo de feed, agendamento, erro de leitura, feed de estoque, SFTP, arquivo XML, rejeitado, parado, validação',
          ),
        },
      },
      {
        key: 'technical-fulfilment',
        team: 'technical',
        minutes: 240,
        liveOnly: true,
        form: 'order-actions',
        texts: {
          en: words(
            'Order actions fail on our side',
            'Accepting, confirming or cancelling orders through your endpoint does not work as agreed.',
            'fulfilment, fulfillment, order endpoint, confirmation, webhook, end-to-end integration, acknowledgement, acknowledge, accept order, shipment confirmation, callback',
          ),
          it: words(
            'Le azioni sugli ordini falliscono da parte nostra',
            'Accettare, confermare o annullare ordini tramite il tuo endpoint non funziona come previsto.',
            'evasione, fulfillment, endpoint ordini, conferma, webhook, integrazione end-to-end, confermare, accettare ordini, conferma di ricezione, conferma di spedizione, callback',
          ),
          es: words(
            'Las acciones de pedidos fallan en nuestro lado',
            'Aceptar, confirmar o cancelar pedidos por tu endpoint no funciona como se acordó.',
            'cumplimiento, fulfillment, endpoint de pedidos, confirmación, webhook, integración completa, confirmar, aceptar pedidos, acuse de recibo, confirmación de envío, callback',
          ),
          ru: words(
            'Сбой операций с заказами на нашей стороне',
            'Приём, подтверждение или отмена заказов через ваш адрес работает не так, как условлено.',
            'исполнение, фулфилмент, обработчик заказов, подтверждение, вебхук, сквозная интеграция, подтвердить, принять заказ, подтверждение отгрузки, callback, апи заказов',
          ),
          'pt-BR': words(
            'As ações de pedido falham do nosso lado',
            'Aceitar, confirmar ou cancelar pedidos pelo seu endpoint não funciona como combinado.',
            'fulfillment, endpoint de pedidos, confirmação, webhook, integração de ponta a ponta, confirmar, aceitar pedidos, confirmação de recebimento, confirmação de envio, callback',
          ),
        },
      },
    ],
  },
  {
    key: 'urgent',
    names: {
      en: 'Urgent technical support',
      it: 'Assistenza tecnica urgente',
      es: 'Soporte técnico urgente',
      ru: 'Срочная техническая поддержка',
      'pt-BR': 'Suporte técnico urgente',
    },
    topics: [
      {
        key: 'urgent',
        team: 'technical',
        minutes: 60,
        urgent: true,
        liveOnly: true,
        form: 'urgent',
        texts: {
          en: words(
            'Urgent technical support',
            'Only when the integration is down, most listings cannot be published, or customers cannot order.',
            'emergency, outage, down, everything stopped, critical, site down, HTTP 500, escalation, at night, urgent, urgently, immediately, asap, nothing works, total failure, P0',
          ),
          it: words(
            'Assistenza tecnica urgente',
            'Solo se l’integrazione è ferma, la maggior parte delle inserzioni non si pubblica o i clienti non riescono a ordinare.',
            'emergenza, blocco totale, interruzione, tutto fermo, critico, sito giù, HTTP 500, escalation, di notte, urgenza, fermi, fermo, bloccati, subito, nulla funziona, guasto totale',
          ),
          es: words(
            'Soporte técnico urgente',
            'Solo si la integración está caída, la mayoría de los anuncios no se publica o los clientes no pueden pedir.',
            'emergencia, caída, interrupción, todo parado, crítico, sitio caído, HTTP 500, escalado, de noche, urgencia, se cayó, cayó, inmediato, nada funciona, fallo total',
          ),
          ru: words(
            'Срочная техническая поддержка',
            'Только если интеграция не работает, большинство предложений не публикуется или покупатели не могут заказать.',
            'авария, сбой, всё стоит, критично, сайт лежит, HTTP 500, эскалация, ночью, срочно, упал, упало, немедленно, ничего не работает, остановка продаж, критический',
          ),
          'pt-BR': words(
            'Suporte técnico urgente',
            'Somente se a integração caiu, a maioria dos anúncios não publica ou os clientes não conseguem comprar.',
            'emergência, queda, fora do ar, tudo parado, crítico, site caiu, HTTP 500, escalonamento, de madrugada, urgência, parou, caiu, imediato, nada funciona, falha total',
          ),
        },
      },
    ],
  },
  {
    key: 'general',
    names: {
      en: 'General questions',
      it: 'Domande generali',
      es: 'Dudas generales',
      ru: 'Общие вопросы',
      'pt-BR': 'Dúvidas gerais',
    },
    topics: [
      {
        key: 'general-question',
        team: 'care',
        minutes: 480,
        texts: {
          en: words(
            'Another question',
            'Nothing here fits. We pass it on to the right people.',
            'other, not sure, something else, miscellaneous, help, information, question, not listed, talk to somebody, person, human, agent, contact, phone, call, none of these',
          ),
          it: words(
            'Un’altra domanda',
            'Qui non c’è la voce giusta. La inoltriamo noi a chi di competenza.',
            'altro, non so, varie, aiuto, informazioni, domanda, parlare con qualcuno, operatore, persona, contatto, telefono, richiamare, nessuna di queste',
          ),
          es: words(
            'Otra pregunta',
            'Aquí no encaja nada. La pasamos nosotros a quien corresponda.',
            'otro, no estoy seguro, varios, ayuda, información, pregunta, hablar con alguien, persona, agente, operador, contacto, teléfono, llamar, ninguna de estas, otra cosa',
          ),
          ru: words(
            'Другой вопрос',
            'Ничего не подходит. Мы сами передадим вопрос кому нужно.',
            'прочее, не знаю, разное, помощь, информация, вопрос, поговорить с человеком, оператор, менеджер, связаться, телефон, позвонить, ничего из этого, другое',
          ),
          'pt-BR': words(
            'Outra dúvida',
            'Nada aqui se encaixa. Nós encaminhamos para quem resolve.',
            'outro, não sei, diversos, ajuda, informação, pergunta, falar com alguém, pessoa, atendente, operador, contato, telefone, ligar, nenhuma dessas, outra coisa',
          ),
        },
      },
      {
        key: 'general-feedback',
        team: 'care',
        minutes: 2400,
        form: 'idea',
        texts: {
          en: words(
            'Idea or feedback',
            'Not a fault, but something could be better. It reaches the product team.',
            'suggestion, improvement, wish, proposal, feature request, roadmap, opinion, suggest, new feature, enhancement, praise, criticism',
          ),
          it: words(
            'Idea o suggerimento',
            'Non è un guasto, ma qualcosa può migliorare. Arriva al team di prodotto.',
            'proposta, miglioramento, desiderio, nuova funzione, roadmap, opinione, feedback, suggerire, proporre, migliorare, funzionalità, critica, complimenti',
          ),
          es: words(
            'Idea o sugerencia',
            'No es un fallo, pero algo puede mejorar. Llega al equipo de producto.',
            'propuesta, mejora, deseo, nueva función, hoja de ruta, opinión, feedback, sugerir, proponer, mejorar, función, crítica, elogio',
          ),
          ru: words(
            'Идея или отзыв о портале',
            'Это не сбой, но что-то можно сделать лучше. Дойдёт до команды продукта.',
            'предложение, пожелание, улучшение, новая функция, доработка, мнение, обратная связь, предложить, улучшить, фича, критика, похвала',
          ),
          'pt-BR': words(
            'Ideia ou sugestão',
            'Não é defeito, mas algo pode melhorar. Chega ao time de produto.',
            'proposta, melhoria, desejo, nova função, roadmap, opinião, feedback, sugerir, propor, melhorar, funcionalidade, crítica, elogio',
          ),
        },
      },
    ],
  },
]
