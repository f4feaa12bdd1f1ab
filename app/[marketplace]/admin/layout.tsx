import type { ReactNode } from 'react'
import { AdminNav } from '@/components/frame/admin-nav'
import { publicContext } from '@/lib/web'
import { StaffFrame } from '../desk/staff-frame'

type LayoutProps = { children: ReactNode; params: Promise<{ marketplace: string }> }

export default async function AdminLayout({ children, params }: LayoutProps) {
  const { marketplace: slug } = await params
  const { session } = await publicContext(slug)
  return (
    <StaffFrame slug={slug} current="people">
      {session ? <AdminNav home={`/${slug}/admin`} /> : null}
      {children}
    </StaffFrame>
  )
}
