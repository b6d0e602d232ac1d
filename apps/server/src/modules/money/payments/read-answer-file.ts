import { parse } from 'csv-parse/sync'
import { cleanLine, fits } from '@azalea/text'
import { yuanText } from '@azalea/scoring/sharing'
import { refuse } from '../refusals.ts'
import { checkOf } from './payment-file.ts'

/** What the bank says of one payment. */
export interface AnswerLine {
  readonly no: number
  readonly key: string
  readonly isPaid: boolean
  readonly amountFen: number
  /** Empty where it was paid. */
  readonly reason: string
}

export interface AnswerFile {
  readonly run: string
  readonly lines: readonly AnswerLine[]
}

const HEAD = ['no', 'key', 'result', 'amount_yuan', 'reason']
const MOST_LINES = 30_000
const MOST_REASON = 100

/**
 * Reads a bank's answer whole, or not at all; the format: docs/design/payment-files.md.
 * @throws Refusal 'answer_unreadable', 'answer_check_wrong', 'answer_total_wrong'
 */
export function readAnswerFile(file: Buffer): AnswerFile {
  const text = decode(file)
  const rows = rowsOf(text)
  const bodyEnds = text.lastIndexOf('check,')
  const [word, check] = rows.at(-1) ?? []
  if (word !== 'check' || bodyEnds < 0) throw unreadable(rows.length, '没有校验码', 'has no check')
  if (check !== checkOf(text.slice(0, bodyEnds))) throw refuse('answer_check_wrong')
  expectCells(rows, 0, ['format', 'azalea-payment-answer/1'])
  const run = valueOf(rows, 1, 'run')
  expectCells(rows, 2, HEAD)
  if (rows.length === 6) throw unreadable(4, '没有一笔付款', 'is about no payment')
  const lines = rows.slice(3, -3).map((row, at) => lineOf(row, at + 4))
  const paid = lines.filter(({ isPaid }) => isPaid)
  checkTotals(
    `${numberOf(rows, rows.length - 3, 'count')} / ${numberOf(rows, rows.length - 2, 'paid_yuan')}`,
    `${lines.length} / ${yuanText(paid.reduce((sum, { amountFen }) => sum + amountFen, 0))}`,
  )
  return { run, lines }
}

function decode(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    throw unreadable(1, '不是 UTF-8 文字', 'is no UTF-8 text')
  }
}

function rowsOf(text: string): string[][] {
  try {
    const rows = parse(text, { relaxColumnCount: true, skipEmptyLines: true, to: MOST_LINES + 6 })
    if (rows.length >= 6 && rows.length < MOST_LINES + 6) return rows
  } catch {
    // Told below, as any file that is none.
  }
  throw unreadable(1, '不是这种表格', 'is no such table')
}

function lineOf(row: readonly string[], at: number): AnswerLine {
  const [no = '', key = '', result = '', amount = '', written = ''] = row
  if (row.length !== HEAD.length) throw unreadable(at, '的格数不对', 'has another number of cells')
  if (!/^[1-9]\d{0,5}$/.test(no)) throw unreadable(at, '没有序号', 'has no number')
  if (result !== 'paid' && result !== 'failed')
    throw unreadable(at, '没说付没付成', 'does not say whether it was paid')
  if (!/^\d{1,10}\.\d{2}$/.test(amount)) throw unreadable(at, '没有金额', 'has no amount')
  const isPaid = result === 'paid'
  const reason = cleanLine(written)
  if (isPaid && reason !== '')
    throw unreadable(
      at,
      '说付成了，又写了没付成的原因',
      'says that it was paid, and why it was not',
    )
  if (!isPaid && reason === '')
    throw unreadable(at, '没说为什么没付成', 'does not say why it failed')
  if (!fits(reason, MOST_REASON))
    throw unreadable(
      at,
      `的原因太长，最多 ${MOST_REASON} 个字`,
      `gives a reason of more than ${MOST_REASON} characters`,
    )
  const [yuan = '', fen = ''] = amount.split('.')
  return { no: Number(no), key, isPaid, amountFen: Number(yuan) * 100 + Number(fen), reason }
}

function expectCells(
  rows: readonly (readonly string[])[],
  at: number,
  cells: readonly string[],
): void {
  if (rows[at]?.join(',') !== cells.join(','))
    throw unreadable(at + 1, `不是“${cells.join(',')}”`, `is not “${cells.join(',')}”`)
}

function valueOf(rows: readonly (readonly string[])[], at: number, word: string): string {
  const [first, value, ...more] = rows[at] ?? []
  if (first !== word || value === undefined || more.length > 0)
    throw unreadable(at + 1, `不是“${word}”`, `is not “${word}”`)
  return value
}

function numberOf(rows: readonly (readonly string[])[], at: number, word: string): string {
  const value = valueOf(rows, at, word)
  if (!/^\d{1,13}(\.\d{2})?$/.test(value)) throw unreadable(at + 1, '不是数', 'is no number')
  return value
}

function checkTotals(told: string, sum: string): void {
  if (told !== sum) throw refuse('answer_total_wrong', { told, sum })
}

function unreadable(line: number, zh: string, en: string) {
  return refuse('answer_unreadable', { line, zh, en })
}
