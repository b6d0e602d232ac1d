import {
  fromPublishedSheet,
  parseRuleSheet,
  PublishedSheetError,
  type ParsedRuleSheet,
  type SheetPolicies,
  type SheetProblem,
} from '@azalea/scoring'
import type { CellValue } from 'hucre/xlsx'
import {
  cellNumber,
  cellText,
  tableOf,
  type TableRow,
} from '../../../platform/parse-apart/workbook-table.ts'
import {
  worksheetNames,
  type GoodColumn,
  type ItemColumn,
  type NoteName,
} from './workbook-layout.ts'
import { cellObject, problemAt } from './sheet-cell.ts'

const DEFAULT_NOTICE_DAYS = 7

const defaultPolicies: SheetPolicies = {
  wallet: { kind: 'keep' },
  startingHundredths: 0,
  onlyHighest: 'same_deed',
  objectionAnswerWorkingDays: 7,
  withdrawalWorkingDays: 3,
}

type Worksheet = { readonly name: string; readonly rows: readonly (readonly CellValue[])[] }

/** Reads a rule sheet from a workbook in the layout of workbook-layout.ts. */
export function readWorkbook(
  { sheets }: { readonly sheets: readonly Worksheet[] },
  defaults: { readonly villageId: string; readonly effectiveFrom: string },
): ParsedRuleSheet {
  const first = sheets.find(({ name }) => name === worksheetNames.items) ?? sheets[0]
  const rows = first && tableOf<ItemColumn>(first, ['编号', '类别', '事项', '分值'])
  if (!rows)
    return failed([
      problemAt(
        worksheetNames.items,
        'heading_missing',
        '没有找到表头（编号、类别、事项、分值……），请按模板填写。',
        'No heading (编号, 类别, 事项, 分值 …) was found; please use the template.',
      ),
    ])
  const problems: SheetProblem[] = []
  const notes = notesOf(sheets.find(({ name }) => name === worksheetNames.notes))
  const items = itemsOf(rows, defaults.villageId, problems)
  const goods = goodsOf(
    sheets.find(({ name }) => name === worksheetNames.goods),
    problems,
  )
  const policies = jsonNote(notes, '总则（JSON）', problems) ?? defaultPolicies
  const categories = jsonNote(notes, '类别（JSON）', problems) ?? []
  if (problems.length > 0) return failed(problems)
  const titleZh = notes.get('标题') ?? '积分细则'
  const parsed = parseRuleSheet({
    schema: 'azalea-rule-sheet/1',
    villageId: defaults.villageId,
    title: { zh: titleZh, en: notes.get('标题（英文）') || titleZh },
    effectiveFrom: notes.get('施行日期') ?? defaults.effectiveFrom,
    account: 'household',
    policies,
    categories: withMissing(categories, [...items.map(({ item }) => item), ...goods]),
    items: items.map(({ item }) => item),
    goods,
    sourceNote: notes.get('来源') ?? '村里导入的表格',
  })
  return parsed.ok ? parsed : failed(parsed.problems.map((problem) => inItemRow(problem, items)))
}

type Entry = Record<string, unknown>

/** An item with the row it stands in. */
interface PlacedItem {
  readonly rowNo: number
  readonly item: Entry
}

function itemsOf(
  rows: readonly TableRow<ItemColumn>[],
  villageId: string,
  problems: SheetProblem[],
): PlacedItem[] {
  const isPlain = (row: TableRow<ItemColumn>) => row.text('完整规则') === ''
  // A merged cell holds its text in the first of its rows only.
  const categories = fillDown(rows.map((row) => row.text('类别')))
  const byRow = new Map(rows.map((row, index) => [row, categories[index] ?? '']))
  const categoryOf = (row: TableRow<ItemColumn>) => byRow.get(row) ?? ''
  const plain = plainItems(rows.filter(isPlain), categoryOf, villageId, problems)
  return rows.flatMap((row): PlacedItem[] => {
    // Rows of one item in bands are read together; the item stands where its first row stood.
    const item = isPlain(row)
      ? plain.get(row.text('编号'))
      : fullItem(row, categoryOf(row), problems)
    return item ? [{ rowNo: row.rowNo, item }] : []
  })
}

