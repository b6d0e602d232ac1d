import { canonicalJson } from '@azalea/text'
import { createHash } from 'node:crypto'
import type { HarvestGrade, PriceUnit } from '@azalea/produce-rules'

/** All that a grower's sheet is made from, and nothing else. */
export interface GrowerStatement {
  readonly schema: 'azalea-grower-statement/1'
  readonly settlement: string
  readonly villageName: string
  readonly roundTitle: string
  readonly roundTitleEn: string
  readonly growerName: string
  readonly place: string
  readonly no: number
  /** Civil day. */
  readonly settledOn: string
  readonly unit: PriceUnit
  readonly lines: readonly {
    readonly no: number
    /** `YYYY-MM-DDTHH:mm`, in the village's time. */
    readonly at: string
    readonly lotNumber: string
    readonly grade: HarvestGrade
    readonly netGrams: number
    readonly fen: number
    readonly amountFen: number
  }[]
  readonly deductions: readonly {
    readonly nameZh: string
    readonly nameEn: string
    readonly amountFen: number
  }[]
  /** What the round is worth by now, after deductions. */
  readonly roundFen: number
  /** Of it, what earlier statements told. */
  readonly settledFen: number
  /** What earlier statements gave too much, at most zero. */
  readonly carriedFen: number
  readonly paidFen: number
  /** Of the payments by which it is paid; empty where nothing is. */
  readonly run: string
  readonly means: 'bank' | 'cash' | 'nothing'
  /** Last four digits of the account. */
  readonly accountEnds: string
}

export function statementBytes(statement: GrowerStatement): Buffer {
  const lines = statement.lines.map((line) => ({ ...line }))
  const deductions = statement.deductions.map((line) => ({ ...line }))
  return Buffer.from(canonicalJson({ ...statement, lines, deductions }))
}

export const sha256 = (bytes: Uint8Array | string): Buffer =>
  createHash('sha256').update(bytes).digest()

/** @throws Error when the bytes are not those of the hash */
export function readStatementBytes(bytes: Buffer, hash: Buffer): GrowerStatement {
  if (!sha256(bytes).equals(hash)) throw new Error('a grower’s statement is not what was settled')
  return JSON.parse(bytes.toString('utf8')) as GrowerStatement
}
