import type { StaffRole } from '@/lib/authz'
import type { Locale } from '@/lib/i18n/locales'
import type { TeamKey } from './teams'

/* Everybody in the demo world is invented; every address is under `.example`, which no mail ever reaches (RFC 2606). */

export type Person = { name: string; email: string; locale: Locale; zone: string }
export type StaffMember = Person & {
  key: string
  role: StaffRole
  teams?: TeamKey[]
  /** Default 'active'. */
  status?: 'active' | 'invited' | 'disabled'
}
export type Company = {
  key: string
  name: string
  locale: Locale
  zone: string
  tier: 'standard' | 'plus' | 'key'
  lifecycle: 'interested' | 'onboarding' | 'live' | 'paused'
  membersSeeAll?: boolean
  consultant: string
  owner: Person
  members?: Person[]
  technical?: Person[]
  /** Invited and not there yet. */
  invited?: Person[]
}

const person =
  (locale: Locale, zone: string) =>
  (name: string, email: string): Person => ({ name, email, locale, zone })
const rome = person('it', 'Europe/Rome')
const madrid = person('es', 'Europe/Madrid')
const moscow = person('ru', 'Europe/Moscow')
const saoPaulo = person('pt-BR', 'America/Sao_Paulo')
const london = person('en', 'Europe/London')
const buenosAires = person('es', 'America/Argentina/Buenos_Aires')

/** Technical contact of three companies, two of them in one marketplace: whoever signs in as him gets the switcher. */
export const davide = rome('Davide Contini', 'davide@studio-contini.example')

export const novaStaff: StaffMember[] = [
  { key: 'ilaria', role: 'admin', ...rome('Ilaria Fontanesi', 'ilaria@nova-market.example') },
  { key: 'helen', role: 'lead', teams: ['care', 'technical'], ...london('Helen Marsh', 'helen@nova-market.example') },
  {
    key: 'paolo',
    role: 'lead',
    teams: ['finance', 'logistics'],
    ...rome('Paolo Serravalle', 'paolo@nova-market.example'),
  },
  {
    key: 'chiara',
    role: 'agent',
    teams: ['catalogue', 'logistics', 'care', 'technical'],
    ...rome('Chiara Bellandi', 'chiara@nova-market.example'),
  },
  {
    key: 'tomas',
    role: 'agent',
    teams: ['logistics', 'finance', 'care', 'technical'],
    ...madrid('Tomás Rivadeo', 'tomas@nova-market.example'),
  },
  {
    key: 'darya',
    role: 'agent',
    teams: ['catalogue', 'technical', 'care'],
    ...moscow('Дарья Лебедева', 'darya@nova-market.example'),
  },
  {
    key: 'caio',
    role: 'agent',
    teams: ['finance', 'care', 'technical'],
    ...saoPaulo('Caio Meneghetti', 'caio@nova-market.example'),
  },
  {
    key: 'alice',
    role: 'agent',
    teams: ['technical', 'catalogue', 'care', 'logistics'],
    ...london('Alice Harrowgate', 'alice@nova-market.example'),
  },
  { key: 'marta', role: 'oncall', teams: ['technical'], ...rome('Marta Ferrandi', 'marta@nova-market.example') },
  { key: 'nico', role: 'oncall', teams: ['technical'], ...london('Nico Brandell', 'nico@nova-market.example') },
  { key: 'sofia', role: 'oncall', teams: ['technical'], ...madrid('Sofía Lunares', 'sofia@nova-market.example') },
  { key: 'egor', role: 'oncall', teams: ['technical'], ...moscow('Егор Власенко', 'egor@nova-market.example') },
  { key: 'greta', role: 'agent', status: 'invited', ...rome('Greta Monfalco', 'greta@nova-market.example') },
  { key: 'rupert', role: 'agent', status: 'disabled', ...london('Rupert Oakes', 'rupert@nova-market.example') },
]

