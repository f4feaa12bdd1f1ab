'use client'

import { createContext, type ReactNode, useContext } from 'react'

/** The few words that error pages need in the browser; every other text stays on the server. */
export type PageWordList = {
  crashTitle: string
  crashText: string
  crashAgain: string
  crashQuote: string
  offline: string
}

const Words = createContext<PageWordList | undefined>(undefined)

export function PageWords({ words, children }: { words: PageWordList; children: ReactNode }) {
  return <Words value={words}>{children}</Words>
}

export function usePageWords(): PageWordList {
  const words = useContext(Words)
  if (!words) throw new Error('PageWords is missing above this component')
  return words
}
