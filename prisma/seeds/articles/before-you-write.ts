import type { ArticleSeed } from './shape'

/** What often helps at once (002-01), and what helps us when it does not (002-04). */
export const beforeYouWrite: ArticleSeed = {
  slug: 'before-you-write',
  section: 'seller_support',
  texts: {
    en: {
      title: 'Before you write: five things that often help at once',
      body: `Many faults of the portal are over in a few minutes, without waiting for anybody. Try these in turn.

## In the portal
- Log out and log in again.
- Empty your browser’s cache.
- Delete the cookies of this site.
- Try another browser, or a private window.
- Wait a few minutes and try again: it may have been temporary.

## Between your system and ours
- Check that your API key is valid and entered in full.
- Look in your own log: did the call leave, and what came back?
- Repeat one call by hand. If it works, the fault lies between your system and the network.

## Still failing? Write to us
Tick what you have tried: it travels with your request, and nobody will ask you to do it again. None of it is an obligation, so leave it out if it does not fit.

What helps us most:
- a precise description: what you expected, and what happened instead;
- the browser you used, filled in for you;
- the steps that lead to the fault, one by one;
- error messages, word for word, with the time;
- what you have already tried;
- screenshots or a short recording.

Never send us a password, a card number or an API key. We do not need them.

## If your business suffers meanwhile
Say so in the form. We first try to reproduce the fault, then look for a way around it on our side, for example by updating a product for you. A fault that concerns many companies comes before one that concerns a single account.`,
    },
    it: {
      title: 'Prima di scrivere: cinque cose che spesso bastano',
      body: `Molti problemi del portale si risolvono in pochi minuti, senza aspettare nessuno. Prova in quest’ordine.

## Nel portale
- Esci e accedi di nuovo.
- Svuota la cache del browser.
- Elimina i cookie di questo sito.
- Prova con un altro browser o con una finestra privata.
- Aspetta qualche minuto e riprova: può essere un problema temporaneo.

## Tra il tuo sistema e il nostro
- Controlla che la chiave API sia valida e inserita per intero.
- Guarda nel tuo registro: la chiamata è partita? Che cosa è tornato?
- Ripeti una chiamata a mano. Se funziona, il guasto è tra il tuo sistema e la rete.

## Non funziona ancora? Scrivici
Spunta quello che hai provato: accompagna la richiesta e nessuno ti chiederà di rifarlo. Non è obbligatorio: se non c’entra, lascialo vuoto.

Che cosa ci aiuta di più:
- una descrizione precisa: che cosa ti aspettavi e che cosa è successo;
- il browser usato, già compilato;
- i passaggi che portano al problema, uno per uno;
- i messaggi di errore, parola per parola, con l’ora;
- che cosa hai già provato;
- schermate o una breve registrazione.

Non inviarci mai una password, un numero di carta o una chiave API. Non ci servono.

## Se intanto la tua attività ne risente
Scrivilo nel modulo. Prima proviamo a riprodurre il problema, poi cerchiamo un modo per aggirarlo dal nostro lato, per esempio aggiornando una scheda al posto tuo. Un guasto che riguarda molte aziende viene prima di uno che riguarda un solo account.`,
    },
    es: {
      title: 'Antes de escribir: cinco cosas que suelen bastar',
      body: `Muchos fallos del portal se resuelven en pocos minutos, sin esperar a nadie. Prueba en este orden.

## En el portal
- Cierra la sesión y vuelve a entrar.
- Vacía la caché del navegador.
- Borra las cookies de este sitio.
- Prueba con otro navegador o con una ventana privada.
- Espera unos minutos y vuelve a intentarlo: puede ser algo temporal.

## Entre tu sistema y el nuestro
- Comprueba que tu clave API es válida y está completa.
- Mira en tu propio registro: ¿salió la llamada y qué volvió?
- Repite una llamada a mano. Si funciona, el fallo está entre tu sistema y la red.

## ¿Sigue fallando? Escríbenos
Marca lo que has probado: acompaña a tu solicitud y nadie te pedirá que lo repitas. No es obligatorio; si no viene al caso, déjalo en blanco.

Lo que más nos ayuda:
- una descripción precisa: qué esperabas y qué ocurrió;
- el navegador utilizado, que ya viene rellenado;
- los pasos que llevan al fallo, uno a uno;
- los mensajes de error, al pie de la letra y con la hora;
- las medidas que ya has tomado;
- capturas de pantalla o una grabación corta.

No nos envíes nunca una contraseña, un número de tarjeta ni una clave API. No los necesitamos.

## Si mientras tanto tu negocio se resiente
Dilo en el formulario. Primero intentamos reproducir el fallo y después buscamos una solución provisional por nuestra parte, por ejemplo actualizar una ficha en tu nombre. Un fallo general tiene prioridad sobre el de una sola cuenta.`,
    },
    ru: {
      title: 'Прежде чем написать: пять шагов, которые часто помогают',
      body: `Многие сбои портала проходят за несколько минут, и ждать никого не нужно. Попробуйте по порядку.

## В портале
- Выйдите и войдите снова.
- Очистите кэш браузера.
- Удалите файлы cookie этого сайта.
- Попробуйте другой браузер или приватное окно.
- Подождите несколько минут и повторите: сбой мог быть временным.

## Между вашей системой и нашей
- Проверьте, что ключ API действует и введён полностью.
- Посмотрите в своём журнале: ушёл ли запрос и что вернулось.
- Повторите один запрос вручную. Если он проходит, сбой между вашей системой и сетью.

## Не помогло? Напишите нам
Отметьте, что вы уже сделали: это попадёт в обращение, и никто не попросит повторять. Это не обязательно: если шаги не подходят, пропустите их.

Больше всего нам помогут:
- точное описание: чего вы ожидали и что произошло;
- браузер (заполняется сам);
- шаги, которые приводят к ошибке, по одному;
- текст сообщений об ошибках дословно, со временем;
- что вы уже пробовали;
- снимки экрана или короткая запись.

Никогда не присылайте пароль, номер карты или ключ API. Они нам не нужны.

## Если тем временем страдают продажи
Укажите это в форме. Сначала мы пробуем воспроизвести сбой, затем ищем обходной путь на своей стороне: например, сами обновляем карточку товара. Сбой, который затронул многие компании, мы разбираем раньше, чем сбой одного кабинета.`,
    },
    'pt-BR': {
      title: 'Antes de escrever: cinco coisas que costumam resolver',
      body: `Muitas falhas do portal se resolvem em poucos minutos, sem esperar ninguém. Tente nesta ordem.

## No portal
- Saia e entre de novo.
- Limpe o cache do navegador.
- Apague os cookies deste site.
- Teste em outro navegador ou em uma janela anônima.
- Espere alguns minutos e tente de novo: pode ser temporário.

## Entre o seu sistema e o nosso
- Confira se a chave de API é válida e está completa.
- Veja no seu log: a chamada saiu? O que voltou?
- Repita uma chamada manualmente. Se funcionar, a falha está entre o seu sistema e a rede.

## Ainda não funciona? Escreva para nós
Marque o que você já tentou: isso vai junto com o chamado, e ninguém vai pedir para repetir. Não é obrigatório; se não fizer sentido, deixe em branco.

O que mais ajuda:
- uma descrição precisa: o que você esperava e o que aconteceu;
- o navegador usado, já preenchido para você;
- os passos que levam ao erro, um a um;
- as mensagens de erro, palavra por palavra, com o horário;
- o que você já tentou;
- capturas de tela ou uma gravação curta.

Nunca envie senha, número de cartão ou chave de API. Não precisamos deles.

## Se enquanto isso o seu negócio sofre
Diga isso no formulário. Primeiro tentamos reproduzir a falha, depois buscamos uma saída do nosso lado, por exemplo atualizar um anúncio para você. Uma falha que atinge muitas empresas vem antes de outra que atinge uma única conta.`,
    },
  },
}
