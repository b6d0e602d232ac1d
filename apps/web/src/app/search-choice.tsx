import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { apiGet } from './api.ts'
import { useT } from '../ui/i18n.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNotice } from '../ui/error-state.tsx'
import type { FieldTexts } from '../ui/field.tsx'
import { uiMessages } from '../ui/messages.ts'
import { TextField } from '../ui/text-field.tsx'
import './search-choice.css'

export interface Chosen {
  id: string
  /** What stands on the screen for it: 王小明 · 3组 12号. */
  label: string
}

const shownAtMost = 8
const typingPauseMilliseconds = 250

/** One of many that only the server knows, found by typing: a person, a household. */
export function SearchChoice<Item, Choice extends Chosen = Chosen>({
  path,
  read,
  value,
  onChange,
  ...texts
}: FieldTexts & {
  /** A list of the server that is searched with `q`. */
  path: string
  read: (item: Item) => Choice
  value: Choice | null
  onChange: (chosen: Choice | null) => void
}) {
  const t = useT(uiMessages)
  if (value === null) return <Search path={path} read={read} onChange={onChange} {...texts} />
  return (
    <div className="field">
      <span className="field__label">{texts.label}</span>
      <div className="row row--spread search-choice__chosen">
        <strong>{value.label}</strong>
        <Button kind="quiet" onClick={() => onChange(null)} label={`${t('change')} ${texts.label}`}>
          {t('change')}
        </Button>
      </div>
    </div>
  )
}

function Search<Item, Choice extends Chosen>({
  path,
  read,
  onChange,
  ...texts
}: FieldTexts & {
  path: string
  read: (item: Item) => Choice
  onChange: (chosen: Choice) => void
}) {
  const t = useT(uiMessages)
  const [typed, setTyped] = useState('')
  const search = usePaused(typed.trim())
  const found = useQuery({
    queryKey: [path, { q: search, limit: shownAtMost }],
    queryFn: ({ signal }) =>
      apiGet<{ items: readonly Item[] }>(path, { q: search, limit: shownAtMost }, { signal }),
    enabled: search !== '',
  })
  const choices = (found.data?.items ?? []).map(read)
  return (
    <div className="stack stack--tight">
      <TextField {...texts} kind="search" value={typed} onChange={setTyped} />
      <ProblemNotice error={found.error} />
      {search !== '' && found.isSuccess && choices.length === 0 && (
        <output className="soft small">{t('nothingFound')}</output>
      )}
      {choices.length > 0 && (
        <ul className="search-choice__found" aria-label={t('found')}>
          {choices.map((choice) => (
            <li key={choice.id}>
              <button type="button" onClick={() => onChange(choice)}>
                {choice.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The text once typing has paused, so that not every letter asks the server. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), typingPauseMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
