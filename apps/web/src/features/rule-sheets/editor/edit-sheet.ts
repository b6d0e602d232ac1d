import { parseRuleSheet, type RuleItem, type RuleSheet, type SheetProblem } from '@azalea/scoring'

/** What an edited sheet has that its model had not, has otherwise, or has no more. */
export interface SheetChanges {
  readonly added: readonly RuleItem[]
  readonly changed: readonly RuleItem[]
  readonly removed: readonly RuleItem[]
}

export function changesOf(model: RuleSheet, edited: RuleSheet): SheetChanges {
  const before = new Map(model.items.map((item) => [item.ref, item]))
  const after = new Set(edited.items.map(({ ref }) => ref))
  return {
    added: edited.items.filter(({ ref }) => !before.has(ref)),
    changed: edited.items.filter((item) => {
      const old = before.get(item.ref)
      return old !== undefined && JSON.stringify(old) !== JSON.stringify(item)
    }),
    removed: model.items.filter(({ ref }) => !after.has(ref)),
  }
}

/** The sheet with this item in place of its namesake, or after the last of its category. */
export function putItem(sheet: RuleSheet, item: RuleItem): RuleSheet {
  if (sheet.items.some(({ ref }) => ref === item.ref))
    return { ...sheet, items: sheet.items.map((one) => (one.ref === item.ref ? item : one)) }
  const last = sheet.items.findLastIndex(({ category }) => category === item.category)
  const at = last < 0 ? sheet.items.length : last + 1
  return { ...sheet, items: [...sheet.items.slice(0, at), item, ...sheet.items.slice(at)] }
}

export function removeItem(sheet: RuleSheet, ref: string): RuleSheet {
  return { ...sheet, items: sheet.items.filter((item) => item.ref !== ref) }
}

/**
 * A reference that no sheet has had: with its day, since deeds of an item that was dropped long ago
 * must never count for another.
 */
export function freeRef(model: RuleSheet, edited: RuleSheet, today: string): string {
  const used = new Set([model, edited].flatMap(({ items }) => items.map(({ ref }) => ref)))
  const day = today.replaceAll('-', '')
  let no = 1
  while (used.has(`item-${day}-${no}`)) no += 1
  return `item-${day}-${no}`
}

/** A new category at the end; its name is its reference, as village sheets have it. */
export function addCategory(sheet: RuleSheet, zh: string, en: string): RuleSheet {
  if (zh === '' || sheet.categories.some(({ ref }) => ref === zh)) return sheet
  return { ...sheet, categories: [...sheet.categories, { ref: zh, name: { zh, en: en || zh } }] }
}

/** Everything that keeps the sheet from being a draft, by the rules that the server applies. */
export function problemsOf(sheet: RuleSheet): readonly SheetProblem[] {
  const parsed = parseRuleSheet(sheet)
  return parsed.ok ? [] : parsed.problems
}

/** The problems of one item. */
export function problemsIn(sheet: RuleSheet, ref: string): readonly SheetProblem[] {
  const at = `/items/${sheet.items.findIndex((item) => item.ref === ref)}`
  return problemsOf(sheet).filter(({ path }) => path === at || path.startsWith(`${at}/`))
}
