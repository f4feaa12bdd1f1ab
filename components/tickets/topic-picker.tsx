'use client'

import { useDeferredValue, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { classes } from '@/components/ui/classes'
import { controlClasses } from '@/components/ui/field'
import { SearchIcon } from '@/components/ui/icons'
import { type CategoryBranch, searchTopics } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n/locales'
import { TopicLink } from './topic-link'
import { TopicTree } from './topic-tree'

export type TopicPickerWords = {
  label: string
  hint: string
  find: string
  results: string
  all: string
  none: string
  noneText: string
  urgent: string
}

type TopicPickerProps = {
  branches: readonly CategoryBranch[]
  locale: Locale
  /** What was looked for when the page was asked for: without script the form below asks again. */
  query: string
  /** Address of the next step without the topic's key: `/nova/new?topic=`. */
  href: string
  words: TopicPickerWords
}

/** One box over names and synonyms in every language (003-07); finds while it is typed in, and by Enter without script. */
export function TopicPicker({ branches, locale, query: asked, href, words }: TopicPickerProps) {
  const [query, setQuery] = useState(asked)
  const wanted = useDeferredValue(query)
  const found = searchTopics(branches, wanted, locale)
  const searching = wanted.trim() !== ''
  return (
    <div className="grid gap-5">
      <search>
        <form method="get" className="grid gap-1">
          <label htmlFor="q" className="font-medium">
            {words.label}
          </label>
          <p id="q-hint" className="text-14 text-ink-2">
            {words.hint}
          </p>
          <span className="flex gap-2">
            <input
              id="q"
              name="q"
              type="search"
              value={query}
              onChange={({ currentTarget }) => setQuery(currentTarget.value)}
              aria-describedby="q-hint"
              autoComplete="off"
              className={classes(controlClasses, 'min-h-control')}
            />
            <button type="submit" aria-label={words.find} title={words.find} className={buttonClasses()}>
              <SearchIcon />
            </button>
          </span>
        </form>
      </search>
      <div role="status" className={searching && found.length === 0 ? '' : 'sr-only'}>
        {searching && found.length === 0 ? (
          <>
            <p className="font-medium">{words.none}</p>
            <p className="text-14 text-ink-2">{words.noneText}</p>
          </>
        ) : searching ? (
          `${words.results}: ${found.length}`
        ) : null}
      </div>
      {found.length > 0 ? (
        <ul aria-label={words.results} className="grid gap-2">
          {found.map(({ topic, category }) => (
            <li key={topic.id}>
              <TopicLink topic={topic} about={category.name} href={href} urgent={words.urgent} />
            </li>
          ))}
        </ul>
      ) : (
        <TopicTree branches={branches} label={words.all} href={href} urgent={words.urgent} />
      )}
    </div>
  )
}
