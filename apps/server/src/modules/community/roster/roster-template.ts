import { writeXlsx } from 'hucre/xlsx'

const columns = [
  { label: '组别', width: 10, note: '第几组，或自然村的名字。同组的人可以只填第一行。' },
  { label: '户号', width: 10, note: '门牌号，全村不重复。同一户的人可以只填第一行。' },
  { label: '姓名', width: 12, note: '必填。' },
  { label: '与户主关系', width: 12, note: '户主那一行填“户主”。' },
  { label: '手机号', width: 16, note: '11 位。用它登录，一个号码只给一个人；没有就空着。' },
  { label: '身份证号', width: 24, note: '18 位，按文本填写。只保存后四位，可以不填。' },
  { label: '出生年月', width: 12, note: '例如 1962.3。只保存年份，可以不填。' },
] as const

const TEXT_ROWS = 2_000

/** An empty roster to fill in, as .xlsx: all its cells are text, so that no identity number is rounded. */
export async function buildRosterTemplate(): Promise<Buffer> {
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
        rows: [['列', '说明'], ...columns.map(({ label, note }) => [label, note])],
      },
    ],
  })
  return Buffer.from(bytes)
}
