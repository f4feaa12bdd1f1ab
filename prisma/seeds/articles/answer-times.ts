import type { ArticleSeed } from './shape'

/** How long an answer takes (002-10), that there is no daily limit (002-11), and what counts as urgent (000-04). */
export const answerTimes: ArticleSeed = {
  slug: 'answer-times',
  section: 'seller_support',
  texts: {
    en: {
      title: 'How long an answer takes, and what is urgent',
      body: `## Before you send, you know by when
Each topic has a time of its own for the first answer. The form shows it as a day and an hour in your time zone, before you send anything. It is counted in support’s working hours, without weekends and holidays.

The time until an issue is solved depends on what it is. Simple questions are settled with the first answer; a fault that has to be investigated often takes a few working days. While we wait for something from you, our clock stands still.

## How many requests may I open?
As many as you have issues. There is no limit a day. Only on one and the same topic a company waits a few minutes between two requests, so that nothing is sent twice; what you want to add meanwhile goes into the open one.

## What is urgent
Three things, and only these, are worked on day and night:
- the integration is down;
- a problem prevents most of your products from being published;
- a widespread problem keeps customers from ordering, for example when the ordering site returns HTTP 500.

For these choose the topic “Urgent technical support” and say which of the three it is. In working hours the team looks at it at once. At night, at weekends and on holidays it wakes the engineer on call.

## If it turns out not to be urgent
We tell you why. Your request is not lost and does not start again: the team answers in working hours, and its time has counted from the moment you sent it.

## Why not everything can be urgent
Somebody is woken for each of these. The fewer there are, the faster the real ones are solved: perhaps yours.`,
    },
    it: {
      title: 'In quanto tempo rispondiamo e che cosa è urgente',
      body: `## Prima dell’invio sai già entro quando
Ogni argomento ha un proprio tempo per la prima risposta. Il modulo lo mostra come giorno e ora nel tuo fuso orario, prima che tu invii qualcosa. Si conta nell’orario di lavoro del supporto, esclusi fine settimana e festivi.

Il tempo per risolvere dipende dal problema. Le domande semplici si chiudono con la prima risposta; un guasto da indagare richiede spesso alcuni giorni lavorativi. Mentre aspettiamo qualcosa da te, il nostro tempo è fermo.

## Quante richieste posso aprire?
Tante quanti sono i problemi: non c’è un limite al giorno. Solo sullo stesso argomento un’azienda attende qualche minuto tra due richieste, perché nulla parta due volte; quello che vuoi aggiungere nel frattempo va in quella aperta.

## Che cosa è urgente
Tre casi, e soltanto questi, si trattano giorno e notte:
- l’integrazione non è attiva;
- un problema impedisce di pubblicare la maggior parte dei prodotti;
- un problema diffuso blocca gli ordini dei clienti, per esempio quando il sito degli ordini restituisce un errore HTTP 500.

In questi casi scegli l’argomento “Assistenza tecnica urgente” e indica quale dei tre. In orario di lavoro il team lo esamina subito. Di notte, nel fine settimana e nei festivi sveglia il tecnico reperibile.

## Se risulta non urgente
Ti diciamo perché. La richiesta non va persa e non riparte da capo: il team risponde in orario di lavoro e il tempo è contato dal momento dell’invio.

## Perché non tutto può essere urgente
Per ognuna di queste richieste si sveglia una persona. Meno ce ne sono, prima si risolvono quelle vere: magari la tua.`,
    },
    es: {
      title: 'Cuánto tardamos en responder y qué es urgente',
      body: `## Antes de enviar ya sabes para cuándo
Cada tema tiene su propio plazo para la primera respuesta. El formulario lo muestra con día y hora en tu zona horaria antes de que envíes nada. Se cuenta en el horario laboral de soporte, sin fines de semana ni festivos.

El tiempo hasta la solución depende de la naturaleza y la complejidad del problema. Las preguntas sencillas se resuelven con la primera respuesta; un fallo que hay que investigar suele llevar unos días laborables. Mientras esperamos algo de ti, nuestro plazo se detiene.

## ¿Cuántas solicitudes puedo abrir?
Tantas como problemas tengas: no hay límite diario. Solo en un mismo tema la empresa espera unos minutos entre dos solicitudes, para que nada se envíe dos veces; lo que quieras añadir entretanto va a la que está abierta.

## Qué es urgente
Tres casos, y solo estos, se atienden de día y de noche:
- la integración está caída;
- un problema impide publicar la mayoría de tus productos;
- un problema generalizado impide que los clientes compren, por ejemplo cuando el sitio de pedidos devuelve un error HTTP 500.

En esos casos elige el tema «Soporte técnico urgente» y di cuál de los tres es. En horario laboral el equipo lo mira enseguida. De noche, en fin de semana y en festivos despierta al técnico de guardia.

## Si resulta que no es urgente
Te decimos por qué. La solicitud no se pierde ni empieza de nuevo: el equipo responde en horario laboral y el plazo cuenta desde que la enviaste.

## Por qué no todo puede ser urgente
Por cada una de ellas se despierta a alguien. Cuantas menos haya, antes se resuelven las de verdad: quizá la tuya.`,
    },
    ru: {
      title: 'Сколько ждать ответа и что считается срочным',
      body: `## Срок известен ещё до отправки
У каждой темы свой срок первого ответа. Форма показывает его как день и час по вашему времени ещё до того, как вы что-либо отправите. Он считается по рабочему времени поддержки, без выходных и праздников.

Сколько займёт решение, зависит от вопроса. Простые вопросы решаются первым же ответом, а на разбор сбоя часто уходит несколько рабочих дней. Пока мы ждём уточнения от вас, наш срок остановлен.

## Сколько обращений можно создать?
Столько, сколько у вас вопросов: дневного ограничения нет. Только по одной и той же теме между двумя обращениями компании должно пройти несколько минут, чтобы ничего не отправилось дважды; дополнения за это время можно написать в открытое обращение.

## Что считается срочным
Круглосуточно мы занимаемся только тремя случаями:
- интеграция не работает;
- из-за сбоя не публикуется большинство ваших товаров;
- массовый сбой не даёт покупателям оформлять заказы, например сайт отвечает ошибкой HTTP 500.

В этих случаях выберите тему «Срочная техническая поддержка» и укажите, какой из трёх случаев ваш. В рабочее время команда посмотрит сразу. Ночью, в выходные и праздники мы разбудим дежурного инженера.

## Если случай не срочный
Мы объясним почему. Обращение не потеряется и не начнётся заново: команда ответит в рабочее время, а срок отсчитывается с момента отправки.

## Почему срочным не может быть всё
Из-за каждого такого обращения кого-то будят. Чем их меньше, тем быстрее решаются настоящие, возможно, именно ваше.`,
    },
    'pt-BR': {
      title: 'Em quanto tempo respondemos e o que é urgente',
      body: `## Antes de enviar você já sabe até quando
Cada assunto tem o seu prazo para a primeira resposta. O formulário mostra o dia e a hora no seu fuso, antes de você enviar qualquer coisa. A conta é feita no horário de atendimento, sem fins de semana e feriados.

O tempo até a solução depende do caso. Dúvidas simples se resolvem na primeira resposta; uma falha que precisa ser investigada costuma levar alguns dias úteis. Enquanto esperamos algo de você, o nosso prazo fica parado.

## Quantos chamados posso abrir?
Quantos forem os problemas: não há limite por dia. Só no mesmo assunto a empresa espera alguns minutos entre dois chamados, para que nada seja enviado duas vezes; o que quiser acrescentar nesse meio-tempo vai para o que está aberto.

## O que é urgente
Três casos, e somente estes, são atendidos dia e noite:
- a integração está fora do ar;
- um problema impede a publicação da maioria dos seus produtos;
- um problema generalizado impede os clientes de comprar, por exemplo quando o site de pedidos responde com erro HTTP 500.

Nesses casos escolha o assunto “Suporte técnico urgente” e diga qual dos três é. No horário de atendimento a equipe olha na hora. De madrugada, no fim de semana e em feriados, o chamado acorda quem está de plantão.

## Se não for urgente
Dizemos por quê. O chamado não se perde nem recomeça: a equipe responde no horário de atendimento, e o prazo conta desde o envio.

## Por que nem tudo pode ser urgente
Para cada um desses chamados alguém é acordado. Quanto menos houver, mais rápido se resolvem os verdadeiros: talvez o seu.`,
    },
  },
}
