import type { ReactNode } from 'react'
import { Button, ButtonRow } from './button.tsx'
import { Notice } from './notice.tsx'

/**
 * In place of a form whose command succeeded: what is so now, and what comes next. What was done is
 * not offered again; `more` is for the next one of its kind, and opens an empty form.
 */
export function Finished({
  words,
  next,
  more,
}: {
  words: ReactNode
  /** Links to what comes next, the likeliest first. */
  next?: ReactNode
  more?: { label: string; onMore: () => void }
}) {
  return (
    <>
      <Notice kind="done">{words}</Notice>
      <ButtonRow>
        {next}
        {more !== undefined && <Button onClick={more.onMore}>{more.label}</Button>}
      </ButtonRow>
    </>
  )
}
