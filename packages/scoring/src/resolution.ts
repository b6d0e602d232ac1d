import { type CivilDay, isCivilDay } from '@azalea/text'
import type { RuleSheet } from './rule-sheet.ts'
import type { SheetProblem } from './shape.ts'

/** The decision of the villagers that adopts a rule sheet. */
export interface Resolution {
  heldOn: CivilDay
  /**
   * Who met: all adult villagers, the delegates of all households, or the elected villagers'
   * delegates.
   */
  body: 'adults' | 'households' | 'delegates'
  /** Members of that body. */
  eligible: number
  present: number
  votesFor: number
  votesAgainst: number
}

/**
 * Whether the resolution is valid: quorum of more than half of the adults or at least two thirds of
 * the households (Villagers' Committees Organic Law, art. 22) or of the delegates (art. 26), and the
 * consent of more than half of those present. No problems means that it holds.
 */
export function checkResolution(resolution: Resolution): SheetProblem[] {
  const { eligible, present, votesFor, votesAgainst } = resolution
  const counts = { eligible, present, votesFor, votesAgainst }
  const problems: SheetProblem[] = Object.entries(counts)
    .filter(([, count]) => !Number.isSafeInteger(count) || count < 0)
    .map(([name]) => problem(`/${name}`, 'bad_count', '人数应为非负整数。', 'Must be a count.'))
  if (!isCivilDay(resolution.heldOn)) {
    problems.push(problem('/heldOn', 'bad_day', '日历上没有这一天。', 'There is no such day.'))
  }
  if (problems.length > 0) return problems
  if (present > eligible || votesFor + votesAgainst > present) {
    const zh = '到会人数不能超过应到人数，票数不能超过到会人数。'
    return [
      problem(
        '/present',
        'bad_count',
        zh,
        'More present than eligible, or more votes than present.',
      ),
    ]
  }
  const isAdults = resolution.body === 'adults'
  const hasQuorum = isAdults ? present * 2 > eligible : present * 3 >= eligible * 2
  if (eligible === 0 || !hasQuorum) {
    problems.push(
      problem(
        '/present',
        'no_quorum',
        isAdults
          ? '到会人数须超过十八周岁以上村民的半数（《村民委员会组织法》第二十二条）。'
          : '到会代表须达到三分之二以上（《村民委员会组织法》第二十二、二十六条）。',
        isAdults
          ? 'More than half of the adult villagers must be present (Organic Law, art. 22).'
          : 'At least two thirds of the delegates must be present (Organic Law, arts 22 and 26).',
      ),
    )
  }
  if (votesFor * 2 <= present) {
    const zh = '须经到会人员的过半数同意（《村民委员会组织法》第二十二、二十六条）。'
    const en = 'More than half of those present must agree (Organic Law, arts 22 and 26).'
    problems.push(problem('/votesFor', 'no_majority', zh, en))
  }
  return problems
}

/** A vote as it is entered and as the log tells it. */
export interface VotedResolution {
  /** The civil day of the meeting. */
  readonly date: CivilDay
  /** Who met: all adults where nothing is said. */
  readonly body?: Resolution['body'] | undefined
  readonly eligible: number
  readonly present: number
  readonly for: number
  readonly against: number
}

/** Whether such a vote is valid, by the rule of `checkResolution`. */
export function checkVote(vote: VotedResolution): SheetProblem[] {
  const { date, body = 'adults', eligible, present, for: votesFor, against } = vote
  return checkResolution({ heldOn: date, body, eligible, present, votesFor, votesAgainst: against })
}

/**
 * The sheet that judges a deed: the one with the latest first day that is not after the day of the
 * deed. Of two that begin on one day the later in the list, which is in order of adoption.
 */
export function sheetInForce<Version extends Pick<RuleSheet, 'effectiveFrom'>>(
  sheets: readonly Version[],
  occurredOn: CivilDay,
): Version | undefined {
  return sheets.reduce<Version | undefined>((best, sheet) => {
    if (sheet.effectiveFrom > occurredOn) return best
    return best === undefined || sheet.effectiveFrom >= best.effectiveFrom ? sheet : best
  }, undefined)
}

function problem(path: string, code: string, messageZh: string, messageEn: string): SheetProblem {
  return { path, code, messageZh, messageEn }
}
