import type { ReactNode } from 'react'
import { OnCallSide } from '../on-call-side'

type LayoutProps = { children: ReactNode; params: Promise<{ marketplace: string }> }

export default async function OnScheduleLayout({ children, params }: LayoutProps) {
  return (
    <OnCallSide slug={(await params).marketplace} current="schedule">
      {children}
    </OnCallSide>
  )
}
