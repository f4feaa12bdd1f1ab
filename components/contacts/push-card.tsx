'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { buttonClasses } from '@/components/ui/button-classes'
import { type ActionState, idle } from '@/lib/web/schema'
import { deviceName, markOf, type PushState, pushState, scopeOf, subscribe, subscription } from './browser-push'

type Words = Record<
  | 'turnOn'
  | 'on'
  | 'denied'
  | 'unsupported'
  | 'iosTitle'
  | 'ios1'
  | 'ios2'
  | 'ios3'
  | 'noScript'
  | 'failed'
  | 'shown'
  | 'working',
  string
>

type PushCardProps = {
  // biome-ignore lint/suspicious/noExplicitAny: of what it was before nothing is looked at
  action: (previous: any, fields: Record<string, unknown>) => Promise<ActionState<unknown>>
  slug: string
  membershipId: string
  /** Public half of the installation's VAPID key, base64url. */
  publicKey: string
  /** The marks of the browsers on her list that are not switched off. */
  marks: readonly string[]
  words: Words
}

/** Turns on notifications of the browser it is read in: says what will happen before the browser asks. */
export function PushCard({ action, slug, membershipId, publicKey, marks, words }: PushCardProps) {
  const scope = scopeOf({ slug, membershipId })
  const [state, setState] = useState<PushState | null>(null)
  const [listed, setListed] = useState(false)
  const [answer, setAnswer] = useState<ActionState<unknown>>(idle)
  const [working, start] = useTransition()
  useEffect(() => {
    const look = async () => {
      const own = await subscription(scope)
      setListed(own !== null && marks.includes(await markOf(own.endpoint)))
      setState(await pushState(scope, publicKey))
    }
    look().catch(() => setState('unsupported'))
  }, [scope, marks, publicKey])
  const turnOn = () =>
    start(async () => {
      try {
        const own = await subscribe(scope, publicKey)
        if (own === 'denied') return setState('denied')
        const { endpoint, keys } = own.toJSON()
        const fields = { endpoint, p256dh: keys?.p256dh, auth: keys?.auth, label: deviceName() }
        setAnswer(await action(idle, { marketplace: slug, membershipId, ...fields }))
      } catch {
        setAnswer({ status: 'error', id: '', message: words.failed })
      }
    })
  return (
    <div className="grid gap-3">
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
      <FormTrouble state={answer} />
      <ShownHere text={words.shown} />
      {state === 'denied' ? <p>{words.denied}</p> : null}
      {state === 'unsupported' ? <p>{words.unsupported}</p> : null}
      {state === 'home-screen' ? (
        <div className="grid gap-1">
          <p className="font-medium">{words.iosTitle}</p>
          <ol className="grid list-decimal gap-1 pl-5">
            <li>{words.ios1}</li>
            <li>{words.ios2}</li>
            <li>{words.ios3}</li>
          </ol>
        </div>
      ) : null}
      {state === 'on' && listed ? <p className="font-medium text-status-done">{words.on}</p> : null}
      {state === 'off' || (state === 'on' && !listed) ? (
        <div>
          <button
            type="button"
            onClick={turnOn}
            aria-disabled={working || undefined}
            className={buttonClasses('primary')}
          >
            {working ? words.working : words.turnOn}
          </button>
        </div>
      ) : null}
    </div>
  )
}

/** The service worker tells when it has shown something: then the test did reach this device. */
function ShownHere({ text }: { text: string }) {
  const router = useRouter()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const hear = ({ data }: MessageEvent) => {
      if (!data?.shown) return
      setShown(true)
      router.refresh()
    }
    navigator.serviceWorker.addEventListener('message', hear)
    navigator.serviceWorker.startMessages()
    return () => navigator.serviceWorker.removeEventListener('message', hear)
  }, [router])
  return (
    <p role="status" className={shown ? 'font-medium text-status-done' : 'sr-only'}>
      {shown ? text : ''}
    </p>
  )
}
