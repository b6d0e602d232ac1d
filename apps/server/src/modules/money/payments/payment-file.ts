import { createHash } from 'node:crypto'
import { yuanText } from '@azalea/scoring/sharing'
import { totalOf, type PaymentStatement } from './payment-statement.ts'

/** Of both files: lines end so, and the check sum covers every byte before its own line. */
export const LINE_END = '\r\n'

/**
 * The format: docs/design/payment-files.md. It leaves the village: what is paid is named by the
 * statement's title alone, since a line's reason may tell a household's points.
 */
export function writePaymentFile({ run, villageName, title, lines }: PaymentStatement): Buffer {
  const rows = [
    ['format', 'azalea-payments/1'],
    ['run', run],
    ['village', villageName],
    ['no', 'key', 'holder', 'bank', 'account', 'amount_yuan', 'reason'],
    ...lines.map((line) => [
      String(line.no),
      line.key,
      line.holderName,
      line.bankName,
      line.accountNumber,
      yuanText(line.amountFen),
      title,
    ]),
    ['count', String(lines.length)],
    ['total_yuan', yuanText(totalOf(lines))],
  ]
  const body = rows.map((row) => row.map(cell).join(',') + LINE_END).join('')
  return Buffer.from(`${body}check,${checkOf(body)}${LINE_END}`)
}

/** SHA-256 of all that stands before the check's own line, hexadecimal. */
export function checkOf(body: string): string {
  return createHash('sha256').update(body).digest('hex')
}

/** RFC 4180; what a spreadsheet would take for a formula is kept a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
