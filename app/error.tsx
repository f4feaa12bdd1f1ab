'use client'

import { Crash } from '@/components/ui/crash'
import { usePageWords } from '@/components/ui/page-words'

export default function PageFailed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = usePageWords()
  return (
    <Crash
      words={{ title: words.crashTitle, text: words.crashText, again: words.crashAgain, quote: words.crashQuote }}
      digest={error.digest}
      retry={reset}
    />
  )
}
