import { canonicalJson } from '@azalea/text'

/** How a household stands when a daily statement is made; ids are whatever the caller ranks by. */
export interface RankedHousehold {
  household: string
  group: number
  joined: boolean
}

/** The points of one earner for one household in one period. */
export interface EarnedPoints {
  household: string
  earner: string
  pointsHundredths: number
}

export type BoardKind = 'household' | 'person' | 'group'

/** Competitors with their points in hundredths, best first; of equals the id that sorts first. */
export type BoardLines = readonly (readonly [competitor: string, pointsHundredths: number])[]

/**
 * The three boards of a period as the village publishes them: joined households, their people and
 * their groups with more than nothing. A household's points count for the group it is in now.
 */
export function boardsOf(
  households: readonly RankedHousehold[],
  earned: readonly EarnedPoints[],
): Record<BoardKind, BoardLines> {
  const groups = new Map(
    households.filter(({ joined }) => joined).map(({ household, group }) => [household, group]),
  )
  const sums = { household: new Map(), person: new Map(), group: new Map() } satisfies Record<
    BoardKind,
    Map<string, number>
  >
  const add = (sum: Map<string, number>, competitor: string, pointsHundredths: number) =>
    sum.set(competitor, (sum.get(competitor) ?? 0) + pointsHundredths)
  for (const { household, earner, pointsHundredths } of earned) {
    const group = groups.get(household)
    if (group === undefined) continue
    add(sums.household, household, pointsHundredths)
    add(sums.person, earner, pointsHundredths)
    add(sums.group, String(group), pointsHundredths)
  }
  return {
    household: linesOf(sums.household),
    person: linesOf(sums.person),
    group: linesOf(sums.group),
  }
}

/** The bytes (as a string) whose hash stands for a board in a daily statement. */
export function boardBytes(lines: BoardLines): string {
  return canonicalJson(lines)
}

function linesOf(sum: ReadonlyMap<string, number>): BoardLines {
  return [...sum]
    .filter(([, pointsHundredths]) => pointsHundredths > 0)
    .toSorted(([a, points], [b, other]) => other - points || (a < b ? -1 : 1))
}
