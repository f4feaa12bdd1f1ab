'use client'

import { Crash } from '@/components/ui/crash'
import { usePageWords } from '@/components/ui/page-words'

/** A page of the administration failed: the rail stays, so that everything else can still be reached. */
export default function AdminPageFailed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = usePageWords()
  return (
    <Crash
      inFrame
      words={{ title: words.crashTitle, text: words.crashText, again: words.crashAgain, quote: words.crashQuote }}
      digest={error.digest}
      retry={reset}
    />
  )
}
