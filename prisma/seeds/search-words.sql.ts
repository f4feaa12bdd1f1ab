import { Prisma, type Tx } from '@/lib/db'

/**
 * Makes a marketplace's requests findable, as if each word had been indexed when it was written: subject, messages and
 * names of files for both sides, notes for the desk.
 */
export async function indexWords(tx: Tx, marketplaceId: string): Promise<void> {
  const month = Prisma.sql`extract(year from t.created_at at time zone 'UTC')::int * 12
    + extract(month from t.created_at at time zone 'UTC')::int`
  await tx.$executeRaw(Prisma.sql`
    insert into ticket_search (marketplace_id, ticket_id, audience, partner_id, month, document)
    select t.marketplace_id, t.id, 'partner', t.partner_id, ${month}, search_document(t.locale, concat_ws(' ', t.subject,
      (select string_agg(m.body, ' ') from ticket_message m where m.marketplace_id = t.marketplace_id and m.ticket_id = t.id),
      (select string_agg(a.file_name || ' ' || translate(a.file_name, '._-', '   '), ' ') from attachment a
        where a.marketplace_id = t.marketplace_id and a.ticket_id = t.id and a.audience = 'partner')))
      from ticket t where t.marketplace_id = ${marketplaceId}::uuid
    union all
    select t.marketplace_id, t.id, 'staff', t.partner_id, ${month}, search_document(t.locale, string_agg(n.body, ' '))
      from ticket t join ticket_note n on n.marketplace_id = t.marketplace_id and n.ticket_id = t.id
     where t.marketplace_id = ${marketplaceId}::uuid
     group by t.marketplace_id, t.id, t.partner_id, t.locale, t.created_at`)
}
