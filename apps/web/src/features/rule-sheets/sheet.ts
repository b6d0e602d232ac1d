import type { Answer, Item } from '@azalea/client'

export type SheetRow = Item<'/api/rule-sheets'>

/** The version that counts on a day; undefined where none was adopted yet. */
export function inForceOf(rows: readonly SheetRow[], day: string): SheetRow | undefined {
  return rows
    .filter(({ state, effectiveFrom }) => state === 'adopted' && effectiveFrom <= day)
    .toSorted((one, other) => other.effectiveFrom.localeCompare(one.effectiveFrom))
    .at(0)
}

export type SheetView = Answer<'/api/rule-sheets/{id}'>
export type Resolution = NonNullable<SheetView['resolution']>

/** Items whose words the check does not simply accept. */
export type Finding = SheetView['findings'][number]

/** Why an item that is warned of is adopted all the same. */
export type LintAnswer = SheetView['lintAnswers'][number]

/** With problems nothing was drafted. */
export type SheetImported = Answer<'/api/rule-sheets/import', 'post'>
