import { PartnerIntegrationCard } from '@/components/integration/partner-integration'
import { authorize, type StaffActor } from '@/lib/authz'
import type { Formats } from '@/lib/i18n'
import { partnerIntegration } from '@/lib/integration'

type PartnerPartProps = {
  actor: StaffActor
  slug: string
  partnerId: string
  /** Of the request that it is shown beside, which a call then belongs to. */
  number?: string
  formats: Formats
}

/** What the staff read of a partner's integration beside its request or escalation, and the way to call it (000-13). */
export async function PartnerPart({ actor, slug, partnerId, number, formats }: PartnerPartProps) {
  const of = await partnerIntegration(actor, { partnerId })
  if (!of) return null
  const callHref = `/${slug}/desk/call?partner=${partnerId}${number ? `&ticket=${number}` : ''}`
  return <PartnerIntegrationCard of={of} formats={formats} {...(authorize(actor, 'escalation.call') && { callHref })} />
}
