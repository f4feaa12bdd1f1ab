import type { ReactNode } from 'react'
import { StaffFrame } from './staff-frame'

type LayoutProps = { children: ReactNode; params: Promise<{ marketplace: string }> }

export default async function DeskLayout({ children, params }: LayoutProps) {
  return (
    <StaffFrame slug={(await params).marketplace} current="inbox">
      {children}
    </StaffFrame>
  )
}
