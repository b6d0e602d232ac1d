import { writeXlsx } from 'hucre/xlsx'
import type { MerchantStatement } from './merchant-statement.ts'

const headings = ['序号 No', '时间 Time', '消费券 Voucher', '金额（元） Yuan']
const AMOUNT = 3

/** A merchant's statement as a table, from its snapshot alone. */
export async function writeMerchantTable(statement: MerchantStatement): Promise<Buffer> {
  const { villageName, merchantName, month, settledOn, lines } = statement
  const totalFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const rows = [
    [`${villageName} ${merchantName} ${month} 消费券对账单`],
    headings,
    ...lines.map(({ no, at, voucherName, amountFen }) => [
      no,
      at.replace('T', ' '),
      voucherName,
      amountFen / 100,
    ]),
    ['合计 Total', '', '', totalFen / 100],
  ]
  const columns = headings.map((_, at) => ({
    width: at === 0 ? 12 : 24,
    ...(at === AMOUNT && { numFmt: '0.00' }),
  }))
  // The same snapshot is the same file, whenever it is asked for.
  const made = new Date(`${settledOn}T00:00:00Z`)
  const bytes = await writeXlsx({
    sheets: [{ name: '对账单', columns, rows, freezePane: { rows: 2 } }],
    properties: { created: made, modified: made },
  })
  return Buffer.from(bytes)
}
