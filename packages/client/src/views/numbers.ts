import type { Formats } from '../format.ts'
import type { KeyOf, Translate } from '../texts.ts'
import type { numbersMessages } from '../words/numbers-messages.ts'
import type { StarsView } from './plate.ts'

type NumberText = Translate<KeyOf<(typeof numbersMessages)['zh']>>

/** How far a rank moved, in words; upwards is positive. */
export function movedWords(places: number, t: NumberText): string {
  if (places === 0) return t('unchanged')
  return t(places > 0 ? 'up' : 'down', { count: Math.abs(places) })
}

/** The mean with one decimal, and from how many. */
export function starsWords(
  { mean, count }: Pick<StarsView, 'mean' | 'count'>,
  { t, format }: { readonly t: NumberText; readonly format: Formats },
): { readonly mean: string; readonly count: string } | null {
  if (mean === null) return null
  const stars = format.number(Math.round(mean * 10) / 10)
  return { mean: t('starsOfFive', { stars }), count: t('ratingCount', { count }) }
}
