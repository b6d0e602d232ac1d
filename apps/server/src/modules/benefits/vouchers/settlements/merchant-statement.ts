import { createHash } from 'node:crypto'
import { canonicalJson } from '@azalea/text'

/** One redemption as the merchant's statement tells it: nothing of who bought. */
export interface StatementLine {
  readonly no: number
  /** `YYYY-MM-DDTHH:mm`, in the village's time. */
  readonly at: string
  readonly voucherName: string
  readonly amountFen: number
}

/** All that a merchant's sheet and table are made from, and nothing else. */
export interface MerchantStatement {
  readonly schema: 'azalea-merchant-statement/1'
  readonly settlement: string
  readonly villageName: string
  readonly merchantName: string
  readonly month: string
  /** Civil day. */
  readonly settledOn: string
  /** Of the payments by which it is paid. */
  readonly run: string
  readonly means: 'bank' | 'cash'
  readonly holderName: string
  readonly bankName: string
  /** Its last four digits; empty where it is paid in cash. */
  readonly accountEnds: string
  readonly lines: readonly StatementLine[]
}

export function statementBytes(statement: MerchantStatement): Buffer {
  const lines = statement.lines.map((line) => ({ ...line }))
  return Buffer.from(canonicalJson({ ...statement, lines }))
}

export const sha256 = (bytes: Uint8Array | string): Buffer =>
  createHash('sha256').update(bytes).digest()

/** @throws Error when the bytes are not those of the hash */
export function readStatementBytes(bytes: Buffer, hash: Buffer): MerchantStatement {
  if (!sha256(bytes).equals(hash)) throw new Error('a merchant’s statement is not what was settled')
  return JSON.parse(bytes.toString('utf8')) as MerchantStatement
}
