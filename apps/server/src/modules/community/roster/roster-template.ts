import { writeXlsx } from 'hucre/xlsx'
import type { HouseNumbering } from '../founding/village.store.ts'

interface Column {
  readonly label: string
  readonly width: number
  readonly zh: string
  readonly en: string
}

const doorNotes = {
  village: {
    zh: '门牌号，全村不重复。同一户的人可以只填第一行。',
    en: 'The house number, once in the village. People of one household may leave it out after the first row.',
  },
  group: {
    zh: '门牌号，同一组里不重复。同一户的人可以只填第一行。',
    en: 'The house number, once in its group. People of one household may leave it out after the first row.',
  },
}

const columnsOf = (numbering: HouseNumbering): readonly Column[] => [
  {
    label: '组别',
    width: 10,
    zh: '第几组，或自然村的名字。同组的人可以只填第一行。',
    en: 'The number of the group, or the hamlet’s name. People of one group may leave it out after the first row.',
  },
  { label: '户号', width: 10, ...doorNotes[numbering] },
  { label: '姓名', width: 12, zh: '必填。', en: 'Needed.' },
  {
    label: '与户主关系',
    width: 12,
    zh: '户主那一行填“户主”。',
    en: '户主 in the row of the head of the household.',
  },
  {
    label: '手机号',
    width: 16,
    zh: '11 位。用它登录，一个号码只给一个人；没有就空着。',
    en: 'Eleven digits, for signing in; one number for one person. Empty for who has none.',
  },
  {
    label: '身份证号',
    width: 24,
    zh: '18 位，按文本填写。只保存后四位，可以不填。',
    en: '18 characters, as text. Only the last four are kept; may be empty.',
  },
  {
    label: '出生年月',
    width: 12,
    zh: '例如 1962.3。只保存年份，可以不填。',
    en: 'Such as 1962.3. Only the year is kept; may be empty.',
  },
]

const TEXT_ROWS = 2_000

/** An empty roster to fill in, as .xlsx: all its cells are text, so that no identity number is rounded. */
export async function buildRosterTemplate(numbering: HouseNumbering): Promise<Buffer> {
  const columns = columnsOf(numbering)
  const textCells = new Map(
    Array.from({ length: TEXT_ROWS }, (_, row) =>
      columns.map(
        (_column, column) => [`${row + 1},${column}`, { style: { numFmt: '@' } }] as const,
      ),
    ).flat(),
  )
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '名册',
        columns: columns.map(({ label, width }) => ({ header: label, key: label, width })),
        rows: [columns.map(({ label }) => label)],
        cells: textCells,
        freezePane: { rows: 1 },
      },
      {
        name: '填写说明',
        rows: [
          ['列', '说明', 'What it is'],
          ...columns.map(({ label, zh, en }) => [label, zh, en]),
        ],
      },
    ],
  })
  return Buffer.from(bytes)
}
