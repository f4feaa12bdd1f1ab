import { redirect } from 'next/navigation'
import { landing, publicContext } from '@/lib/web'

/** A marketplace's own address: home for whoever is signed in, sign-in for everybody else. */
export default async function Marketplace({ params }: { params: Promise<{ marketplace: string }> }) {
  const { session, marketplace } = await publicContext((await params).marketplace)
  redirect(session ? await landing(session.userId, marketplace.slug) : `/${marketplace.slug}/sign-in`)
}
