import { Span } from '../../ui/when.tsx'
import { useKindWords } from './use-kind-words.ts'
import type { SpotPlace } from './spot-check.ts'

/** Kind, place and time of what is to be looked at, below its name. */
export function PlaceNote({ of: { kind, place, startsAt, endsAt } }: { of: SpotPlace }) {
  const kindWords = useKindWords()
  return (
    <>
      <span>{[kindWords(kind), place].filter(Boolean).join(' · ')}</span>
      {startsAt !== null && endsAt !== null && <Span from={startsAt} to={endsAt} />}
    </>
  )
}