function fillDown(texts: readonly string[]): string[] {
  const filled: string[] = []
  for (const text of texts) filled.push(text || (filled.at(-1) ?? ''))
  return filled
}

/** Rows in plain words, read as villages publish them; the items by their ref. */
function plainItems(
  rows: readonly TableRow<ItemColumn>[],
  categoryOf: (row: TableRow<ItemColumn>) => string,
  villageId: string,
  problems: SheetProblem[],
): Map<string, Entry> {
  const noticeDays = new Map<string, number | null>()
  const published = rows.map((row) => {
    const points = pointsOf(row, '分值', problems) ?? 1
    noticeDays.set(row.text('编号'), noticeDaysOf(row, problems))
    return {
      ref: row.text('编号'),
      category: categoryOf(row),
      itemZh: row.text('事项'),
      itemEn: row.text('事项（英文）') || row.text('事项'),
      points,
      unit: row.text('单位') || '次',
      verifier: row.text('核验方式') || '村里确认',
      ...(row.text('封顶') === '' ? {} : { cap: row.text('封顶') }),
    }
  })
  if (published.length === 0) return new Map()
  try {
    const sheet = fromPublishedSheet(
      { village: '导入', inForce: '2000', source: '导入', items: published },
      { villageId },
    )
    return new Map(
      sheet.items.map((item) => [
        item.ref,
        { ...item, noticeDays: noticeDays.get(item.ref) ?? DEFAULT_NOTICE_DAYS },
      ]),
    )
  } catch (error) {
    if (!(error instanceof PublishedSheetError)) throw error
    problems.push(...error.problems.map((problem) => inPublishedRow(problem, rows)))
    return new Map()
  }
}

/** A row with its whole rule as JSON, over which the plain columns win. */
function fullItem(
  row: TableRow<ItemColumn>,
  category: string,
  problems: SheetProblem[],
): Entry | null {
  const rule = cellObject(row.text('完整规则'), row.at('完整规则'), problems)
  const noticeDays = noticeDaysOf(row, problems)
  if (rule === null || noticeDays === null) return null
  if (row.text('封顶') !== '') {
    problems.push(
      problemAt(
        row.at('封顶'),
        'cap_twice',
        '填了“完整规则”的行，封顶写在完整规则里，这里请留空。',
        'A row with 完整规则 states its caps there; leave this cell empty.',
      ),
    )
    return null
  }
  const base = baseOf(rule['base'], row, problems)
  if (base === null) return null
  return {
    ...rule,
    ref: row.text('编号'),
    category,
    name: { zh: row.text('事项'), en: row.text('事项（英文）') || row.text('事项') },
    ...base,
    unit: withChinese(rule['unit'], row.text('单位')),
    verifier: withChinese(rule['verifier'], row.text('核验方式')),
    noticeDays,
  }
}

function baseOf(base: unknown, row: TableRow<ItemColumn>, problems: SheetProblem[]): Entry | null {
  const isBands = typeof base === 'object' && base !== null && 'bands' in base
  if (isBands && row.text('分值') === '') return {}
  if (isBands) {
    problems.push(
      problemAt(
        row.at('分值'),
        'points_of_bands',
        '按档计分的事项，分值写在完整规则里，这里请留空。',
        'An item in bands states its points in 完整规则; leave this cell empty.',
      ),
    )
    return null
  }
  const points = pointsOf(row, '分值', problems)
  if (points === null) return null
  return {
    kind: points < 0 ? 'deduction' : 'merit',
    base: { ...(base as object), pointsHundredths: Math.abs(Math.round(points * 100)) },
  }
}

function goodsOf(worksheet: Worksheet | undefined, problems: SheetProblem[]): Entry[] {
  const rows = worksheet && tableOf<GoodColumn>(worksheet, ['编号', '类别', '物品', '所需分值'])
  return (rows ?? []).flatMap((row): Entry[] => {
    const rule =
      row.text('完整规则') === ''
        ? {}
        : cellObject(row.text('完整规则'), row.at('完整规则'), problems)
    const cost = pointsOf(row, '所需分值', problems)
    if (rule === null || cost === null) return []
    return [
      {
        ...rule,
        ref: row.text('编号'),
        category: row.text('类别'),
        name: { zh: row.text('物品'), en: row.text('物品（英文）') || row.text('物品') },
        unit: withChinese(rule['unit'], row.text('单位') || '份'),
        verifier: withChinese(rule['verifier'], row.text('核验方式') || '村里确认'),
        costHundredths: Math.round(cost * 100),
      },
    ]
  })
}

