import type { CivilDay } from '@azalea/text'
import { PublishedSheetError, readPublished } from './published-reading.ts'
import type { PublishedRow } from './published-reading.ts'
import { readMechanisms } from './published-mechanisms.ts'
import type { Mechanisms } from './published-mechanisms.ts'
import { parseRuleSheet } from './parse-rule-sheet.ts'
import {
  BAND_UNIT,
  categoryNamesEn,
  evidenceNamesEn,
  roleNamesEn,
  unitTerms,
  verifierTerms,
  windowTerms,
} from './published-terms.ts'
import type {
  Band,
  Bilingual,
  Cap,
  Category,
  EvidenceKind,
  RuleGood,
  RuleItem,
  RuleSheet,
  StageSpec,
  VerifierRole,
} from './rule-sheet.ts'

/** What a published sheet does not say and the importing village decides. */
export interface PublishedSheetOptions {
  /** The importing village; default: the sheet's own code. */
  villageId?: string
  /** Default: the first day of the published date. */
  effectiveFrom?: CivilDay
  /** Days on public notice; default 7. */
  noticeDays?: number
}

/**
 * Turns a points sheet as villages publish it (rows of item, points, unit, verifier, cap in words,
 * and notes on mechanisms) into a rule sheet. Rows that are bands of one cumulative total become one
 * item; every row keeps its ref, findable with `findItem`.
 *
 * @throws PublishedSheetError with every problem found, if a row or a note cannot be read.
 */
export function fromPublishedSheet(json: unknown, options: PublishedSheetOptions = {}): RuleSheet {
  const published = readPublished(json)
  const mechanisms = readMechanisms(published)
  const villageId = options.villageId ?? published.villageCode
  if (villageId === undefined) {
    throw new PublishedSheetError([
      {
        path: '/villageCode',
        code: 'village_missing',
        messageZh: '这份细则没有村代码，导入时须指明用于哪个村。',
        messageEn: 'The sheet names no village code; say which village imports it.',
      },
    ])
  }
  const rows = published.items
  const items = groupRows(rows).map((group) => toItem(group, mechanisms, options.noticeDays ?? 7))
  const sheet: RuleSheet = {
    schema: 'azalea-rule-sheet/1',
    villageId,
    title: titleOf(published.village),
    effectiveFrom: options.effectiveFrom ?? firstDayOf(published.inForce),
    account: 'household',
    policies: mechanisms.policies,
    categories: categoriesOf([...rows, ...published.goods]),
    items,
    goods: published.goods.map(toGood),
    sourceNote: `${published.village}: ${published.source}`,
  }
  const parsed = parseRuleSheet(sheet)
  if (!parsed.ok) throw new PublishedSheetError(parsed.problems)
  return parsed.sheet
}

type RowGroup = [PublishedRow, ...PublishedRow[]]

const cumulativeHours = /累计达到\s*(\d+)\s*小时/

/** Rows of cumulative hours that differ only in the number of hours are one item. */
function groupRows(rows: readonly PublishedRow[]): RowGroup[] {
  const groups = new Map<string, RowGroup>()
  for (const row of rows) {
    const isBand = row.unit === BAND_UNIT && cumulativeHours.test(row.itemZh)
    const key = isBand ? `${row.category} ${row.itemZh.replace(cumulativeHours, '')}` : row.ref
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()]
}

function toItem(group: RowGroup, mechanisms: Mechanisms, noticeDays: number): RuleItem {
  const [row] = group
  const bands = group.flatMap(toBand)
  const kind = row.pointsHundredths < 0 ? 'deduction' : 'merit'
  const caps = [...capsOfUnit(row), ...capsInWords(row)]
  const verifierText = [...new Set(group.map((one) => one.verifier))].join('；')
  const { roles, evidence } = readVerifier(verifierText, kind)
  return {
    ref: row.ref,
    category: row.category,
    name: bands.length > 0 ? nameOfBands(row) : { zh: row.itemZh, en: row.itemEn },
    kind,
    base:
      bands.length > 0
        ? { kind: 'bands', unit: 'hour', over: 'lifetime', scope: 'person', bands }
        : { kind: 'fixed', pointsHundredths: Math.abs(row.pointsHundredths) },
    unit: { zh: row.unit, en: unitTerms[row.unit]?.en ?? row.unit },
    verifier: { zh: verifierText, en: describeVerifier(roles, evidence) },
    verifierRoles: roles,
    evidenceKinds: evidence,
    caps,
    noticeDays,
    expiry: mechanisms.expiry[kind],
    repair: kind === 'deduction' ? [{ by: 'mending', restoresPermille: 1000 }] : [],
    publicity: kind === 'deduction' ? 'totals_only' : 'masked',
    stages: stagesFor(kind, caps, mechanisms),
  }
}

