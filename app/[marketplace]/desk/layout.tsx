import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SHORTCUTS, type Shortcut } from '@/components/desk/shortcuts'
import { Shortcuts, ShortcutsButton } from '@/components/desk/shortcuts-dialog'
import { StaffFrame } from './staff-frame'

type LayoutProps = { children: ReactNode; params: Promise<{ marketplace: string }> }

export default async function DeskLayout({ children, params }: LayoutProps) {
  const [t, ui] = await Promise.all([getTranslations('desk.keys'), getTranslations('ui')])
  const what = Object.fromEntries(SHORTCUTS.map((shortcut) => [shortcut, t(`what.${shortcut}`)]))
  return (
    <StaffFrame slug={(await params).marketplace} current="inbox" extra={<ShortcutsButton label={t('button')} />}>
      {children}
      <Shortcuts
        words={{
          title: t('title'),
          close: ui('close'),
          lead: t('lead'),
          on: t('on'),
          hint: t('hint'),
          or: t('or'),
          what: what as Record<Shortcut, string>,
        }}
      />
    </StaffFrame>
  )
}
