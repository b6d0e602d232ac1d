import type { LogVerdict } from './verify-log.ts'

type Holding = Extract<LogVerdict, { state: 'holds' }>

/**
 * What may be said of a log that holds: that it goes on from a retired one (`after`), that this is the
 * first visit on which this device looks at it, however often it has looked meanwhile (`first`), or
 * how it compares with an earlier visit.
 */
export type Sight = 'after' | 'first' | 'same' | 'more'

export function sightOf(
  {
    head,
    before,
    follows,
  }: Pick<Holding, 'before' | 'follows'> & {
    head: { checkpoint: { size: number } }
  },
  isFirstVisit: boolean,
): Sight {
  if (follows !== null) return 'after'
  if (before === null || isFirstVisit) return 'first'
  return before.size === head.checkpoint.size ? 'same' : 'more'
}
