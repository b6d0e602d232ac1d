import {
  parseRuleSheet,
  withEnglish,
  type RuleGood,
  type RuleItem,
  type RuleSheet,
  type SheetProblem,
} from '@azalea/scoring'

/** What an edited list has that its model had not, has otherwise, or has no more. */
export interface ListChanges<Entry> {
  readonly added: readonly Entry[]
  /** As they are now, and as they were. */
  readonly changed: readonly { readonly now: Entry; readonly before: Entry }[]
  readonly removed: readonly Entry[]
}

/** What of a sheet is neither an item nor a good. */
export const wholeParts = ['title', 'sourceNote', 'policies', 'categories'] as const
export type WholePart = (typeof wholeParts)[number]

export interface SheetChanges {
  readonly items: ListChanges<RuleItem>
  readonly goods: ListChanges<RuleGood>
  readonly parts: readonly WholePart[]
}

export function changesOf(model: RuleSheet, edited: RuleSheet): SheetChanges {
  return {
    items: listChanges(model.items, edited.items),
    goods: listChanges(model.goods, edited.goods),
    parts: wholeParts.filter((part) => !isAlike(model[part], edited[part])),
  }
}

function listChanges<Entry extends { ref: string }>(
  model: readonly Entry[],
  edited: readonly Entry[],
): ListChanges<Entry> {
  const before = new Map(model.map((entry) => [entry.ref, entry]))
  const after = new Set(edited.map(({ ref }) => ref))
  return {
    added: edited.filter(({ ref }) => !before.has(ref)),
    changed: edited.flatMap((now) => {
      const old = before.get(now.ref)
      return old === undefined || isAlike(old, now) ? [] : [{ now, before: old }]
    }),
    removed: model.filter(({ ref }) => !after.has(ref)),
  }
}

function isAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

interface Listed {
  readonly ref: string
  readonly category: string
}

/** The list with this entry in place of its namesake, or after the last of its category. */
function putEntry<Entry extends Listed>(list: Entry[], entry: Entry): Entry[] {
  if (list.some(({ ref }) => ref === entry.ref))
    return list.map((one) => (one.ref === entry.ref ? entry : one))
  const last = list.findLastIndex(({ category }) => category === entry.category)
  const at = last < 0 ? list.length : last + 1
  return [...list.slice(0, at), entry, ...list.slice(at)]
}

export function putItem(sheet: RuleSheet, item: RuleItem): RuleSheet {
  return { ...sheet, items: putEntry(sheet.items, item) }
}

export function removeItem(sheet: RuleSheet, ref: string): RuleSheet {
  return { ...sheet, items: sheet.items.filter((item) => item.ref !== ref) }
}

export function putGood(sheet: RuleSheet, good: RuleGood): RuleSheet {
  return { ...sheet, goods: putEntry(sheet.goods, good) }
}

export function removeGood(sheet: RuleSheet, ref: string): RuleSheet {
  return { ...sheet, goods: sheet.goods.filter((good) => good.ref !== ref) }
}

/** A good to begin with: one piece for ten points, handed out by the committee. */
export function newGood(ref: string, category: string): RuleGood {
  return {
    ref,
    category,
    name: { zh: '', en: '' },
    unit: { zh: '份', en: 'piece' },
    verifier: { zh: '村里确认发放', en: 'Handed out by the committee' },
    costHundredths: 1000,
  }
}

/**
 * A reference that no sheet has had: with its day, since deeds of an item that was dropped long ago
 * must never count for another.
 */
export function freeRef(
  model: RuleSheet,
  edited: RuleSheet,
  today: string,
  of: 'item' | 'good' = 'item',
): string {
  const used = new Set(
    [model, edited].flatMap(({ items, goods }) => [...items, ...goods].map(({ ref }) => ref)),
  )
  const day = today.replaceAll('-', '')
  let no = 1
  while (used.has(`${of}-${day}-${no}`)) no += 1
  return `${of}-${day}-${no}`
}

/** A new category at the end; its name is its reference, as village sheets have it. */
export function addCategory(sheet: RuleSheet, zh: string, en: string): RuleSheet {
  if (zh === '' || sheet.categories.some(({ ref }) => ref === zh)) return sheet
  return { ...sheet, categories: [...sheet.categories, { ref: zh, name: { zh, en: en || zh } }] }
}

/** Whether an item or a good stands in the category, so that it cannot go. */
export function isUsed({ items, goods }: RuleSheet, category: string): boolean {
  return [...items, ...goods].some((entry) => entry.category === category)
}

/** What stands in the English field: nothing, where the Chinese words stand in for it. */
export function ownEnglish({ zh, en }: RuleSheet['title']): string {
  return en === zh ? '' : en
}

/** Everything that keeps the sheet from being a draft, by the rules that the server applies. */
export function problemsOf(sheet: RuleSheet): readonly SheetProblem[] {
  const parsed = parseRuleSheet(withEnglish(sheet))
  return parsed.ok ? [] : parsed.problems
}

/** The problems of one item. */
export function problemsIn(sheet: RuleSheet, ref: string): readonly SheetProblem[] {
  return problemsAt(sheet, `/items/${sheet.items.findIndex((item) => item.ref === ref)}`)
}

/** The problems of one good. */
export function problemsOfGood(sheet: RuleSheet, ref: string): readonly SheetProblem[] {
  return problemsAt(sheet, `/goods/${sheet.goods.findIndex((good) => good.ref === ref)}`)
}

/** The problems at a place of the sheet (a JSON pointer) and below. */
export function problemsAt(sheet: RuleSheet, at: string): readonly SheetProblem[] {
  return problemsOf(sheet).filter(({ path }) => path === at || path.startsWith(`${at}/`))
}
