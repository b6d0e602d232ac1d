import type { Answer } from '@azalea/client'
import { incomeMessages } from './messages.ts'
import { useT } from '../../ui/i18n.ts'

export type OwnSeason = Answer<'/api/me/income'>['seasons'][number]
export type DeskSeason = Answer<'/api/income'>['seasons'][number]
export type PublicSeason = Answer<'/api/villages/{villageId}/income'>['seasons'][number]

/** What a season is called; what lies in none is told so. */
export function useSeasonName(): (season: { readonly name: string | null }) => string {
  const t = useT(incomeMessages)
  return ({ name }) => name ?? t('between')
}

/** Seasons are told the latest first, and drawn the earliest first. */
export const inTime = <One>(seasons: readonly One[]): One[] => [...seasons].reverse()
