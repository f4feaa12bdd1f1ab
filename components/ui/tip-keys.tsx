'use client'

import { useEffect } from 'react'

/** Escape hides the tip that is showing until the pointer or the focus moves on. */
export function TipKeys() {
  useEffect(() => {
    const root = document.documentElement
    const hide = (event: KeyboardEvent) => {
      if (event.key === 'Escape') root.dataset.tips = 'hidden'
    }
    const show = () => {
      delete root.dataset.tips
    }
    document.addEventListener('keydown', hide)
    document.addEventListener('focusin', show)
    document.addEventListener('pointerover', show)
    return () => {
      document.removeEventListener('keydown', hide)
      document.removeEventListener('focusin', show)
      document.removeEventListener('pointerover', show)
    }
  }, [])
  return null
}
