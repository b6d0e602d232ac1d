import type { Answer, Item, Translate } from '@azalea/client'

/** A row of `GET /api/roster/households`. */
export type HouseholdRow = Item<'/api/roster/households'>

export type HouseholdPage = Answer<'/api/roster/households'>

export type HouseholdPerson = Household['people'][number]

/** `GET /api/roster/households/{id}`; the look is noted for each person. */
export type Household = Answer<'/api/roster/households/{householdId}'>

/** What an import would do: `POST /api/roster/import/preview`. */
export type ImportPreview = Answer<'/api/roster/import/preview', 'post'>

export type Imported = Answer<'/api/roster/import/{importId}/confirm', 'post'>

/** Whose household it is: only who was erased is called so. */
export function headOf(
  t: Translate<'erased' | 'noHead' | 'office'>,
  { headName, hasHead, isOffice }: Pick<HouseholdRow, 'headName' | 'hasHead' | 'isOffice'>,
): string {
  if (isOffice) return t('office')
  return headName ?? t(hasHead ? 'erased' : 'noHead')
}