export const novaCompanies: Company[] = [
  {
    key: 'bottega',
    name: 'Bottega Rossi',
    locale: 'it',
    zone: 'Europe/Rome',
    tier: 'key',
    lifecycle: 'live',
    consultant: 'paolo',
    owner: rome('Giulia Rossi', 'giulia@bottega-rossi.example'),
    members: [rome('Luca Rossi', 'luca@bottega-rossi.example')],
    technical: [rome('Sara Grecchi', 'sara@bottega-rossi.example'), davide],
    invited: [rome('Elena Rossi', 'elena@bottega-rossi.example')],
  },
  {
    key: 'ceramiche',
    name: 'Ceramiche Collina',
    locale: 'it',
    zone: 'Europe/Rome',
    tier: 'standard',
    lifecycle: 'live',
    consultant: 'paolo',
    owner: rome('Anna Collinari', 'anna@ceramiche-collina.example'),
    technical: [davide],
  },
  {
    key: 'lumbre',
    name: 'Casa Lumbre',
    locale: 'es',
    zone: 'Europe/Madrid',
    tier: 'plus',
    lifecycle: 'live',
    consultant: 'tomas',
    owner: madrid('Carmen Ortigosa', 'carmen@casa-lumbre.example'),
    members: [madrid('Lucía Valdera', 'lucia@casa-lumbre.example')],
    technical: [madrid('Iván Robledal', 'ivan@casa-lumbre.example')],
  },
  {
    key: 'marea',
    name: 'Tienda Marea',
    locale: 'es',
    zone: 'Europe/Madrid',
    tier: 'standard',
    lifecycle: 'live',
    membersSeeAll: false,
    consultant: 'tomas',
    owner: madrid('Nuria Calafell', 'nuria@tienda-marea.example'),
    members: [madrid('Jordi Calafell', 'jordi@tienda-marea.example')],
  },
  {
    key: 'severny',
    name: 'Северный дом',
    locale: 'ru',
    zone: 'Europe/Moscow',
    tier: 'plus',
    lifecycle: 'live',
    consultant: 'darya',
    owner: moscow('Ольга Кузнечихина', 'olga@severny-dom.example'),
    members: [moscow('Антон Берёзкин', 'anton@severny-dom.example')],
    technical: [moscow('Тимур Галеев', 'timur@severny-dom.example')],
  },
  {
    key: 'pryanik',
    name: 'Пряничная лавка',
    locale: 'ru',
    zone: 'Europe/Moscow',
    tier: 'standard',
    lifecycle: 'onboarding',
    consultant: 'darya',
    owner: moscow('Марина Пряхина', 'marina@pryanik.example'),
  },
  {
    key: 'jacaranda',
    name: 'Ateliê Jacarandá',
    locale: 'pt-BR',
    zone: 'America/Sao_Paulo',
    tier: 'standard',
    lifecycle: 'live',
    consultant: 'caio',
    owner: saoPaulo('Helena Albuquara', 'helena@atelie-jacaranda.example'),
    members: [saoPaulo('Bruno Tavarense', 'bruno@atelie-jacaranda.example')],
  },
  {
    key: 'pitanga',
    name: 'Mercado Pitanga',
    locale: 'pt-BR',
    zone: 'America/Recife',
    tier: 'standard',
    lifecycle: 'live',
    consultant: 'caio',
    owner: saoPaulo('Renato Pitangueira', 'renato@mercado-pitanga.example'),
    technical: [saoPaulo('Tainá Moreiras', 'taina@mercado-pitanga.example')],
  },
  {
    key: 'harbour',
    name: 'Harbour & Pine',
    locale: 'en',
    zone: 'Europe/London',
    tier: 'key',
    lifecycle: 'live',
    consultant: 'helen',
    owner: london('Emma Whitlocke', 'emma@harbour-pine.example'),
    members: [london('Joel Whitlocke', 'joel@harbour-pine.example')],
    technical: [london('Ravi Sandhar', 'ravi@harbour-pine.example')],
  },
  {
    key: 'foxglove',
    name: 'Foxglove Outdoor',
    locale: 'en',
    zone: 'Europe/Dublin',
    tier: 'standard',
    lifecycle: 'paused',
    consultant: 'helen',
    owner: london('Owen Kilbride', 'owen@foxglove-outdoor.example'),
    technical: [london('Priya Nairn', 'priya@foxglove-outdoor.example')],
  },
]

