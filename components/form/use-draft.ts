'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Written } from '@/lib/drafts/schema'
import type { Brought } from './draft-choice'
import { DraftKeeper, type DraftState, dropKept, noNews } from './draft-keeper'

export type { Written } from '@/lib/drafts/schema'
export type { DraftState, DraftStatus } from './draft-keeper'

/** Where a draft is kept besides this device. `brought` is what the page read there (`readDraft`), null if nothing. */
export type DraftServer = { slug: string; membershipId: string; brought?: Brought | null }

/** Called with what is being written; costs nothing, so each keystroke may. */
export type KeepDraft = ((written: Written) => void) & {
  /** Forgets what was not yet put away. */
  cancel: () => void
  /** It was sent: gone on this device and on the server. */
  drop: () => void
  state: DraftState
  /** While the state is `elsewhere`: go on with the other text, or with what stands here. */
  takeTheirs: () => void
  keepMine: () => void
}

/**
 * Keeps what is being written, so that a closed tab, a lost network or a session that ended costs nothing: on this
 * device, and with `server` there too (then `key` is a place: `new:TOPIC`, `reply:TICKET`, `answer:TICKET`, ...).
 * `restore` is told what was kept, once, when the page opens; it leaves alone what is already written. With `chosen`
 * it is the text to show whatever stands there: the person took it, or wrote it in another tab. Empty: sent there.
 */
export function useDraft(
  key: string,
  restore: (written: Written, chosen: boolean) => void,
  server?: DraftServer,
): KeepDraft {
  const latest = useRef(restore)
  latest.current = restore
  const brought = useRef(server?.brought)
  const keeper = useRef<DraftKeeper>(undefined)
  const [state, setState] = useState(noNews)
  const { slug, membershipId } = server ?? {}
  useEffect(() => {
    const kept = new DraftKeeper(
      { ...placesOf(key, slug && membershipId ? { slug, membershipId } : undefined), brought: brought.current },
      { state: setState, restore: (written, chosen) => latest.current(written, chosen) },
    )
    keeper.current = kept
    kept.start()
    return () => kept.stop()
  }, [key, slug, membershipId])
  const acts = useMemo(
    () => ({
      cancel: () => keeper.current?.cancel(),
      drop: () => keeper.current?.drop(),
      takeTheirs: () => keeper.current?.takeTheirs(),
      keepMine: () => keeper.current?.keepMine(),
    }),
    [],
  )
  return useMemo(
    () => Object.assign((written: Written) => keeper.current?.type(written), { ...acts, state }),
    [acts, state],
  )
}

/** What was kept under this name has been sent: for the page that follows. */
export function forgetDraft(key: string, server?: Omit<DraftServer, 'brought'>): void {
  const { key: name, address } = placesOf(key, server)
  void dropKept(name, address, 0)
}

/** One line of a draft, whatever was kept under that name. */
export function textOf(written: Written, name: string): string {
  return [written[name] ?? ''].flat()[0] ?? ''
}

/** The name on a device says whose it is: several people may share one. */
function placesOf(key: string, server: Omit<DraftServer, 'brought'> | undefined) {
  if (!server) return { key, address: null }
  const { slug, membershipId } = server
  return { key: `${membershipId}:${key}`, address: `/${slug}/api/drafts/${key}?membershipId=${membershipId}` }
}