/** Points with at most two decimals. */
function pointsOf<Column extends string>(
  row: TableRow<Column>,
  column: Column,
  problems: SheetProblem[],
): number | null {
  const points = cellNumber(row.text(column))
  if (points !== null && points !== 0 && Math.round(points * 100) / 100 === points) return points
  problems.push(
    problemAt(
      row.at(column),
      'bad_points',
      '“分值”要写不等于零的数字，最多两位小数。',
      '分值 (points): write a number other than zero, with two decimals at most.',
    ),
  )
  return null
}

function noticeDaysOf(row: TableRow<ItemColumn>, problems: SheetProblem[]): number | null {
  const text = row.text('公示天数')
  const days = text === '' ? DEFAULT_NOTICE_DAYS : cellNumber(text)
  if (days !== null && Number.isInteger(days)) return days
  problems.push(
    problemAt(
      row.at('公示天数'),
      'bad_days',
      '“公示天数”要写整数。',
      '公示天数 (days on notice): write a whole number.',
    ),
  )
  return null
}

function withChinese(bilingual: unknown, zh: string): Entry {
  const known = typeof bilingual === 'object' && bilingual !== null ? bilingual : { zh, en: zh }
  return zh === '' ? { ...known } : { ...known, zh }
}

function notesOf(worksheet: Worksheet | undefined): Map<NoteName, string> {
  const pairs = (worksheet?.rows ?? []).map((row) => [cellText(row[0]), cellText(row[1])] as const)
  return new Map(pairs.filter(([, value]) => value !== '') as [NoteName, string][])
}

function jsonNote(
  notes: ReadonlyMap<NoteName, string>,
  name: NoteName,
  problems: SheetProblem[],
): unknown {
  const text = notes.get(name)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    const at = `${worksheetNames.notes}!${name}`
    problems.push(
      problemAt(
        at,
        'bad_json',
        `“${name}”的内容读不懂，请从下载的表格里原样抄回。`,
        `${name}: this cannot be read; copy it back from the spreadsheet that you downloaded.`,
      ),
    )
    return undefined
  }
}

/** The listed categories, and those that only rows name. */
function withMissing(categories: unknown, entries: readonly Entry[]): unknown {
  if (!Array.isArray(categories)) return categories
  const listed = new Set(categories.map((one: { ref?: unknown } | null) => one?.ref))
  const named = new Set(entries.map(({ category }) => category))
  const missing = [...named].filter((ref) => !listed.has(ref))
  return [
    ...(categories as unknown[]),
    ...missing.map((ref) => ({ ref, name: { zh: ref, en: ref } })),
  ]
}

/** A problem with the n-th item of the whole sheet, told with the row it came from. */
function inItemRow(problem: SheetProblem, items: readonly PlacedItem[]): SheetProblem {
  const match = /^\/items\/(\d+)(.*)$/.exec(problem.path)
  return inRow(problem, items[Number(match?.[1])]?.rowNo, match?.[2])
}

/** A problem with a published row, named by its number or by its ref. */
function inPublishedRow(
  problem: SheetProblem,
  rows: readonly TableRow<ItemColumn>[],
): SheetProblem {
  const match = /^\/items\/([^/]+)(.*)$/.exec(problem.path)
  const name = match?.[1] ?? ''
  const row = rows.find((one) => one.text('编号') === name) ?? rows[Number(name)]
  return inRow(problem, row?.rowNo, match?.[2])
}

function inRow(problem: SheetProblem, rowNo: number | undefined, rest = ''): SheetProblem {
  return rowNo === undefined
    ? problem
    : { ...problem, path: `${worksheetNames.items}!${rowNo}${rest}` }
}

function failed(problems: SheetProblem[]): ParsedRuleSheet {
  return { ok: false, problems }
}
