import type { ReactNode } from 'react'
import { StaffFrame } from '../desk/staff-frame'

type LayoutProps = { children: ReactNode; params: Promise<{ marketplace: string }> }

export default async function AdminLayout({ children, params }: LayoutProps) {
  return (
    <StaffFrame slug={(await params).marketplace} current="people">
      {children}
    </StaffFrame>
  )
}
