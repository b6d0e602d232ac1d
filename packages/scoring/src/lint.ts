import { clarityRules, silentRules, statuteRules } from './lint-rules-conduct.ts'
import { englishRules } from './lint-rules-english.ts'
import { propertyRules } from './lint-rules-property.ts'
import { personRules } from './lint-rules-person.ts'
import { entitlementRules } from './lint-rules-rights.ts'
import { screenRules } from './lint-rules-screen.ts'
import { standingRules } from './lint-rules-standing.ts'
import { articles } from './lint-rule.ts'
import type { Article, LintRule } from './lint-rule.ts'
import type { RuleItem, RuleSheet } from './rule-sheet.ts'
import { isRecord } from './shape.ts'

/** An item as it is typed in: its Chinese words and its points, printed or as a number. */
export interface LintInput {
  ref: string
  itemZh: string
  /** The same in English, where the sheet has it: both are adopted, so both are held to the law. */
  itemEn?: string
  /** Missing, null or empty: nobody knows yet whether it earns or costs, so both are held against it. */
  points?: number | string | null
  /** How it is found, in words; a verifier such as a police record tells what the item is about. */
  verifierZh?: string
}

export interface LintReason {
  code: string
  /** The article of law, in both languages. */
  article: string
  messageZh: string
  messageEn: string
}

export type LintVerdict = 'accept' | 'warn' | 'refuse'

/**
 * A refused item cannot be adopted; a warned one needs a reason that is recorded.
 */
export interface LintResult {
  ref: string
  verdict: LintVerdict
  reasons: LintReason[]
}

const rules: readonly LintRule[] = [
  ...standingRules,
  ...entitlementRules,
  ...propertyRules,
  ...personRules,
  ...screenRules,
  ...statuteRules,
  ...clarityRules,
]

/** Holds one item's words against the law and against vagueness. */
export function lintItem(input: LintInput): LintResult {
  const words = normalise(input.itemZh)
  if (!/\p{Script=Han}/u.test(words)) {
    return judged(input.ref, 'refuse', [emptyReason])
  }
  const kind = kindOf(input.points)
  const raised = rules.filter((rule) => isOn(rule, kind) && isRaised(rule, words))
  const byVerifier = rules.filter(
    (rule) => rule.code === 'statutory_offence' && isOn(rule, kind) && isFoundByState(input),
  )
  const isGrade =
    typeof input.points === 'string' &&
    /[级榜]|名单|[A-Da-d甲乙丙丁][等类档]/.test(input.points.normalize('NFKC'))
  const byPoints = rules.filter((rule) => rule.code === 'credit_grade' && isGrade)
  const english = (input.itemEn ?? '').normalize('NFKC').toLowerCase()
  const inEnglish = englishRules.filter((rule) => isOn(rule, kind) && isRaised(rule, english))
  const found = [...new Set([...raised, ...inEnglish, ...byVerifier, ...byPoints])]
  if (found.length === 0 && kind !== null) {
    found.push(
      ...silentRules.filter((rule) => isOn(rule, kind) && isRaised(rule, words)).slice(0, 1),
    )
  }
  const refusing = found.some((rule) => rule.verdict === 'refuse')
  // Beside a refusal a warning on the same ground would only repeat it.
  const shown = refusing ? found.filter((rule) => rule.verdict === 'refuse') : found
  const reasons = [...new Map(shown.map((rule) => [rule.code, reasonOf(rule)])).values()]
  if (kind === null && !isGrade) {
    reasons.push(toNumber(input.points) === 0 ? noPointsReason : missingPointsReason)
  }
  return judged(input.ref, refusing ? 'refuse' : reasons.length > 0 ? 'warn' : 'accept', reasons)
}

/** Every item of a sheet, in its order; also warns where nobody is named who confirms it. */
export function lintSheet(sheet: RuleSheet): LintResult[] {
  return sheet.items.map((item) => lintRuleItem(item))
}

