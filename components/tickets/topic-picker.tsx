'use client'

import { useDeferredValue, useState } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { buttonClasses } from '@/components/ui/button-classes'
import { classes } from '@/components/ui/classes'
import { controlClasses } from '@/components/ui/field'
import { NextIcon, SearchIcon } from '@/components/ui/icons'
import { type CategoryBranch, searchTopics, type TopicChoice } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n/locales'
import { TopicLink, type TopicMarks } from './topic-link'
import { TopicTree } from './topic-tree'

export type TopicPickerWords = Record<
  | 'label'
  | 'hint'
  | 'find'
  | 'results'
  | 'all'
  | 'none'
  | 'noneText'
  | 'suggested'
  | 'recent'
  | 'unsure'
  | 'unsureText',
  string
>

type TopicPickerProps = {
  branches: readonly CategoryBranch[]
  locale: Locale
  /** What was looked for when the page was asked for: without script the form below asks again. */
  query: string
  /** This page: `/nova/new`. */
  path: string
  /** What goes along to the next step: the request that is followed, the text that is kept. */
  carry: Readonly<Record<string, string>>
  /** Topics she wrote on last. */
  recent: readonly string[]
  /** Where "I am not sure" leads; undefined: nowhere. */
  general?: TopicChoice
  marks: TopicMarks
  words: TopicPickerWords
}

/** More would push the tree off a phone's first screens. */
const MOST_RECENT = 3

/** One box over names and synonyms in every language (003-07); finds while it is typed in, and by Enter without script. */
export function TopicPicker({ branches, locale, query: asked, path, carry, words, marks, ...props }: TopicPickerProps) {
  const [query, setQuery] = useState(asked)
  const wanted = useDeferredValue(query)
  const found = searchTopics(branches, wanted, locale)
  const searching = wanted.trim() !== ''
  const href = (topic: TopicChoice, more: Record<string, string> = {}) =>
    `${path}?${new URLSearchParams({ topic: topic.key, ...carry, ...more })}`
  const links = { href, marks }
  const every = branches.flatMap((category) => category.topics.map((topic) => ({ topic, category })))
  const recentIds = props.recent.slice(0, MOST_RECENT)
  const suggested = every
    .filter(({ topic }) => topic.suggested !== null && !recentIds.includes(topic.id))
    .sort((a, b) => (a.topic.suggested ?? 0) - (b.topic.suggested ?? 0))
  const recent = recentIds.flatMap((id) => every.find(({ topic }) => topic.id === id) ?? [])
  const unsure = props.general ? (
    <AppLink
      href={href(props.general, searching ? { subject: wanted.trim().slice(0, 200) } : {})}
      className="flex min-h-control items-center gap-3 rounded-card border border-control border-dashed px-3.5 py-2.5 no-underline hover:border-brand hover:bg-brand-soft"
    >
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{words.unsure}</span>
        <span className="block text-14 text-ink-2">{words.unsureText}</span>
      </span>
      <NextIcon className="size-4 shrink-0 text-ink-2" />
    </AppLink>
  ) : null
  return (
    <div className="grid gap-6">
      <search>
        <form method="get" className="grid gap-1">
          <label htmlFor="q" className="font-medium">
            {words.label}
          </label>
          <p id="q-hint" className="text-14 text-ink-2">
            {words.hint}
          </p>
          {Object.entries(carry).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
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
        <>
          <Topics label={words.results} found={found} {...links} hidden />
          {unsure}
        </>
      ) : (
        <>
          {recent.length > 0 && !searching ? <Topics label={words.recent} found={recent} {...links} brief /> : null}
          {suggested.length > 0 && !searching ? (
            <Topics label={words.suggested} found={suggested} {...links} brief />
          ) : null}
          {unsure}
          <TopicTree branches={branches} label={words.all} {...links} />
        </>
      )}
    </div>
  )
}

type TopicsProps = {
  label: string
  found: readonly { topic: TopicChoice; category: { name: string } }[]
  href: (topic: TopicChoice) => string
  marks: TopicMarks
  hidden?: boolean
  brief?: boolean
}

function Topics({ label, found, hidden, ...links }: TopicsProps) {
  return (
    <section className="grid gap-2">
      {hidden ? null : <h2 className="font-medium">{label}</h2>}
      <ul aria-label={label} className="grid gap-2">
        {found.map(({ topic, category }) => (
          <li key={topic.id}>
            <TopicLink topic={topic} about={category.name} {...links} />
          </li>
        ))}
      </ul>
    </section>
  )
}
