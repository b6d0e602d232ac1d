/** The house number of the household that founding makes for the committee’s first members. */
export const OFFICE_HOUSE_NO = '村委'

const office = { zh: '村委', en: 'the village office' } as const

/**
 * Where somebody lives, as people say it: 第1组 12号. The office that founding made is nobody’s home and
 * no group’s house, so that it stands without one.
 */
export function doorText(
  { groupName, houseNo }: { readonly groupName: string; readonly houseNo: string },
  language: 'zh' | 'en',
): string {
  return houseNo === OFFICE_HOUSE_NO ? office[language] : `${groupName} ${houseNo}`.trim()
}

/** The group of a door, for a column of its own; none for the office. */
export function groupOfDoor(door: {
  readonly groupName: string
  readonly houseNo: string
}): string {
  return door.houseNo === OFFICE_HOUSE_NO ? '' : door.groupName
}
