import type { ReactNode } from 'react'
import { OnCallSide } from './on-call-side'

type LayoutProps = { children: ReactNode; params: Promise<{ marketplace: string }> }

export default async function OnCallLayout({ children, params }: LayoutProps) {
  return <OnCallSide slug={(await params).marketplace}>{children}</OnCallSide>
}
