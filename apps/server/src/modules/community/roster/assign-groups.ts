import type { GroupText } from './cell-text.ts'

export interface AssignedGroups {
  numberOf(group: GroupText): number
  /** Groups that are new, or get a name in place of their number. */
  readonly changed: readonly { readonly groupNo: number; readonly name: string }[]
}

/**
 * Gives each group of a roster its number: the one it is written with, the one that its hamlet
 * already has, or the next free one.
 */
export function assignGroups(
  groups: readonly GroupText[],
  standing: ReadonlyMap<number, string>,
): AssignedGroups {
  const names = new Map(standing)
  const numberOfName = new Map([...names].toReversed().map(([groupNo, name]) => [name, groupNo]))
  let highest = [...names.keys()].reduce((most, groupNo) => Math.max(most, groupNo), 0)
  const changed = new Map<number, string>()
  const numbers = new Map<string, number>()
  for (const { groupNo, name } of groups.toSorted(numberedFirst)) {
    if (numbers.has(keyOf({ groupNo, name }))) continue
    const number = groupNo ?? numberOfName.get(name) ?? highest + 1
    highest = Math.max(highest, number)
    numbers.set(keyOf({ groupNo, name }), number)
    // A bare number tells nothing new of a group that has a name.
    const isBare = name === bareName(number)
    if (names.get(number) === name || (isBare && names.has(number))) continue
    const before = names.get(number)
    if (before !== undefined && numberOfName.get(before) === number) numberOfName.delete(before)
    names.set(number, name)
    if (!numberOfName.has(name)) numberOfName.set(name, number)
    changed.set(number, name)
  }
  return {
    numberOf: (group) => numbers.get(keyOf(group)) ?? 1,
    changed: [...changed].map(([groupNo, name]) => ({ groupNo, name })),
  }
}

/** So that a hamlet without a number does not take one that is written further down. */
function numberedFirst(a: GroupText, b: GroupText): number {
  return Number(a.groupNo === null) - Number(b.groupNo === null)
}

function bareName(groupNo: number): string {
  return `第${groupNo}组`
}

function keyOf({ groupNo, name }: GroupText): string {
  return `${groupNo ?? ''} ${name}`
}
