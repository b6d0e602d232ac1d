import { writeXlsx } from 'hucre/xlsx'
import { totalOf, type PaymentStatement } from './payment-statement.ts'

const headings = [
  '序号 No',
  '组别户号 Place',
  '姓名 Name',
  '户名 Holder',
  '开户行 Bank',
  '账号 Account',
  '金额（元） Yuan',
  '事由 For',
  '付款号 Key',
]
const AMOUNT = 6
const wide = new Set([5, 7, 8])

/** A payment statement as a table, from its snapshot alone. */
export async function writeStatementTable(statement: PaymentStatement): Promise<Buffer> {
  const { title, villageName, orderedOn, lines } = statement
  const rows = [
    [`${villageName} ${title} ${orderedOn}`],
    headings,
    ...lines.map((line) => [
      line.no,
      line.place,
      line.payeeName,
      line.holderName,
      line.bankName,
      line.accountNumber,
      line.amountFen / 100,
      line.reason,
      line.key,
    ]),
    ['合计 Total', '', '', '', '', '', totalOf(lines) / 100, '', ''],
  ]
  const columns = headings.map((_, at) => ({
    width: wide.has(at) ? 30 : 14,
    ...(at === AMOUNT && { numFmt: '0.00' }),
  }))
  const bytes = await writeXlsx({
    sheets: [{ name: '付款单', columns, rows, freezePane: { rows: 2 } }],
    // The same snapshot is the same file, whenever it is asked for.
    properties: {
      created: new Date(`${orderedOn}T00:00:00Z`),
      modified: new Date(`${orderedOn}T00:00:00Z`),
    },
  })
  return Buffer.from(bytes)
}
