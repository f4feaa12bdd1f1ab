/** Keys of the teams that the catalogue routes to. */
export const teamKeys = ['catalogue', 'finance', 'technical', 'logistics', 'care'] as const
export type TeamKey = (typeof teamKeys)[number]

export const teamNames: Record<'nova' | 'orbita', Record<TeamKey, string>> = {
  nova: {
    catalogue: 'Catalogue',
    finance: 'Finance',
    technical: 'Technical support',
    logistics: 'Logistics',
    care: 'Partner care',
  },
  orbita: {
    catalogue: 'Catálogo',
    finance: 'Financeiro',
    technical: 'Suporte técnico',
    logistics: 'Logística',
    care: 'Atendimento ao parceiro',
  },
}
