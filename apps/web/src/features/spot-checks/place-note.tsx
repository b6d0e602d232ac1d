import { useT } from '../../ui/i18n.ts'
import { Span } from '../../ui/when.tsx'
import { spotChecksMessages } from './messages.ts'
import type { SpotPlace } from './spot-check.ts'

/** Kind, place and time of what is to be looked at, below its name. */
export function PlaceNote({ of: { kind, place, startsAt, endsAt } }: { of: SpotPlace }) {
  const t = useT(spotChecksMessages)
  return (
    <>
      <span>{[t(`kind_${kind}`), place].filter(Boolean).join(' · ')}</span>
      {startsAt !== null && endsAt !== null && <Span from={startsAt} to={endsAt} />}
    </>
  )
}
