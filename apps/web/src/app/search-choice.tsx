import type { Item, Params, PathOf, Result } from '@azalea/client'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useAnswer } from './use-answer.ts'
import { useT } from '../ui/i18n.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNotice } from '../ui/error-state.tsx'
import type { FieldTexts } from '../ui/field.tsx'
import { uiMessages } from '../ui/messages.ts'
import { TextField } from '../ui/text-field.tsx'
import './search-choice.css'

/** The lists of the server that are searched with `q`. */
type SearchedPath = {
  [P in PathOf<'get'>]: 'q' extends keyof Params<P>
    ? Result<P> extends { items: readonly object[] }
      ? P
      : never
    : never
}[PathOf<'get'>]

export interface Chosen {
  id: string
  /** What stands on the screen for it: 王小明 · 3组 12号. */
  label: string
}

const shownAtMost = 8
const typingPauseMilliseconds = 250

/** One of many that only the server knows, found by typing: a person, a household. */
export function SearchChoice<P extends SearchedPath, Choice extends Chosen = Chosen>({
  path,
  read,
  value,
  onChange,
  ...texts
}: FieldTexts & {
  path: P
  read: (item: Item<P>) => Choice
  value: Choice | null
  onChange: (chosen: Choice | null) => void
}) {
  const t = useT(uiMessages)
  const [field, go] = useFocusOnControl(value?.id ?? null)
  const take = (chosen: Choice | null) => {
    go()
    onChange(chosen)
  }
  if (value === null)
    return <Search path={path} read={read} onChange={take} field={field} {...texts} />
  return (
    <div className="field" ref={field}>
      <span className="field__label">{texts.label}</span>
      <div className="row row--spread search-choice__chosen">
        <strong>{value.label}</strong>
        <Button kind="quiet" onClick={() => take(null)} label={`${t('change')} ${texts.label}`}>
          {t('change')}
        </Button>
      </div>
    </div>
  )
}

/**
 * Search and choice take each other's place: whoever chose or wants to change goes on at the control
 * that stands there now.
 */
function useFocusOnControl(shown: string | null) {
  const field = useRef<HTMLDivElement>(null)
  const isDue = useRef(false)
  useLayoutEffect(() => {
    if (!isDue.current) return
    isDue.current = false
    field.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [shown])
  const go = () => {
    isDue.current = true
  }
  return [field, go] as const
}

function Search<P extends SearchedPath, Choice extends Chosen>({
  path,
  read,
  onChange,
  field,
  ...texts
}: FieldTexts & {
  path: P
  read: (item: Item<P>) => Choice
  onChange: (chosen: Choice) => void
  field: RefObject<HTMLDivElement | null>
}) {
  const t = useT(uiMessages)
  const [typed, setTyped] = useState('')
  const search = usePaused(typed.trim())
  const asked = { q: search, limit: shownAtMost } as unknown as Params<P>
  const found = useAnswer(path, asked, { enabled: search !== '' })
  const choices = itemsOf<P>(found.data).map(read)
  return (
    <div className="stack stack--tight" ref={field}>
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

function itemsOf<P extends SearchedPath>(answer: Result<P> | undefined): readonly Item<P>[] {
  return (answer as { items: readonly Item<P>[] } | undefined)?.items ?? []
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
