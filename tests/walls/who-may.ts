/**
 * Who may do what, written by hand and apart from the rules: rules-matrix.test.ts holds lib/authz to the acts, and the
 * build's own lists hold the rest to be complete. A new act, route, action or use case needs its line here.
 */

/** One column for each role, in this order; `y` may, `-` may not. The gap parts staff from partners. */
export const roleColumns = ['agent', 'lead', 'oncall', 'admin', 'owner', 'member', 'technical'] as const
export type RoleColumn = (typeof roleColumns)[number]

const everyone = 'yyyy yyy'
const staff = 'yyyy ---'
const partners = '---- yyy'
const nobody = '---- ---'

/** Each act, in each situation that its rule tells apart. Foreign marketplaces never get this far: the rows are absent. */
export const acts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ticket.open': { always: partners },
  'ticket.list': { always: everyone },
  'ticket.queue': { always: staff },
  'ticket.read': {
    own: everyone,
    "a colleague's, all see all": everyone,
    "a colleague's, own only": 'yyyy y--',
    "a colleague's urgent one, own only": 'yyyy y-y',
    "another company's": staff,
    "another company's urgent one": staff,
  },
  'ticket.write': ticketOfCompany(),
  'ticket.cancel': ticketOfCompany(),
  'ticket.rate': ticketOfCompany(),
  'ticket.answer': { always: staff },
  'ticket.note': { always: staff },
  'ticket.assign': { always: staff },
  'ticket.close': { always: staff },

  'escalation.read': { always: staff },
  'escalation.assess': { always: staff },
  'escalation.acknowledge': { paged: staff, 'not paged': '-yyy ---' },
  'escalation.passOn': { paged: staff, 'not paged': '-yyy ---' },
  'escalation.resolve': { owner: staff, "another's": '-yyy ---', "nobody's": '-yyy ---' },
  'escalation.note': { always: staff },
  'schedule.read': { always: staff },

  'member.listStaff': { always: staff },
  'member.listCompany': { 'own company': everyone, 'another company': staff },
  'member.invite': members(),
  'member.disable': members(),
  'member.enable': members(),
  'member.changeRole': members(),

  'attachment.upload': { always: everyone },
  'attachment.download': {
    'own upload': everyone,
    "a colleague's upload": nobody,
    'on a ticket one may read': everyone,
    'on a ticket one may not read': staff,
    'on a note': staff,
    "another company's": staff,
    "another company's upload": nobody,
  },

  'company.read': { own: everyone, another: staff },
  'company.change': { own: '---- y--', another: nobody },
}

/** Acts that everybody who is signed in may do, whatever the facts. */
export const openToAll = ['ticket.list', 'attachment.upload']

function ticketOfCompany() {
  return {
    own: partners,
    "a colleague's, all see all": partners,
    "a colleague's, own only": '---- y--',
    "a colleague's urgent one, own only": '---- y-y',
    "another company's": nobody,
    "another company's urgent one": nobody,
  }
}

function members() {
  return {
    'of the own company': '---y y--',
    'of another company': '---y ---',
    'of the staff': '---y ---',
    oneself: nobody,
  }
}