function toBand(row: PublishedRow): Band[] {
  const hours = cumulativeHours.exec(row.itemZh)?.[1]
  if (row.unit !== BAND_UNIT || hours === undefined) return []
  return [{ ref: row.ref, fromQuantity: Number(hours) * 60, totalHundredths: row.pointsHundredths }]
}

function nameOfBands(row: PublishedRow): Bilingual {
  return {
    zh: row.itemZh.replace(cumulativeHours, '按累计小时分档'),
    en: row.itemEn.replace(/reaches\s+\d+\s*h cumulative/i, 'by bands of cumulative hours'),
  }
}

function capsOfUnit(row: PublishedRow): Cap[] {
  const cap = unitTerms[row.unit]?.cap
  return cap === undefined ? [] : [{ ...cap }]
}

const capWords =
  /^(?:每|一)?(天|日|月|季度|季|年|累计)(?:内)?最多(?:加|扣|计)?(\d+(?:\.\d{1,2})?)(分|次)$/

function capsInWords(row: PublishedRow): Cap[] {
  if (row.cap === undefined) return []
  const match = capWords.exec(row.cap)
  const window = windowTerms[match?.[1] ?? '']
  if (match === null || window === undefined) {
    throw new PublishedSheetError([
      {
        path: `/items/${row.ref}/cap`,
        code: 'cap_unreadable',
        messageZh: `“${row.cap}”：封顶读不懂，请写成“每年最多3分”或“每月最多1次”。`,
        messageEn: `“${row.cap}”: this cap cannot be read; write it as “每年最多3分” or “每月最多1次”.`,
      },
    ])
  }
  const amount = match[2] ?? ''
  return [
    match[3] === '次'
      ? { scope: 'person', of: 'item', window, atMostCount: Number(amount) }
      : { scope: 'person', of: 'item', window, atMostHundredths: decimalHundredths(amount) },
  ]
}

function decimalHundredths(amount: string): number {
  const [whole = '0', part = ''] = amount.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

function readVerifier(
  words: string,
  kind: RuleItem['kind'],
): { roles: VerifierRole[]; evidence: EvidenceKind[] } {
  const found = verifierTerms.filter(({ pattern }) => pattern.test(words))
  const roles = new Set(found.flatMap(({ role }) => (role === undefined ? [] : [role])))
  const evidence = new Set(found.flatMap((term) => term.evidence ?? []))
  // A sheet that names neither leaves both to the committee, which records its decision.
  if (roles.size === 0) roles.add('committee')
  if (evidence.size === 0 || kind === 'deduction') evidence.add('decision')
  return { roles: [...roles], evidence: [...evidence] }
}

function describeVerifier(roles: VerifierRole[], evidence: EvidenceKind[]): string {
  const who = roles.map((role) => roleNamesEn[role]).join(', ')
  return `Confirmed by ${who}; on ${evidence.map((kind) => evidenceNamesEn[kind]).join(', ')}`
}

function stagesFor(kind: RuleItem['kind'], caps: Cap[], mechanisms: Mechanisms): StageSpec[] {
  const stages: StageSpec[] = [{ stage: 'base' }]
  if (kind === 'deduction' && mechanisms.repeatPermille !== null) {
    stages.push({ stage: 'repeat', factorPermille: mechanisms.repeatPermille })
  }
  stages.push({ stage: 'only_highest' })
  if (caps.length > 0) stages.push({ stage: 'cap' })
  return stages
}

function toGood(row: PublishedRow): RuleGood {
  const stock = /initial stock (\d+)/.exec(row.note ?? '')?.[1]
  return {
    ref: row.ref,
    category: row.category,
    name: { zh: row.itemZh, en: row.itemEn.replace(/^Redeem:\s*/, '') },
    unit: { zh: row.unit, en: unitTerms[row.unit]?.en ?? row.unit },
    verifier: { zh: row.verifier, en: describeVerifier(['committee'], ['decision']) },
    costHundredths: row.pointsHundredths,
    ...(stock === undefined ? {} : { initialStock: Number(stock) }),
  }
}

function categoriesOf(rows: readonly PublishedRow[]): Category[] {
  const names = new Set(rows.map((row) => row.category))
  return [...names].map((zh) => ({ ref: zh, name: { zh, en: categoryNamesEn[zh] ?? zh } }))
}

function titleOf(village: string): Bilingual {
  const match = /^(.+?)\s*\((.+?)\)/.exec(village)
  return { zh: `${match?.[1] ?? village}积分细则`, en: `${match?.[2] ?? village} points sheet` }
}

function firstDayOf(inForce: string): CivilDay {
  return `${inForce}-01-01`.slice(0, 10)
}
