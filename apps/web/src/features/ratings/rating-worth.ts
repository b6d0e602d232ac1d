import type { RuleSheet } from '@azalea/scoring'
import { useQuery } from '@tanstack/react-query'
import { apiGet, ApiProblem } from '../../app/api.ts'
import { useLanguage, type Language } from '../../app/settings.ts'

/** What the rule sheet in force gives for a rating, in words; null when it gives nothing. */
export function useRatingWorth(): string | null {
  const language = useLanguage()
  const { data } = useQuery({
    queryKey: ['rule-sheet', 'rating', language],
    queryFn: () => readRatingWorth(language),
    staleTime: 5 * 60_000,
  })
  return data ?? null
}

async function readRatingWorth(language: Language): Promise<string | null> {
  try {
    const { sheet } = await apiGet<{ sheet: RuleSheet }>('/api/rule-sheet')
    // The same item that the server gives a rating its points by.
    const item = sheet.items.find(
      ({ kind, evidenceKinds }) =>
        kind === 'merit' && evidenceKinds.includes('rating') && !evidenceKinds.includes('check_in'),
    )
    if (item === undefined) return null
    const { describeItem } = await import('./describe-item.ts')
    return describeItem(item, language).join(language === 'en' ? ' ' : '')
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null
    throw error
  }
}
