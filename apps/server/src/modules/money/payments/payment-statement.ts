import { createHash } from 'node:crypto'
import { canonicalJson } from '@azalea/text'

export type MeansName = 'bank' | 'cash'

/** One payment as the statement tells it: whom, where to, how much, what for. */
export interface StatementLine {
  readonly no: number
  /** The idempotency key: whoever is handed it twice pays once. */
  readonly key: string
  readonly payeeName: string
  /** Group and house, or nothing. */
  readonly place: string
  /** Empty where it is paid in cash. */
  readonly holderName: string
  readonly bankName: string
  readonly accountNumber: string
  readonly amountFen: number
  readonly reason: string
}

/** All that the file, the sheet and the table of a payment run are made from, and nothing else. */
export interface PaymentStatement {
  readonly schema: 'azalea-payments/1'
  readonly run: string
  readonly villageName: string
  readonly title: string
  readonly means: MeansName
  /** Civil day. */
  readonly orderedOn: string
  /** The run whose failed payments are ordered anew; null: none. */
  readonly corrects: string | null
  readonly lines: readonly StatementLine[]
}

export function statementBytes(statement: PaymentStatement): Buffer {
  const lines = statement.lines.map((line) => ({ ...line }))
  return Buffer.from(canonicalJson({ ...statement, lines }))
}

/** SHA-256, hexadecimal. */
export function statementHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** @throws Error when the bytes are not those whose hash the record tells */
export function readStatementBytes(bytes: Buffer, hash: Buffer): PaymentStatement {
  if (statementHash(bytes) !== hash.toString('hex'))
    throw new Error('a payment statement is not what its record tells')
  return JSON.parse(bytes.toString('utf8')) as PaymentStatement
}

export function totalOf(lines: readonly { readonly amountFen: number }[]): number {
  return lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
}
