import type { ArticleSeed } from './shape'

/** How a request goes, and what each status means (003-30); what to do in each (003-21 to 003-29). */
export const requestsAndStatuses: ArticleSeed = {
  slug: 'requests-and-statuses',
  section: 'seller_support',
  texts: {
    en: {
      title: 'How requests work and what the statuses mean',
      body: `A request is a conversation with our specialists about one issue. It has a number that never changes: quote it whenever you write to us or call.

## From the first line to the last
- You choose a topic, describe the issue and add files. Before you send it, you see by when we answer.
- You get the number on the screen and by e-mail. The request stands in your list from then on.
- We answer on the page of the request and tell you by e-mail.
- When it is solved, you rate the answer. That closes the request.

## What the statuses mean
- Created: we have it, and nobody has taken it up yet. You can add text or files at any time, or cancel it.
- In progress: a specialist is working on it.
- Waiting for your answer: we need something from you, or ask you to try a fix. Our clock stands still until you answer; then the request returns to work.
- Answer received: we have answered. If it is solved, rate the answer from 1 to 5 stars. If it is not, or not fully, go on writing.
- Completed: you rated or closed it, or it closed by itself because nobody went on for several days. We remind you before that happens.

## Why your rating matters
It takes a moment, and the comment is up to you. We read the ratings topic by topic, and change what does not work. A low rating never does you any harm.

## If it comes back
Nothing more can be written in a completed request. Open a follow-up from it instead: we then see both together, and you need not explain everything again.`,
    },
    it: {
      title: 'Come funzionano le richieste e che cosa significano gli stati',
      body: `Una richiesta è una conversazione con i nostri specialisti su un solo problema. Ha un numero che non cambia mai: citalo ogni volta che ci scrivi o ci chiami.

## Dalla prima riga all’ultima
- Scegli l’argomento, descrivi il problema e aggiungi i file. Prima dell’invio vedi entro quando rispondiamo.
- Ricevi il numero sullo schermo e per e-mail. Da quel momento la richiesta è nel tuo elenco.
- Rispondiamo nella pagina della richiesta e ti avvisiamo per e-mail.
- Quando il problema è risolto, valuti la risposta. Così la richiesta si chiude.

## Che cosa significano gli stati
- Creata: l’abbiamo ricevuta e nessuno l’ha ancora presa in carico. Puoi sempre aggiungere testo o file, oppure annullarla.
- In lavorazione: ci sta lavorando una persona.
- In attesa della tua risposta: ci serve un’informazione, oppure ti chiediamo di provare una soluzione. Il nostro tempo è fermo finché non rispondi; poi la richiesta torna in lavorazione.
- Risposta ricevuta: abbiamo risposto. Se è risolta, valuta la risposta da 1 a 5 stelle. Se non lo è, o non del tutto, continua a scrivere.
- Conclusa: l’hai valutata o chiusa tu, oppure si è chiusa da sola perché nessuno ha scritto per diversi giorni. Prima ti mandiamo un promemoria.

## Perché la tua valutazione conta
Richiede un attimo, e il commento è facoltativo. Leggiamo le valutazioni argomento per argomento e cambiamo ciò che non funziona. Un voto basso non ti crea mai problemi.

## Se il problema ritorna
In una richiesta conclusa non si può più scrivere. Apri un seguito a partire da quella: vediamo le due insieme e non devi rispiegare tutto.`,
    },
    es: {
      title: 'Cómo funcionan las solicitudes y qué significan los estados',
      body: `Una solicitud es una conversación con nuestros especialistas sobre un solo problema. Tiene un número que no cambia nunca: cítalo siempre que nos escribas o nos llames.

## De la primera línea a la última
- Eliges el tema, describes el problema y añades archivos. Antes de enviarla ves para cuándo respondemos.
- Recibes el número en la pantalla y por correo. Desde entonces la solicitud está en tu lista.
- Respondemos en la página de la solicitud y te avisamos por correo.
- Cuando está resuelta, valoras la respuesta. Con eso se cierra.

## Qué significan los estados
- Creada: la tenemos y nadie la ha tomado todavía. Puedes añadir texto o archivos cuando quieras, o cancelarla.
- En curso: alguien del equipo está trabajando en ella.
- Esperamos tu respuesta: necesitamos un dato, o te pedimos que pruebes una solución. Nuestro plazo se detiene hasta que respondas; después la solicitud vuelve al trabajo.
- Respuesta recibida: hemos respondido. Si está resuelta, valora la respuesta de 1 a 5 estrellas. Si no lo está, o no del todo, sigue escribiendo.
- Completada: la has valorado o cerrado, o se ha cerrado sola porque nadie escribió durante varios días. Antes te lo recordamos.

## Por qué importa tu valoración
Es un momento, y el comentario es opcional. Leemos las valoraciones tema por tema y cambiamos lo que no funciona. Una nota baja nunca te perjudica.

## Si el problema vuelve
En una solicitud completada ya no se puede escribir. Abre una continuación desde ella: vemos las dos juntas y no tienes que explicarlo todo de nuevo.`,
    },
    ru: {
      title: 'Как устроены обращения и что означают статусы',
      body: `Обращение — это диалог с нашими специалистами по одному вопросу. У него есть номер, который никогда не меняется: называйте его, когда пишете нам или звоните.

## Как это происходит
- Вы выбираете тему, описываете вопрос и прикладываете файлы. Ещё до отправки видно, к какому времени мы ответим.
- Номер появится на экране и придёт на почту. С этого момента обращение есть в вашем списке.
- Мы отвечаем на странице обращения и сообщаем об этом письмом.
- Когда вопрос решён, вы оцениваете ответ. На этом обращение завершается.

## Что означают статусы
- Создано: обращение у нас, но за него ещё никто не взялся. В любой момент можно добавить текст или файл либо отменить обращение.
- В работе: им занимается специалист.
- Ждём вашего ответа: нам нужно уточнение, или мы просим проверить исправление. Наш срок остановлен до вашего ответа, затем обращение вернётся в работу.
- Получен ответ: мы ответили. Если вопрос решён, поставьте оценку от 1 до 5 звёзд. Если не решён или решён не полностью, продолжайте диалог.
- Завершено: вы оценили или закрыли обращение, либо оно закрылось само, потому что несколько дней никто не писал. Перед этим мы напомним.

## Почему важна оценка
Это займёт минуту, комментарий необязателен. Мы читаем оценки по каждой теме и исправляем то, что не работает. Низкая оценка никак вам не повредит.

## Если вопрос вернулся
В завершённом обращении писать больше нельзя. Создайте продолжение на его основе: мы увидим оба сразу, и объяснять всё заново не придётся.`,
    },
    'pt-BR': {
      title: 'Como funcionam os chamados e o que significam os status',
      body: `Um chamado é uma conversa com os nossos especialistas sobre um único problema. Ele tem um número que nunca muda: informe-o sempre que escrever ou ligar.

## Da primeira à última linha
- Você escolhe o assunto, descreve o problema e anexa arquivos. Antes de enviar, já vê até quando respondemos.
- O número aparece na tela e chega por e-mail. A partir daí o chamado está na sua lista.
- Respondemos na página do chamado e avisamos por e-mail.
- Quando estiver resolvido, você avalia a resposta. Com isso o chamado se encerra.

## O que significam os status
- Criado: recebemos e ninguém assumiu ainda. Você pode acrescentar texto ou arquivos quando quiser, ou cancelar.
- Em andamento: uma pessoa da equipe está cuidando dele.
- Aguardando sua resposta: precisamos de uma informação ou pedimos que você teste uma solução. O nosso prazo fica parado até a sua resposta; depois o chamado volta para a equipe.
- Resposta recebida: respondemos. Se resolveu, avalie a resposta de 1 a 5 estrelas. Se não resolveu, ou só em parte, continue escrevendo.
- Concluído: você avaliou ou encerrou, ou ele se encerrou sozinho porque ninguém escreveu por vários dias. Antes disso, enviamos um lembrete.

## Por que a sua avaliação importa
Leva um instante, e o comentário é opcional. Lemos as avaliações assunto por assunto e mudamos o que não funciona. Uma nota baixa nunca prejudica você.

## Se o problema voltar
Em um chamado concluído não dá mais para escrever. Abra uma continuação a partir dele: vemos os dois juntos, e você não precisa explicar tudo de novo.`,
    },
  },
}
