import { type CategorySeed, words } from './shape'

/** What concerns products: registering them (004-01), their card (003-08), being seen, promotions. */
export const products: CategorySeed[] = [
  {
    key: 'registration',
    names: {
      en: 'Product registration',
      it: 'Registrazione dei prodotti',
      es: 'Alta de productos',
      ru: 'Заведение товаров',
      'pt-BR': 'Cadastro de produtos',
    },
    topics: [
      {
        key: 'registration-bulk',
        team: 'catalogue',
        minutes: 480,
        form: 'upload',
        texts: {
          en: words(
            'Uploading many products from a file',
            'Templates, files that stay in processing, rows with errors.',
            'bulk upload, import, spreadsheet, Excel, CSV, template, mass listing, rows rejected, upload, batch, xlsx, catalogue file, stuck in processing, import failed, add many items',
          ),
          it: words(
            'Caricamento di molti prodotti da file',
            'Modelli, file fermi in elaborazione, righe con errori.',
            'caricamento massivo, importazione, foglio di calcolo, Excel, CSV, template, righe scartate, caricare, importare, in blocco, xlsx, elenco prodotti, inserimento massivo, file bloccato',
          ),
          es: words(
            'Carga de muchos productos desde un archivo',
            'Plantillas, archivos que no terminan de procesarse, filas con errores.',
            'carga masiva, importación, hoja de cálculo, Excel, CSV, plantilla, filas rechazadas, subir productos, subida, importar artículos, en lote, xlsx, listado, archivo atascado',
          ),
          ru: words(
            'Загрузка товаров файлом',
            'Шаблоны, файлы, которые долго обрабатываются, строки с ошибками.',
            'массовая загрузка, импорт, таблица, эксель, Excel, CSV, шаблон, ошибки в строках, загрузить списком, импортировать, массово, много товаров, xlsx, шаблон не принимается, файл завис',
          ),
          'pt-BR': words(
            'Envio de vários produtos por planilha',
            'Modelos, arquivos parados em processamento, linhas com erro.',
            'cadastro em massa, importação, planilha, Excel, CSV, modelo, template, linhas recusadas, subir produtos, em lote, importar itens, xlsx, carga, envio em massa, arquivo travado',
          ),
        },
      },
      {
        key: 'registration-barcode',
        team: 'catalogue',
        minutes: 480,
        form: 'product',
        texts: {
          en: words(
            'Barcode or brand not accepted',
            'An EAN or GTIN is refused, or a brand is not in the list.',
            'EAN, GTIN, UPC, ISBN, duplicate code, brand approval, trademark, invalid code, brand missing, manufacturer, product identifier, brand registry',
          ),
          it: words(
            'Codice a barre o marca non accettati',
            'Un EAN o GTIN viene rifiutato, oppure la marca non è in elenco.',
            'EAN, GTIN, ISBN, codice duplicato, brand, approvazione della marca, marchio, codice EAN, codice non valido, marca mancante, produttore, fabbricante, identificativo',
          ),
          es: words(
            'Código de barras o marca no aceptados',
            'Se rechaza un EAN o GTIN, o la marca no aparece en la lista.',
            'EAN, GTIN, ISBN, código duplicado, aprobación de marca, marca registrada, código EAN, código inválido, marca no encontrada, fabricante, identificador',
          ),
          ru: words(
            'Не принимается штрихкод или бренд',
            'EAN или GTIN отклонён, либо бренда нет в списке.',
            'EAN, GTIN, ISBN, дубль штрихкода, баркод, торговая марка, подтверждение бренда, ШК, код товара, неверный код, нет бренда в списке, производитель, товарный знак',
          ),
          'pt-BR': words(
            'Código de barras ou marca não aceitos',
            'Um EAN ou GTIN é recusado, ou a marca não está na lista.',
            'EAN, GTIN, ISBN, código duplicado, aprovação de marca, marca registrada, código EAN, código inválido, marca não encontrada, fabricante, identificador',
          ),
        },
      },
      {
        key: 'registration-rejected',
        team: 'catalogue',
        minutes: 480,
        suggested: 4,
        form: 'product',
        texts: {
          en: words(
            'Product refused at moderation',
            'You disagree with a refusal, or do not see what to correct.',
            'rejected, declined, blocked, review, moderation, approval, wrong category, not approved, refusal, listing, banned, prohibited, policy violation, appeal',
          ),
          it: words(
            'Prodotto respinto in moderazione',
            'Non sei d’accordo con il rifiuto o non capisci che cosa correggere.',
            'rifiutato, bloccato, revisione, moderazione, approvazione, categoria errata, non approvato, bocciato, scartato, vietato, violazione delle regole, inserzione, ricorso',
          ),
          es: words(
            'Producto rechazado en la revisión',
            'No estás de acuerdo con el rechazo o no ves qué hay que corregir.',
            'rechazado, bloqueado, moderación, aprobación, categoría incorrecta, no aprobado, denegado, rechazo, prohibido, incumple las normas, publicación, apelar',
          ),
          ru: words(
            'Товар не прошёл модерацию',
            'Вы не согласны с отказом или не видите, что исправить.',
            'отклонён, отказ, заблокирован, проверка, модерация, неверная категория, не одобрен, не пропустили, отклонили, отказали, запрещён, нарушение правил, апелляция',
          ),
          'pt-BR': words(
            'Produto reprovado na análise',
            'Você não concorda com a recusa ou não sabe o que corrigir.',
            'recusado, rejeitado, bloqueado, moderação, aprovação, categoria errada, não aprovado, reprovação, negado, recusa, proibido, viola as regras, anúncio, recorrer',
          ),
        },
      },
    ],
  },
  {
    key: 'product-card',
    names: {
      en: 'Product card',
      it: 'Scheda prodotto',
      es: 'Ficha de producto',
      ru: 'Карточка товара',
      'pt-BR': 'Página do produto',
    },
    topics: [
      {
        key: 'card-description',
        team: 'catalogue',
        minutes: 480,
        form: 'product',
        texts: {
          en: words(
            'Title, description and attributes',
            'A text, size or other attribute is wrong, missing or does not change.',
            'name, characteristics, specification, variants, size chart, edit card, merge cards, text, heading, wording, colour, color, size, material, weight, dimensions, wrong details, spelling',
          ),
          it: words(
            'Titolo, descrizione e attributi',
            'Un testo, una taglia o un altro attributo è sbagliato, manca o non si aggiorna.',
            'nome, caratteristiche, scheda tecnica, varianti, tabella taglie, modifica scheda, unire schede, testo, titolo, colore, taglia, materiale, peso, dimensioni, dati errati, correggere',
          ),
          es: words(
            'Título, descripción y atributos',
            'Un texto, una talla u otro atributo es incorrecto, falta o no se actualiza.',
            'nombre, características, especificaciones, variantes, guía de tallas, editar ficha, unir fichas, texto, título, color, talla, material, peso, medidas, datos incorrectos, corregir',
          ),
          ru: words(
            'Название, описание и характеристики',
            'Текст, размер или другая характеристика с ошибкой, отсутствует или не меняется.',
            'наименование, свойства, атрибуты, варианты, размерная сетка, редактирование, объединить карточки, текст, заголовок, цвет, размер, материал, вес, габариты, исправить, опечатка',
          ),
          'pt-BR': words(
            'Título, descrição e atributos',
            'Um texto, tamanho ou outro atributo está errado, falta ou não muda.',
            'nome, características, ficha técnica, variações, tabela de medidas, editar anúncio, unir anúncios, texto, título, cor, tamanho, material, peso, medidas, dados errados, corrigir',
          ),
        },
      },
      {
        key: 'card-photos',
        team: 'catalogue',
        minutes: 480,
        form: 'product',
        texts: {
          en: words(
            'Photos and video',
            'Pictures do not upload, are refused, or appear in the wrong order.',
            'image, picture, main photo, gallery, clip, resolution, white background, upload pictures, replace image, blurry, cover, order of photos, JPEG',
          ),
          it: words(
            'Foto e video',
            'Le immagini non si caricano, vengono rifiutate o sono in ordine sbagliato.',
            'immagine, foto principale, galleria, filmato, risoluzione, sfondo bianco, caricare immagini, sostituire, sfocato, copertina, ordine delle foto, JPEG',
          ),
          es: words(
            'Fotos y vídeo',
            'Las imágenes no se cargan, se rechazan o salen en otro orden.',
            'imagen, foto principal, galería, vídeo, video, resolución, fondo blanco, subir imágenes, cambiar foto, borrosa, portada, orden de las fotos, JPEG',
          ),
          ru: words(
            'Фото и видео',
            'Изображения не загружаются, отклоняются или стоят не в том порядке.',
            'картинка, изображение, главное фото, галерея, ролик, разрешение, белый фон, загрузить фото, фотография, снимок, заменить, обложка, размытое, не грузится, JPEG',
          ),
          'pt-BR': words(
            'Fotos e vídeo',
            'As imagens não sobem, são recusadas ou aparecem na ordem errada.',
            'imagem, foto principal, galeria, filme, resolução, fundo branco, subir imagens, trocar foto, borrada, capa, ordem das fotos, JPEG',
          ),
        },
      },
      {
        key: 'card-recommendations',
        team: 'catalogue',
        minutes: 960,
        form: 'product',
        texts: {
          en: words(
            'Recommendations beside the product',
            'Which other products are shown with yours, and how that is chosen.',
            'similar products, suggested items, related, cross-sell, goes well with, carousel, recommended, similar items, also bought, bought together, competitors',
          ),
          it: words(
            'Raccomandazioni accanto al prodotto',
            'Quali altri prodotti appaiono con il tuo e come vengono scelti.',
            'prodotti simili, suggeriti, consigliati, correlati, cross selling, carosello, articoli simili, acquistati insieme, abbinamenti, concorrenti, prodotti altrui',
          ),
          es: words(
            'Recomendaciones junto al producto',
            'Qué otros productos se muestran con el tuyo y cómo se eligen.',
            'productos similares, sugeridos, relacionados, venta cruzada, carrusel, artículos similares, comprados juntos, recomendados, competidores, competencia',
          ),
          ru: words(
            'Рекомендации рядом с товаром',
            'Какие товары показываются рядом с вашим и как они подбираются.',
            'похожие товары, рекомендуемые, сопутствующие, с этим покупают, подборка, карусель, аналоги, вместе покупают, смотрите также, рекомендательная полка, конкуренты',
          ),
          'pt-BR': words(
            'Recomendações ao lado do produto',
            'Quais outros produtos aparecem com o seu e como são escolhidos.',
            'produtos parecidos, sugeridos, relacionados, compre junto, venda cruzada, carrossel, itens similares, comprados juntos, recomendados, concorrentes, concorrência',
          ),
        },
      },
      {
        key: 'card-reviews',
        team: 'catalogue',
        minutes: 960,
        form: 'product',
        texts: {
          en: words(
            'Reviews and questions from buyers',
            'A review breaks the rules, belongs to another product or has disappeared.',
            'ratings, stars, comments, feedback, opinions, fake review, complaint, bad review, remove a review, negative, spam, buyer question, reply to a review',
          ),
          it: words(
            'Recensioni e domande degli acquirenti',
            'Una recensione viola le regole, riguarda un altro prodotto o è scomparsa.',
            'valutazioni, stelle, commenti, opinioni, recensione falsa, segnalazione, recensione negativa, cancellare, rispondere, voto, punteggio, commento di un acquirente, cliente',
          ),
          es: words(
            'Reseñas y preguntas de compradores',
            'Una reseña incumple las normas, es de otro producto o ha desaparecido.',
            'valoraciones, estrellas, comentarios, opiniones, reseña falsa, denuncia, reseña negativa, borrar, responder, nota, puntuación, comentario, cliente',
          ),
          ru: words(
            'Отзывы и вопросы покупателей',
            'Отзыв нарушает правила, относится к другому товару или пропал.',
            'оценки, звёзды, комментарии, рейтинг, поддельный отзыв, жалоба на отзыв, плохой отзыв, удалить, ответить, негативный, фейк, звезда, вопрос покупателя',
          ),
          'pt-BR': words(
            'Avaliações e perguntas de compradores',
            'Uma avaliação fere as regras, é de outro produto ou sumiu.',
            'notas, estrelas, comentários, opiniões, avaliação falsa, denúncia, avaliação negativa, apagar, responder, pontuação, comentário, resenha, cliente',
          ),
        },
      },
    ],
  },
  {
    key: 'exposure',
    names: {
      en: 'Exposure on the sites',
      it: 'Visibilità sui siti',
      es: 'Visibilidad en los sitios',
      ru: 'Показ на сайтах',
      'pt-BR': 'Exposição nos sites',
    },
    topics: [
      {
        key: 'exposure-not-visible',
        team: 'catalogue',
        minutes: 480,
        suggested: 2,
        form: 'product',
        texts: {
          en: words(
            'Product is not shown on the site',
            'It is approved and in stock, but buyers cannot find or open it.',
            'invisible, hidden, missing, offline, unpublished, page not found, not visible, not showing, does not show, disappeared, cannot find my product, item, listing, 404, not live, delisted',
          ),
          it: words(
            'Il prodotto non appare sul sito',
            'È approvato e disponibile, ma gli acquirenti non lo trovano o non lo aprono.',
            'invisibile, nascosto, scomparso, offline, non pubblicato, pagina non trovata, non visibile, non si vede, sparito, non trovo il mio prodotto, articolo, inserzione, vetrina, 404',
          ),
          es: words(
            'El producto no se ve en el sitio',
            'Está aprobado y con existencias, pero los compradores no lo encuentran o no lo abren.',
            'invisible, oculto, desaparecido, despublicado, página no encontrada, no visible, no aparece, no sale, no encuentro mi producto, artículo, anuncio, publicación, 404',
          ),
          ru: words(
            'Товар не виден на сайте',
            'Он одобрен и есть в наличии, но покупатели его не находят или не могут открыть.',
            'не отображается, скрыт, пропал, снят с публикации, страница не найдена, не показывается, не видно, исчез, пропала, витрина, нет на сайте, не находится, не появился, 404',
          ),
          'pt-BR': words(
            'Produto não aparece no site',
            'Está aprovado e com estoque, mas os compradores não o encontram ou não o abrem.',
            'invisível, oculto, sumiu, fora do ar, não publicado, página não encontrada, não visível, não aparece, desapareceu, não acho meu produto, item, anúncio, vitrine, 404',
          ),
        },
      },
      {
        key: 'exposure-search',
        team: 'catalogue',
        minutes: 960,
        form: 'product',
        texts: {
          en: words(
            'Place in search and categories',
            'A product stands low in the results, or in a category where it does not belong.',
            'ranking, position, listing order, buy box, winning offer, filters, low, wrong category, change category, last page, SEO, keywords, bestseller',
          ),
          it: words(
            'Posizione nella ricerca e nelle categorie',
            'Un prodotto è in fondo ai risultati o in una categoria che non è la sua.',
            'ranking, posizionamento, ordinamento, buy box, offerta vincente, filtri, ultima pagina, categoria sbagliata, errata, cambiare categoria, parole chiave, SEO, risultati di ricerca',
          ),
          es: words(
            'Posición en la búsqueda y las categorías',
            'Un producto sale muy abajo en los resultados o en una categoría que no es la suya.',
            'ranking, posicionamiento, orden, buy box, oferta ganadora, filtros, última página, categoría equivocada, cambiar de categoría, palabras clave, SEO, resultados',
          ),
          ru: words(
            'Место в поиске и категориях',
            'Товар стоит низко в выдаче или попал не в свою категорию.',
            'ранжирование, позиция, сортировка, выдача, лучшее предложение, фильтры, последняя страница, не та категория, сменить категорию, ключевые слова, поисковая выдача, топ',
          ),
          'pt-BR': words(
            'Posição na busca e nas categorias',
            'Um produto aparece lá embaixo nos resultados ou em uma categoria que não é a dele.',
            'ranking, posicionamento, ordenação, buy box, oferta vencedora, filtros, ranqueamento, última página, categoria errada, mudar de categoria, palavras-chave, SEO, resultados',
          ),
        },
      },
    ],
  },
  {
    key: 'promotions',
    names: { en: 'Promotions', it: 'Promozioni', es: 'Promociones', ru: 'Акции', 'pt-BR': 'Promoções' },
    topics: [
      {
        key: 'promotions-join',
        team: 'catalogue',
        minutes: 480,
        form: 'campaign',
        texts: {
          en: words(
            'Taking part in a campaign',
            'Conditions, deadlines, products that cannot be added or removed.',
            'sale, Black Friday, coupon, offer, sign up, eligibility, discount campaign, join, enter, participate, nomination, deal, seasonal sale, add products, withdraw, opt out',
          ),
          it: words(
            'Partecipare a una campagna',
            'Condizioni, scadenze, prodotti che non si riescono ad aggiungere o togliere.',
            'saldi, Black Friday, coupon, offerta, iscrizione, requisiti, sconti, aderire, iscriversi, iscrivere prodotti, offerte, promozione stagionale, in campagna',
          ),
          es: words(
            'Participar en una campaña',
            'Condiciones, plazos, productos que no se pueden añadir o quitar.',
            'rebajas, Black Friday, cupón, oferta, inscripción, requisitos, descuentos, apuntarse, inscribir artículos, ofertas, promoción de temporada, unirse',
          ),
          ru: words(
            'Участие в акции',
            'Условия, сроки, товары, которые не добавляются или не убираются.',
            'распродажа, чёрная пятница, купон, промокод, скидка, заявка, условия, участвовать, попасть в акцию, добавить товар, сезонная акция, кампания',
          ),
          'pt-BR': words(
            'Participar de uma campanha',
            'Condições, prazos, produtos que não entram ou não saem.',
            'liquidação, Black Friday, cupom, oferta, inscrição, requisitos, desconto, entrar, aderir, inscrever produtos, ofertas, promoção sazonal',
          ),
        },
      },
      {
        key: 'promotions-price',
        team: 'catalogue',
        minutes: 240,
        form: 'promotional-price',
        texts: {
          en: words(
            'Promotional price is wrong',
            'The discount is not applied, was applied twice, or did not end in time.',
            'wrong price, reduction, markdown, percentage, crossed-out price, price error, sale price, discount, discount not working, coupon, promo code, discount still running, promotion ended',
          ),
          it: words(
            'Prezzo promozionale errato',
            'Lo sconto non si applica, è applicato due volte o non è finito in tempo.',
            'prezzo sbagliato, ribasso, percentuale, prezzo barrato, errore di prezzo, prezzo scontato, sconto, sconto non applicato, attivo, coupon, codice sconto, promozione finita',
          ),
          es: words(
            'Precio promocional incorrecto',
            'El descuento no se aplica, se aplicó dos veces o no terminó a tiempo.',
            'precio erróneo, rebaja, porcentaje, precio tachado, error de precio, precio rebajado, descuento, descuento no aplicado, activo, cupón, código promocional, promoción terminada',
          ),
          ru: words(
            'Неверная цена по акции',
            'Скидка не применилась, применилась дважды или не закончилась вовремя.',
            'ошибка в цене, неправильная цена, уценка, процент, зачёркнутая цена, скидка, скидка не применяется, промокод, купон, акционная цена, акция закончилась',
          ),
          'pt-BR': words(
            'Preço promocional errado',
            'O desconto não entra, entrou duas vezes ou não terminou na hora.',
            'preço incorreto, abatimento, percentual, preço riscado, erro de preço, preço com desconto, desconto, desconto não aplicado, ativo, cupom, código promocional, promoção acabou',
          ),
        },
      },
    ],
  },
]
