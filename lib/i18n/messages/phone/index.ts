import en from './en.json'
import es from './es.json'
import it from './it.json'
import ptBR from './pt-BR.json'
import ru from './ru.json'

export default { en, it, es, ru, 'pt-BR': ptBR }