/** One item of a rule sheet. */
export function lintRuleItem(item: RuleItem): LintResult {
  const result = lintItem({
    ref: item.ref,
    itemZh: item.name.zh,
    itemEn: item.name.en,
    points: item.kind === 'merit' ? 1 : -1,
    verifierZh: item.verifier.zh,
  })
  if (item.verifierRoles.length > 0 || item.evidenceKinds.length > 0) return result
  return judged(item.ref, result.verdict === 'refuse' ? 'refuse' : 'warn', [
    ...result.reasons,
    noVerifierReason,
  ])
}

/**
 * The whole of a command's input: a list of `{ref, itemZh, points}`; points may be missing, and what
 * else an entry holds is not looked at.
 *
 * @throws TypeError naming the first entry that has not this shape.
 */
export function lintItems(json: unknown): LintResult[] {
  if (!Array.isArray(json)) throw new TypeError('expected a list of items')
  return json.map((entry: unknown, index) => lintItem(readInput(entry, index)))
}

function readInput(entry: unknown, index: number): LintInput {
  if (isRecord(entry)) {
    const { ref, itemZh, itemEn, points } = entry
    if (typeof ref === 'string' && typeof itemZh === 'string' && isPoints(points)) {
      const english = typeof itemEn === 'string' ? { itemEn } : {}
      return { ref, itemZh, ...english, points: points ?? null }
    }
  }
  throw new TypeError(`entry ${index}: expected {ref, itemZh, points}`)
}

function isPoints(points: unknown): points is LintInput['points'] {
  return points === undefined || points === null || ['number', 'string'].includes(typeof points)
}

/** Full-width to half-width, no spaces or invisible characters, one look-alike put right. */
function normalise(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replaceAll('釆', '采')
}

function isRaised(rule: LintRule, words: string): boolean {
  return rule.when.test(words) && !(rule.unless?.test(words) ?? false)
}

function isFoundByState(input: LintInput): boolean {
  return /公安|派出所|法院|检察|处罚决定|判决|执法部门/.test(normalise(input.verifierZh ?? ''))
}

/** Null where no points are written, or none that earn or cost. */
function kindOf(points: LintInput['points']): 'merit' | 'deduction' | null {
  if (points === undefined || points === null) return null
  if (toNumber(points) === 0) return null
  if (typeof points === 'number') return points < 0 ? 'deduction' : 'merit'
  const printed = points.normalize('NFKC').trim()
  if (printed === '') return null
  // A dash between two numbers is a range.
  return /(?<![\d.分]\s*)[-−–—]\s*\d|[降扣减负罚]/.test(printed) ? 'deduction' : 'merit'
}

function isOn({ on }: LintRule, kind: 'merit' | 'deduction' | null): boolean {
  return kind === null || on === 'both' || on === kind
}

function toNumber(points: LintInput['points']): number | null {
  if (typeof points === 'number') return points
  const digits = /\d+(\.\d+)?/.exec((points ?? '').normalize('NFKC'))?.[0]
  return digits === undefined ? null : Number(digits)
}

function reasonOf(rule: LintRule): LintReason {
  return reason(rule.code, rule.article, rule.messageZh, rule.messageEn)
}

function reason(code: string, article: Article, messageZh: string, messageEn: string): LintReason {
  return { code, article: `${article.zh} (${article.en})`, messageZh, messageEn }
}

const emptyReason = reason(
  'no_observable_behaviour',
  articles.organicLaw27,
  '没有写明做什么。',
  'It does not say what is done.',
)
const noPointsReason = reason(
  'no_points',
  articles.organicLaw27,
  '分值为零，没有作用；请写明分值或说明理由。',
  'Zero points have no effect; give the points, or a reason.',
)
const missingPointsReason = reason(
  'no_points',
  articles.organicLaw27,
  '没有写分值；请写明加几分还是扣几分，或说明理由。',
  'No points are given; say how many it earns or costs, or give a reason.',
)
const noVerifierReason = reason(
  'no_verifier',
  articles.organicLaw27,
  '没有写明由谁、凭什么认定；请补上或说明理由。',
  'Nobody is named who confirms it, and no evidence; add them, or give a reason.',
)

function judged(ref: string, verdict: LintVerdict, reasons: LintReason[]): LintResult {
  return { ref, verdict, reasons }
}
