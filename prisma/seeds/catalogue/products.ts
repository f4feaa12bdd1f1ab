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
        texts: {
          en: words(
            'Uploading many products from a file',
            'Templates, files that stay in processing, rows with errors.',
            'bulk upload, import, spreadsheet, Excel, CSV, template, mass listing, rows rejected',
          ),
          it: words(
            'Caricamento di molti prodotti da file',
            'Modelli, file fermi in elaborazione, righe con errori.',
            'caricamento massivo, importazione, foglio di calcolo, Excel, CSV, template, righe scartate',
          ),
          es: words(
            'Carga de muchos productos desde un archivo',
            'Plantillas, archivos que no terminan de procesarse, filas con errores.',
            'carga masiva, importación, hoja de cálculo, Excel, CSV, plantilla, filas rechazadas',
          ),
          ru: words(
            'Загрузка товаров файлом',
            'Шаблоны, файлы, которые долго обрабатываются, строки с ошибками.',
            'массовая загрузка, импорт, таблица, эксель, Excel, CSV, шаблон, ошибки в строках',
          ),
          'pt-BR': words(
            'Envio de vários produtos por planilha',
            'Modelos, arquivos parados em processamento, linhas com erro.',
            'cadastro em massa, importação, planilha, Excel, CSV, modelo, template, linhas recusadas',
          ),
        },
      },
      {
        key: 'registration-barcode',
        team: 'catalogue',
        minutes: 480,
        texts: {
          en: words(
            'Barcode or brand not accepted',
            'An EAN or GTIN is refused, or a brand is not in the list.',
            'EAN, GTIN, UPC, ISBN, duplicate code, brand approval, trademark',
          ),
          it: words(
            'Codice a barre o marca non accettati',
            'Un EAN o GTIN viene rifiutato, oppure la marca non è in elenco.',
            'EAN, GTIN, ISBN, codice duplicato, brand, approvazione della marca, marchio',
          ),
          es: words(
            'Código de barras o marca no aceptados',
            'Se rechaza un EAN o GTIN, o la marca no aparece en la lista.',
            'EAN, GTIN, ISBN, código duplicado, aprobación de marca, marca registrada',
          ),
          ru: words(
            'Не принимается штрихкод или бренд',
            'EAN или GTIN отклонён, либо бренда нет в списке.',
            'EAN, GTIN, ISBN, дубль штрихкода, баркод, торговая марка, подтверждение бренда',
          ),
          'pt-BR': words(
            'Código de barras ou marca não aceitos',
            'Um EAN ou GTIN é recusado, ou a marca não está na lista.',
            'EAN, GTIN, ISBN, código duplicado, aprovação de marca, marca registrada',
          ),
        },
      },
      {
        key: 'registration-rejected',
        team: 'catalogue',
        minutes: 480,
        texts: {
          en: words(
            'Product refused at moderation',
            'You disagree with a refusal, or do not see what to correct.',
            'rejected, declined, blocked, review, moderation, approval, wrong category',
          ),
          it: words(
            'Prodotto respinto in moderazione',
            'Non è d’accordo con il rifiuto o non capisce che cosa correggere.',
            'rifiutato, bloccato, revisione, moderazione, approvazione, categoria errata',
          ),
          es: words(
            'Producto rechazado en la revisión',
            'No está de acuerdo con el rechazo o no ve qué hay que corregir.',
            'rechazado, bloqueado, moderación, aprobación, categoría incorrecta',
          ),
          ru: words(
            'Товар не прошёл модерацию',
            'Вы не согласны с отказом или не видите, что исправить.',
            'отклонён, отказ, заблокирован, проверка, модерация, неверная категория',
          ),
          'pt-BR': words(
            'Produto reprovado na análise',
            'Você não concorda com a recusa ou não sabe o que corrigir.',
            'recusado, rejeitado, bloqueado, moderação, aprovação, categoria errada',
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
        texts: {
          en: words(
            'Title, description and attributes',
            'A text, size or other attribute is wrong, missing or does not change.',
            'name, characteristics, specification, variants, size chart, edit card, merge cards',
          ),
          it: words(
            'Titolo, descrizione e attributi',
            'Un testo, una taglia o un altro attributo è sbagliato, manca o non si aggiorna.',
            'nome, caratteristiche, scheda tecnica, varianti, tabella taglie, modifica scheda, unire schede',
          ),
          es: words(
            'Título, descripción y atributos',
            'Un texto, una talla u otro atributo es incorrecto, falta o no se actualiza.',
            'nombre, características, especificaciones, variantes, guía de tallas, editar ficha, unir fichas',
          ),
          ru: words(
            'Название, описание и характеристики',
            'Текст, размер или другая характеристика с ошибкой, отсутствует или не меняется.',
            'наименование, свойства, атрибуты, варианты, размерная сетка, редактирование, объединить карточки',
          ),
          'pt-BR': words(
            'Título, descrição e atributos',
            'Um texto, tamanho ou outro atributo está errado, falta ou não muda.',
            'nome, características, ficha técnica, variações, tabela de medidas, editar anúncio, unir anúncios',
          ),
        },
      },
      {
        key: 'card-photos',
        team: 'catalogue',
        minutes: 480,
        texts: {
          en: words(
            'Photos and video',
            'Pictures do not upload, are refused, or appear in the wrong order.',
            'image, picture, main photo, gallery, clip, resolution, white background',
          ),
          it: words(
            'Foto e video',
            'Le immagini non si caricano, vengono rifiutate o sono in ordine sbagliato.',
            'immagine, foto principale, galleria, filmato, risoluzione, sfondo bianco',
          ),
          es: words(
            'Fotos y vídeo',
            'Las imágenes no se cargan, se rechazan o salen en otro orden.',
            'imagen, foto principal, galería, vídeo, video, resolución, fondo blanco',
          ),
          ru: words(
            'Фото и видео',
            'Изображения не загружаются, отклоняются или стоят не в том порядке.',
            'картинка, изображение, главное фото, галерея, ролик, разрешение, белый фон',
          ),
          'pt-BR': words(
            'Fotos e vídeo',
            'As imagens não sobem, são recusadas ou aparecem na ordem errada.',
            'imagem, foto principal, galeria, filme, resolução, fundo branco',
          ),
        },
      },
      {
        key: 'card-recommendations',
        team: 'catalogue',
        minutes: 960,
        texts: {
          en: words(
            'Recommendations beside the product',
            'Which other products are shown with yours, and how that is chosen.',
            'similar products, suggested items, related, cross-sell, goes well with, carousel',
          ),
          it: words(
            'Raccomandazioni accanto al prodotto',
            'Quali altri prodotti appaiono con il suo e come vengono scelti.',
            'prodotti simili, suggeriti, consigliati, correlati, cross selling, carosello',
          ),
          es: words(
            'Recomendaciones junto al producto',
            'Qué otros productos se muestran con el suyo y cómo se eligen.',
            'productos similares, sugeridos, relacionados, venta cruzada, carrusel',
          ),
          ru: words(
            'Рекомендации рядом с товаром',
            'Какие товары показываются рядом с вашим и как они подбираются.',
            'похожие товары, рекомендуемые, сопутствующие, с этим покупают, подборка, карусель',
          ),
          'pt-BR': words(
            'Recomendações ao lado do produto',
            'Quais outros produtos aparecem com o seu e como são escolhidos.',
            'produtos parecidos, sugeridos, relacionados, compre junto, venda cruzada, carrossel',
          ),
        },
      },
      {
        key: 'card-reviews',
        team: 'catalogue',
        minutes: 960,
        texts: {
          en: words(
            'Reviews and questions from buyers',
            'A review breaks the rules, belongs to another product or has disappeared.',
            'ratings, stars, comments, feedback, opinions, fake review, complaint',
          ),
          it: words(
            'Recensioni e domande degli acquirenti',
            'Una recensione viola le regole, riguarda un altro prodotto o è scomparsa.',
            'valutazioni, stelle, commenti, opinioni, recensione falsa, segnalazione',
          ),
          es: words(
            'Reseñas y preguntas de compradores',
            'Una reseña incumple las normas, es de otro producto o ha desaparecido.',
            'valoraciones, estrellas, comentarios, opiniones, reseña falsa, denuncia',
          ),
          ru: words(
            'Отзывы и вопросы покупателей',
            'Отзыв нарушает правила, относится к другому товару или пропал.',
            'оценки, звёзды, комментарии, рейтинг, поддельный отзыв, жалоба на отзыв',
          ),
          'pt-BR': words(
            'Avaliações e perguntas de compradores',
            'Uma avaliação fere as regras, é de outro produto ou sumiu.',
            'notas, estrelas, comentários, opiniões, avaliação falsa, denúncia',
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
        texts: {
          en: words(
            'Product is not shown on the site',
            'It is approved and in stock, but buyers cannot find or open it.',
            'invisible, hidden, missing, offline, unpublished, page not found',
          ),
          it: words(
            'Il prodotto non appare sul sito',
            'È approvato e disponibile, ma gli acquirenti non lo trovano o non lo aprono.',
            'invisibile, nascosto, scomparso, offline, non pubblicato, pagina non trovata',
          ),
          es: words(
            'El producto no se ve en el sitio',
            'Está aprobado y con existencias, pero los compradores no lo encuentran o no lo abren.',
            'invisible, oculto, desaparecido, despublicado, página no encontrada',
          ),
          ru: words(
            'Товар не виден на сайте',
            'Он одобрен и есть в наличии, но покупатели его не находят или не могут открыть.',
            'не отображается, скрыт, пропал, снят с публикации, страница не найдена',
          ),
          'pt-BR': words(
            'Produto não aparece no site',
            'Está aprovado e com estoque, mas os compradores não o encontram ou não o abrem.',
            'invisível, oculto, sumiu, fora do ar, não publicado, página não encontrada',
          ),
        },
      },
      {
        key: 'exposure-search',
        team: 'catalogue',
        minutes: 960,
        texts: {
          en: words(
            'Place in search and categories',
            'A product stands low in the results, or in a category where it does not belong.',
            'ranking, position, listing order, buy box, winning offer, filters',
          ),
          it: words(
            'Posizione nella ricerca e nelle categorie',
            'Un prodotto è in fondo ai risultati o in una categoria che non è la sua.',
            'ranking, posizionamento, ordinamento, buy box, offerta vincente, filtri',
          ),
          es: words(
            'Posición en la búsqueda y las categorías',
            'Un producto sale muy abajo en los resultados o en una categoría que no es la suya.',
            'ranking, posicionamiento, orden, buy box, oferta ganadora, filtros',
          ),
          ru: words(
            'Место в поиске и категориях',
            'Товар стоит низко в выдаче или попал не в свою категорию.',
            'ранжирование, позиция, сортировка, выдача, лучшее предложение, фильтры',
          ),
          'pt-BR': words(
            'Posição na busca e nas categorias',
            'Um produto aparece lá embaixo nos resultados ou em uma categoria que não é a dele.',
            'ranking, posicionamento, ordenação, buy box, oferta vencedora, filtros',
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
        texts: {
          en: words(
            'Taking part in a campaign',
            'Conditions, deadlines, products that cannot be added or removed.',
            'sale, Black Friday, coupon, offer, sign up, eligibility, discount campaign',
          ),
          it: words(
            'Partecipare a una campagna',
            'Condizioni, scadenze, prodotti che non si riescono ad aggiungere o togliere.',
            'saldi, Black Friday, coupon, offerta, iscrizione, requisiti, sconti',
          ),
          es: words(
            'Participar en una campaña',
            'Condiciones, plazos, productos que no se pueden añadir o quitar.',
            'rebajas, Black Friday, cupón, oferta, inscripción, requisitos, descuentos',
          ),
          ru: words(
            'Участие в акции',
            'Условия, сроки, товары, которые не добавляются или не убираются.',
            'распродажа, чёрная пятница, купон, промокод, скидка, заявка, условия',
          ),
          'pt-BR': words(
            'Participar de uma campanha',
            'Condições, prazos, produtos que não entram ou não saem.',
            'liquidação, Black Friday, cupom, oferta, inscrição, requisitos, desconto',
          ),
        },
      },
      {
        key: 'promotions-price',
        team: 'catalogue',
        minutes: 240,
        texts: {
          en: words(
            'Promotional price is wrong',
            'The discount is not applied, was applied twice, or did not end in time.',
            'wrong price, reduction, markdown, percentage, crossed-out price, price error',
          ),
          it: words(
            'Prezzo promozionale errato',
            'Lo sconto non si applica, è applicato due volte o non è finito in tempo.',
            'prezzo sbagliato, ribasso, percentuale, prezzo barrato, errore di prezzo',
          ),
          es: words(
            'Precio promocional incorrecto',
            'El descuento no se aplica, se aplicó dos veces o no terminó a tiempo.',
            'precio erróneo, rebaja, porcentaje, precio tachado, error de precio',
          ),
          ru: words(
            'Неверная цена по акции',
            'Скидка не применилась, применилась дважды или не закончилась вовремя.',
            'ошибка в цене, неправильная цена, уценка, процент, зачёркнутая цена',
          ),
          'pt-BR': words(
            'Preço promocional errado',
            'O desconto não entra, entrou duas vezes ou não terminou na hora.',
            'preço incorreto, abatimento, percentual, preço riscado, erro de preço',
          ),
        },
      },
    ],
  },
]
