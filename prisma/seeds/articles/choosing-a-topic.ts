import type { ArticleSeed } from './shape'

/** How to choose, with the example of 003-08; why it matters; what belongs in one request (000-03, 003-29). */
export const choosingATopic: ArticleSeed = {
  slug: 'choosing-a-topic',
  section: 'seller_support',
  texts: {
    en: {
      title: 'How to choose the category and topic',
      body: `The topic decides which team reads your request first. The right one brings a faster answer: nobody has to pass it on, and the form asks only for what that team needs.

## Three ways to find it
- Search in your own words, in any of our languages. Spelling mistakes and other word endings do no harm.
- Look at the suggested themes, or at the topics you wrote about last.
- Open the list. Categories and topics stand in alphabetical order.

## An example
You have a question about the recommendations shown beside your products. Recommendations appear on the product card, so the category is “Product card”, and the topic “Recommendations beside the product”.

## If you are not sure
Choose “I am not sure” and write. We read it as a general question and pass it to the right people. You do not have to send it again.

## One issue per request
Write one request for each issue. You can open as many as you need, also on the same day. Start a new one only if your question is new and has nothing to do with an earlier one, or if the earlier one is completed. If a request on this is still open, go on there: whoever is working on it sees what you add.`,
    },
    it: {
      title: 'Come scegliere la categoria e l’argomento',
      body: `L’argomento decide quale team legge per primo la tua richiesta. Con quello giusto la risposta arriva prima: nessuno deve inoltrarla e il modulo chiede solo ciò che serve a quel team.

## Tre modi per trovarlo
- Cerca con parole tue, in una qualsiasi delle nostre lingue. Gli errori di battitura e le desinenze diverse non sono un problema.
- Guarda i temi suggeriti o gli argomenti di cui hai scritto di recente.
- Apri l’elenco: categorie e argomenti sono in ordine alfabetico.

## Un esempio
Hai una domanda sulle raccomandazioni che appaiono accanto ai tuoi prodotti. Le raccomandazioni si vedono nella scheda prodotto: la categoria è quindi “Scheda prodotto” e l’argomento “Raccomandazioni accanto al prodotto”.

## Se hai un dubbio
Scegli “Non sono sicuro” e scrivi. La leggiamo come domanda generale e la passiamo a chi di competenza. Non devi inviarla di nuovo.

## Un problema per richiesta
Apri una richiesta per ogni problema. Puoi aprirne quante te ne servono, anche nello stesso giorno. Aprine una nuova solo se la domanda è nuova e non riguarda una precedente, oppure se la precedente è conclusa. Se ne hai già una aperta sullo stesso tema, continua lì: chi se ne occupa vede quello che aggiungi.`,
    },
    es: {
      title: 'Cómo elegir la categoría y el tema',
      body: `El tema decide qué equipo lee primero tu solicitud. Con el correcto, la respuesta llega antes: nadie tiene que reenviarla y el formulario pide solo lo que ese equipo necesita.

## Tres maneras de encontrarlo
- Busca con tus palabras, en cualquiera de nuestros idiomas. Las erratas y las terminaciones distintas no importan.
- Mira los temas sugeridos o aquellos sobre los que has escrito hace poco.
- Abre la lista: las categorías y los temas están en orden alfabético.

## Un ejemplo
Tienes una duda sobre las recomendaciones que se muestran junto a tus productos. Las recomendaciones aparecen en la ficha, así que la categoría es «Ficha de producto» y el tema, «Recomendaciones junto al producto».

## Si no lo tienes claro
Elige «No lo tengo claro» y escribe. Lo leemos como pregunta general y lo pasamos a quien corresponda. No tienes que volver a enviarlo.

## Un problema por solicitud
Crea una solicitud por cada problema. Puedes abrir todas las que necesites, también el mismo día. Abre una nueva solo si la pregunta es nueva y no tiene que ver con otra anterior, o si la anterior ya está completada. Si todavía hay una abierta sobre lo mismo, sigue en ella: quien la atiende ve lo que añades.`,
    },
    ru: {
      title: 'Как выбрать категорию и тему обращения',
      body: `Тема определяет, какая команда первой прочитает обращение. Если она выбрана верно, ответ придёт быстрее: обращение не нужно передавать дальше, а форма спросит только то, что нужно этой команде.

## Три способа найти тему
- Воспользуйтесь поиском: пишите своими словами, на любом из наших языков. Опечатки и другие окончания не помешают.
- Посмотрите предложенные темы или те, по которым вы писали недавно.
- Откройте список: категории и темы стоят в алфавитном порядке.

## Пример
Вас интересуют рекомендации к вашим товарам. Они отображаются в карточке, поэтому подойдёт категория «Карточка товара» и тема «Рекомендации рядом с товаром».

## Если вы не уверены
Выберите «Не знаю, что выбрать» и опишите вопрос. Мы прочитаем его как общий и сами передадим нужным специалистам. Отправлять его снова не придётся.

## Один вопрос — одно обращение
На каждый вопрос создавайте отдельное обращение. Их может быть сколько угодно, в том числе за один день. Новое нужно, только если вопрос не связан с предыдущим или предыдущее обращение завершено. Если обращение об этом ещё открыто, продолжите в нём: специалист увидит всё, что вы добавите.`,
    },
    'pt-BR': {
      title: 'Como escolher a categoria e o assunto',
      body: `O assunto decide qual equipe lê o chamado primeiro. Com o assunto certo, a resposta chega antes: ninguém precisa encaminhar, e o formulário pede só o que aquela equipe precisa.

## Três formas de encontrar
- Busque com suas palavras, em qualquer um dos nossos idiomas. Erros de digitação e terminações diferentes não atrapalham.
- Veja os temas sugeridos ou os assuntos sobre os quais você escreveu há pouco.
- Abra a lista: categorias e assuntos estão em ordem alfabética.

## Um exemplo
Você tem uma dúvida sobre as recomendações que aparecem ao lado dos seus produtos. As recomendações ficam na página do produto: a categoria é “Página do produto” e o assunto, “Recomendações ao lado do produto”.

## Se não tiver certeza
Escolha “Não tenho certeza” e escreva. Lemos como uma dúvida geral e encaminhamos para quem resolve. Você não precisa enviar de novo.

## Um problema por chamado
Abra um chamado para cada problema. Podem ser quantos você precisar, até no mesmo dia. Abra um novo só se a dúvida for nova e não tiver relação com um anterior, ou se o anterior já estiver concluído. Se ainda houver um aberto sobre isso, continue nele: quem está cuidando vê o que você acrescenta.`,
    },
  },
}
