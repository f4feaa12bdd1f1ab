import type { Written } from '@/lib/drafts/schema'
import type { Kept } from './draft-choice'

/* Drafts on this device, and how the tabs of one browser hear of each other's. */

const prefix = 'draft:'

/** What this device keeps under a name; null for nothing and for what cannot be read. */
export function readKept(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    return kept && typeof kept.written === 'object' && typeof kept.version === 'number' ? kept : null
  } catch {
    return null // storage is off, full, or was tampered with: there is simply no draft
  }
}

/** Null forgets it. */
export function writeKept(key: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(prefix + key, JSON.stringify(kept))
    else localStorage.removeItem(prefix + key)
  } catch {
    // as above
  }
}

/** What one tab tells the others. `version` 0: the server has not seen it. */
export type News = { key: string; act: 'written' | 'sent'; written: Written; version: number }

/** The browser's line between its tabs; a tab never hears itself. */
export function openLine(key: string, heard: (news: News) => void): { tell: (news: News) => void; close: () => void } {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} }
  const line = new BroadcastChannel('waybill:drafts')
  line.onmessage = ({ data }: MessageEvent<News>) => {
    if (data.key === key) heard(data)
  }
  return { tell: (news) => line.postMessage(news), close: () => line.close() }
}
