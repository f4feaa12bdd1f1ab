import type { FormDefinition } from '@/lib/catalog/schema'
import { five } from './shape'

/* What often helps before anybody is asked (002-01). Ticked or not: it is advice and travels with the request. */

const wait = {
  key: 'wait',
  text: five(
    'Wait a few minutes and try again: it may have been temporary',
    'Attendere qualche minuto e riprovare: potrebbe essere temporaneo',
    'Esperar unos minutos y volver a intentarlo: puede ser algo temporal',
    'Подождать несколько минут и повторить: сбой мог быть временным',
    'Esperar alguns minutos e tentar de novo: pode ser temporário',
  ),
}

export const inThePortal: FormDefinition['preflight'] = [
  {
    key: 'sign_in_again',
    text: five(
      'Log out and log in again',
      'Uscire e accedere di nuovo',
      'Cerrar la sesión y volver a entrar',
      'Выйти из портала и войти снова',
      'Sair e entrar de novo',
    ),
  },
  {
    key: 'cache',
    text: five(
      'Empty the browser’s cache',
      'Svuotare la cache del browser',
      'Vaciar la caché del navegador',
      'Очистить кэш браузера',
      'Limpar o cache do navegador',
    ),
  },
  {
    key: 'cookies',
    text: five(
      'Delete this site’s cookies',
      'Eliminare i cookie di questo sito',
      'Borrar las cookies de este sitio',
      'Удалить файлы cookie этого сайта',
      'Apagar os cookies deste site',
    ),
  },
  {
    key: 'other_browser',
    text: five(
      'Try another browser',
      'Provare con un altro browser',
      'Probar con otro navegador',
      'Попробовать другой браузер',
      'Testar em outro navegador',
    ),
  },
  wait,
]

export const betweenSystems: FormDefinition['preflight'] = [
  wait,
  {
    key: 'key_valid',
    text: five(
      'Check that the API key is valid and entered in full',
      'Verificare che la chiave API sia valida e inserita per intero',
      'Comprobar que la clave API es válida y está completa',
      'Проверить, что ключ API действует и введён полностью',
      'Conferir se a chave de API é válida e está completa',
    ),
  },
  {
    key: 'own_log',
    text: five(
      'Look in your system’s log: did the call leave, and what was the answer?',
      'Guardare il registro del proprio sistema: la chiamata è partita? Con quale risposta?',
      'Mirar el registro de tu sistema: ¿salió la llamada y qué respuesta hubo?',
      'Посмотреть журнал своей системы: ушёл ли запрос и каким был ответ',
      'Ver o log do seu sistema: a chamada saiu e qual foi a resposta?',
    ),
  },
]