export const orbitaStaff: StaffMember[] = [
  { key: 'renata', role: 'admin', ...saoPaulo('Renata Pradella', 'renata@orbita-bazar.example') },
  {
    key: 'otavio',
    role: 'lead',
    teams: ['care', 'technical', 'finance'],
    ...saoPaulo('Otávio Linhares', 'otavio@orbita-bazar.example'),
  },
  {
    key: 'bianca',
    role: 'agent',
    teams: ['catalogue', 'finance', 'logistics', 'technical', 'care'],
    ...saoPaulo('Bianca Torrezan', 'bianca@orbita-bazar.example'),
  },
  {
    key: 'martin',
    role: 'agent',
    teams: ['catalogue', 'logistics', 'finance', 'care'],
    ...buenosAires('Martín Suárez Vela', 'martin@orbita-bazar.example'),
  },
  {
    key: 'alina',
    role: 'agent',
    teams: ['catalogue', 'logistics', 'technical', 'care'],
    ...moscow('Алина Орлёнок', 'alina@orbita-bazar.example'),
  },
  { key: 'rafael', role: 'oncall', teams: ['technical'], ...saoPaulo('Rafael Nunesco', 'rafael@orbita-bazar.example') },
  { key: 'yara', role: 'oncall', teams: ['technical'], ...saoPaulo('Yara Campolina', 'yara@orbita-bazar.example') },
  { key: 'iris', role: 'oncall', teams: ['technical'], ...saoPaulo('Íris Mandacaru', 'iris@orbita-bazar.example') },
]

export const orbitaCompanies: Company[] = [
  {
    key: 'cambuci',
    name: 'Loja Cambuci',
    locale: 'pt-BR',
    zone: 'America/Sao_Paulo',
    tier: 'key',
    lifecycle: 'live',
    consultant: 'otavio',
    owner: saoPaulo('Camila Barrosa', 'camila@loja-cambuci.example'),
    members: [saoPaulo('Thiago Barrosa', 'thiago@loja-cambuci.example')],
    technical: [saoPaulo('Felipe Arantino', 'felipe@loja-cambuci.example')],
  },
  {
    key: 'sabia',
    name: 'Papelaria Sabiá',
    locale: 'pt-BR',
    zone: 'America/Sao_Paulo',
    tier: 'standard',
    lifecycle: 'live',
    consultant: 'otavio',
    owner: saoPaulo('Joana Sabino', 'joana@papelaria-sabia.example'),
    technical: [saoPaulo('Igor Sabino', 'igor@papelaria-sabia.example')],
  },
  {
    key: 'pampa',
    name: 'Pampa Cuero',
    locale: 'es',
    zone: 'America/Argentina/Buenos_Aires',
    tier: 'plus',
    lifecycle: 'live',
    consultant: 'martin',
    owner: buenosAires('Sebastián Ibarrola', 'sebastian@pampa-cuero.example'),
  },
  {
    key: 'chai',
    name: 'Чайный двор',
    locale: 'ru',
    zone: 'Europe/Moscow',
    tier: 'standard',
    lifecycle: 'live',
    consultant: 'alina',
    owner: moscow('Вера Самойлина', 'vera@chainy-dvor.example'),
  },
  {
    key: 'brightwater',
    name: 'Brightwater Goods',
    locale: 'en',
    zone: 'Europe/London',
    tier: 'standard',
    lifecycle: 'live',
    consultant: 'otavio',
    owner: london('Noah Brightwell', 'noah@brightwater-goods.example'),
    technical: [london('Ines Fairley', 'ines@brightwater-goods.example')],
  },
  {
    // The same firm as in Nova Market: there and here it is a partner of its own.
    key: 'bottega',
    name: 'Bottega Rossi',
    locale: 'it',
    zone: 'Europe/Rome',
    tier: 'standard',
    lifecycle: 'live',
    consultant: 'bianca',
    owner: rome('Pietro Rossi', 'pietro@bottega-rossi.example'),
    technical: [davide],
  },
]

/** Who answers a language in each marketplace. */
export const agentFor: Record<'nova' | 'orbita', Record<Locale, string>> = {
  nova: { en: 'alice', it: 'chiara', es: 'tomas', ru: 'darya', 'pt-BR': 'caio' },
  orbita: { en: 'bianca', it: 'bianca', es: 'martin', ru: 'alina', 'pt-BR': 'bianca' },
}
