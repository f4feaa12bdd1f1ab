import type { ArticleSeed } from './shape'

/** What the anti-fraud tip leads to (003-02). */
export const fraud: ArticleSeed = {
  slug: 'protect-yourself-from-fraud',
  section: 'security',
  texts: {
    en: {
      title: 'Protect yourself from fraud',
      body: `Fraudsters write to sellers in the name of marketplaces, banks and delivery services. These rules keep them out.

## What we never do
- We never ask for your password, a one-time code, a card number or an API key: not by e-mail, not by telephone, not in a chat.
- We never ask you to pay anything to a private account, or to “unlock” a payout.
- We never send programs to install or files with macros.
- We never ask you to take a conversation to a messenger. Everything we have to say stands in your requests.

## How to tell that it is us
- Open the portal yourself, by typing the address or from your bookmarks, and look into the request. What is not there did not come from us.
- Look at the address of the page before you write a password: the letters just before the first single slash must be the ones you know.
- Links in our e-mails lead to this portal. They let you read; to write you sign in.

## Typical tricks
- “Your account will be blocked today”: hurry is their tool. Read, then look in the portal.
- A “support agent” who calls and reads out your last order: such details can be bought.
- A buyer who wants to pay past the marketplace, or sends a “proof of payment” as a picture.
- A changed bank account in an invoice from a supplier: call them on the number you already have.

## If it has happened
- Change your password now and end your other sessions in your settings.
- Replace your API keys.
- Have an owner of your company look through its people and disable whoever should not be there.
- Write to us through the topic “Cannot sign in” or “Users, roles and company details”, with the time and what you received. Do not delete the message: attach a picture of it.
- If money is gone, tell your bank and the police at once.`,
    },
    it: {
      title: 'Come proteggersi dalle truffe',
      body: `I truffatori scrivono ai venditori a nome di marketplace, banche e corrieri. Queste regole li tengono fuori.

## Che cosa non facciamo mai
- Non chiediamo mai la password, un codice usa e getta, un numero di carta o una chiave API: né per e-mail, né al telefono, né in chat.
- Non chiediamo mai di pagare su un conto privato o per “sbloccare” un accredito.
- Non inviamo mai programmi da installare o file con macro.
- Non chiediamo mai di spostare la conversazione su un’app di messaggistica. Tutto quello che abbiamo da dire è nelle tue richieste.

## Come capire che siamo noi
- Apri tu il portale, digitando l’indirizzo o dai preferiti, e guarda nella richiesta. Quello che lì non c’è non viene da noi.
- Guarda l’indirizzo della pagina prima di scrivere una password: le lettere subito prima della prima barra singola devono essere quelle che conosci.
- I link nelle nostre e-mail portano a questo portale. Permettono di leggere; per scrivere bisogna accedere.

## Trucchi tipici
- “Il tuo account sarà bloccato oggi”: la fretta è il loro strumento. Leggi, poi controlla nel portale.
- Un “operatore” che chiama e legge il tuo ultimo ordine: questi dati si possono comprare.
- Un acquirente che vuole pagare fuori dal marketplace o manda la “prova del pagamento” come immagine.
- Un IBAN cambiato nella fattura di un fornitore: chiamalo al numero che hai già.

## Se è già successo
- Cambia subito la password e termina le altre sessioni nelle tue impostazioni.
- Sostituisci le chiavi API.
- Chiedi a un titolare dell’azienda di controllare le persone e disattivare chi non deve esserci.
- Scrivici con l’argomento “Impossibile accedere” o “Utenti, ruoli e dati aziendali”, indicando l’ora e che cosa hai ricevuto. Non cancellare il messaggio: allegane un’immagine.
- Se mancano dei soldi, avvisa subito la banca e la polizia.`,
    },
    es: {
      title: 'Protégete del fraude',
      body: `Los estafadores escriben a los vendedores en nombre de marketplaces, bancos y empresas de transporte. Estas reglas los dejan fuera.

## Lo que nunca hacemos
- Nunca pedimos tu contraseña, un código de un solo uso, un número de tarjeta ni una clave API: ni por correo, ni por teléfono, ni en un chat.
- Nunca pedimos que pagues a una cuenta particular ni para «desbloquear» un pago.
- Nunca enviamos programas para instalar ni archivos con macros.
- Nunca pedimos que sigas la conversación en una aplicación de mensajería. Todo lo que tenemos que decir está en tus solicitudes.

## Cómo saber que somos nosotros
- Abre tú el portal, escribiendo la dirección o desde tus favoritos, y mira la solicitud. Lo que no está ahí no es nuestro.
- Mira la dirección de la página antes de escribir una contraseña: las letras justo antes de la primera barra simple tienen que ser las que conoces.
- Los enlaces de nuestros correos llevan a este portal. Permiten leer; para escribir hay que iniciar sesión.

## Trucos habituales
- «Hoy bloquearemos tu cuenta»: la prisa es su herramienta. Lee y después mira en el portal.
- Un «agente» que llama y te lee tu último pedido: esos datos se pueden comprar.
- Un comprador que quiere pagar fuera del marketplace o manda el «justificante» como imagen.
- Una cuenta bancaria distinta en la factura de un proveedor: llámale al número que ya tenías.

## Si ya ha pasado
- Cambia ahora tu contraseña y cierra tus otras sesiones en tus ajustes.
- Sustituye tus claves API.
- Pide a un titular de la empresa que revise las personas y desactive a quien no deba estar.
- Escríbenos por el tema «No puedo entrar» o «Usuarios, roles y datos de la empresa», con la hora y lo que recibiste. No borres el mensaje: adjunta una captura.
- Si falta dinero, avisa enseguida al banco y a la policía.`,
    },
    ru: {
      title: 'Как защититься от мошенников',
      body: `Мошенники пишут продавцам от имени маркетплейсов, банков и служб доставки. Эти правила помогут их распознать.

## Чего мы никогда не делаем
- Не спрашиваем пароль, одноразовый код, номер карты или ключ API: ни в письме, ни по телефону, ни в чате.
- Не просим перевести деньги на личный счёт или заплатить, чтобы «разблокировать» выплату.
- Не присылаем программы для установки и файлы с макросами.
- Не предлагаем перейти в мессенджер. Всё, что мы хотим сказать, есть в ваших обращениях.

## Как понять, что это мы
- Откройте портал сами: введите адрес или воспользуйтесь закладкой и посмотрите обращение. Если там этого нет, писали не мы.
- Прежде чем вводить пароль, посмотрите на адрес страницы: буквы прямо перед первой одиночной косой чертой должны быть знакомыми.
- Ссылки из наших писем ведут на этот портал. По ним можно читать, а чтобы писать, нужно войти.

## Частые уловки
- «Сегодня ваш кабинет заблокируют»: спешка — их главный приём. Прочитайте, потом проверьте в портале.
- «Сотрудник поддержки» звонит и называет ваш последний заказ: такие данные можно купить.
- Покупатель хочет заплатить в обход маркетплейса или присылает «подтверждение оплаты» картинкой.
- В счёте поставщика изменились реквизиты: позвоните ему по номеру, который у вас уже есть.

## Если это уже случилось
- Сразу смените пароль и завершите другие сеансы в настройках.
- Замените ключи API.
- Попросите владельца компании проверить список сотрудников и отключить тех, кого там быть не должно.
- Напишите нам по теме «Не получается войти» или «Пользователи, роли и данные компании»: когда и что вы получили. Не удаляйте сообщение, приложите его снимок.
- Если пропали деньги, немедленно сообщите в банк и полицию.`,
    },
    'pt-BR': {
      title: 'Proteja-se contra golpes',
      body: `Golpistas escrevem a vendedores em nome de marketplaces, bancos e transportadoras. Estas regras deixam eles do lado de fora.

## O que nunca fazemos
- Nunca pedimos senha, código de uso único, número de cartão ou chave de API: nem por e-mail, nem por telefone, nem em chat.
- Nunca pedimos pagamento em conta particular nem para “liberar” um repasse.
- Nunca enviamos programas para instalar ou arquivos com macros.
- Nunca pedimos para levar a conversa a um aplicativo de mensagens. Tudo o que temos a dizer está nos seus chamados.

## Como saber que somos nós
- Abra você mesmo o portal, digitando o endereço ou pelos favoritos, e olhe o chamado. O que não está lá não veio de nós.
- Olhe o endereço da página antes de digitar a senha: as letras logo antes da primeira barra simples têm de ser as que você conhece.
- Os links dos nossos e-mails levam a este portal. Eles permitem ler; para escrever, é preciso entrar.

## Truques comuns
- “Sua conta será bloqueada hoje”: a pressa é a ferramenta deles. Leia e depois confira no portal.
- Um “atendente” que liga e lê o seu último pedido: esses dados podem ser comprados.
- Um comprador que quer pagar por fora do marketplace ou manda o “comprovante” como imagem.
- Um boleto ou conta diferente na cobrança de um fornecedor: ligue para o número que você já tem.

## Se já aconteceu
- Troque a senha agora e encerre as outras sessões nas suas configurações.
- Substitua as chaves de API.
- Peça a um responsável da empresa que revise as pessoas e desative quem não deveria estar lá.
- Escreva para nós pelo assunto “Não consigo entrar” ou “Usuários, funções e dados da empresa”, com o horário e o que recebeu. Não apague a mensagem: anexe uma imagem dela.
- Se sumiu dinheiro, avise o banco e a polícia imediatamente.`,
    },
  },
}
