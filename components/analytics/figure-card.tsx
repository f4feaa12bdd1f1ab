import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { DownloadIcon } from '@/components/ui/icons'

type FigureCardProps = {
  title: string
  /** Words on the twin's handle, and its table. */
  twin: { open: string; table: ReactNode }
  /** Where the same figures lie as a file. */
  file?: { href: string; label: string } | undefined
  children: ReactNode
}

/** A picture of figures with the same figures as a table behind it, for whoever reads better there. */
export function FigureCard({ title, twin, file, children }: FigureCardProps) {
  return (
    <Card title={title}>
      <figure aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {children}
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <details className="min-w-0 max-w-full flex-1 open:basis-full">
            <summary className="inline-flex min-h-8 cursor-pointer items-center text-13 text-brand underline underline-offset-3">
              {twin.open}
            </summary>
            <div className="pt-2">{twin.table}</div>
          </details>
          {file ? (
            <a
              href={file.href}
              download
              className="inline-flex min-h-8 items-center gap-1.5 text-13 text-brand underline underline-offset-3"
            >
              <DownloadIcon className="size-4" />
              {file.label}
            </a>
          ) : null}
        </div>
      </figure>
    </Card>
  )
}
