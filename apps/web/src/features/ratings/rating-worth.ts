import { ApiProblem, keyOf, type Language } from '@azalea/client'
import { doStarsChangePoints, findRatingItem } from '@azalea/scoring'
import { useQuery } from '@tanstack/react-query'
import { get } from '../../app/api.ts'
import { useLanguage } from '../../ui/settings.ts'

export interface RatingWorth {
  /** What the rater gets, in words; null when that is nothing. */
  sentences: string | null
  /** Whether the stars change somebody's points. */
  starsCount: boolean
}

/** What the rule sheet in force does with a rating of this kind of place; null without a sheet. */
export function useRatingWorth(subjectKind: string): RatingWorth | null {
  const language = useLanguage()
  const { data } = useQuery({
    queryKey: [...keyOf('/api/rule-sheet'), 'rating', language, subjectKind],
    queryFn: () => readRatingWorth(language, subjectKind),
    staleTime: 5 * 60_000,
  })
  return data ?? null
}

async function readRatingWorth(
  language: Language,
  subjectKind: string,
): Promise<RatingWorth | null> {
  try {
    const { sheet } = await get('/api/rule-sheet')
    const item = findRatingItem(sheet)
    const starsCount = doStarsChangePoints(sheet, subjectKind)
    if (item === null) return { sentences: null, starsCount }
    const { describeItem } = await import('./describe-item.ts')
    const sentences = describeItem(item, language).join(language === 'en' ? ' ' : '')
    return { sentences, starsCount }
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null
    throw error
  }
}
