import { canonicalJson } from '@azalea/text'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AuditError } from '../../audit/src/errors.ts'
import type { LogSource } from '../../audit/src/log-source.ts'
import { sha256Text } from '../../audit/src/suite.ts'
import { MadeLog, operatorOf } from '../../audit/test/made-log.ts'
import { checkConsistency } from '../src/check-consistency.ts'
import { auditSource } from './audited-log.ts'
import { playSpentYear, type LoggedEntry, type SpentYear } from './spent-year-village.ts'

let year: SpentYear
beforeAll(async () => {
  year = await playSpentYear()
}, 120_000)
afterAll(() => year.close())

/** What somebody who runs the log tells otherwise than it was, of the first entry of a kind. */
interface Tampering {
  readonly kind: string
  readonly field: string
  /** What stands there instead; of a document, its other text. */
  readonly to: (told: never) => unknown
  readonly isDocument?: true
}

const sha256 = (text: string) => sha256Text(text, 'hex')

/** The same log signed anew by whoever runs it: everything fits but what was changed. */
async function signedAnew(tampering: Tampering | null): Promise<LogSource> {
  const files = new Map<string, Uint8Array>()
  const log = new MadeLog((path, bytes) => files.set(path, bytes), year.origin)
  let left = tampering
  for (const text of year.leaves) {
    const entry = JSON.parse(text) as LoggedEntry
    if (left?.kind !== entry.kind) {
      log.append(text)
      continue
    }
    const { field, to, isDocument } = left
    const told = entry.public[field]
    const given = isDocument ? await readDocument(told as string) : told
    const other = to(given as never)
    if (isDocument) files.set(`document/${sha256(other as string)}`, Buffer.from(other as string))
    const value = isDocument ? sha256(other as string) : other
    const fields = { ...entry.public, [field]: value } as Record<string, string>
    expect(fields).not.toEqual(entry.public)
    log.append(canonicalJson({ ...entry, public: fields }))
    left = null
  }
  expect(left).toBeNull()
  await log.publish()
  return {
    read: async (path) => {
      const bytes = files.get(path)
      if (bytes !== undefined) return bytes
      if (path.startsWith('document/')) return year.source.read(path)
      throw new AuditError('not_found', `${path} is not there`)
    },
  }
}

async function readDocument(hash: string): Promise<string> {
  return new TextDecoder().decode(await year.source.read(`document/${hash}`))
}

async function found(tampering: Tampering | null): Promise<string[]> {
  const { policy } = operatorOf(year.origin)
  const { findings } = await auditSource(await signedAnew(tampering), policy)
  return findings.map(({ code, detail }) => `${code}: ${detail}`)
}

it('finds nothing where nothing was changed', async () => {
  expect(await found(null)).toEqual([])
})

const tamperings: [string, Tampering, RegExp][] = [
  [
    'a rule of order that the vote did not carry',
    {
      kind: 'order-rule.adopted',
      field: 'resolution',
      to: (vote: object) => ({ ...vote, for: 1 }),
    },
    /^queue_wrong: its vote does not hold: /,
  ],
  [
    'a rule sheet that the vote did not carry',
    {
      kind: 'rule-sheet.adopted',
      field: 'resolution',
      to: (vote: object) => ({ ...vote, present: 1 }),
    },
    /^sheet_wrong: its vote does not hold: /,
  ],
  [
    'honour in a queue that no statement tells',
    {
      kind: 'queue.announced',
      field: 'queue',
      isDocument: true,
      to: (text: string) => text.replace('"honourHundredths":0', '"honourHundredths":99900'),
    },
    /^queue_wrong: .* has 0 of honour, not 99900$/,
  ],
  [
    'a claim of more than stood there',
    {
      kind: 'queue.announced',
      field: 'queue',
      isDocument: true,
      to: (text: string) => text.replace('"wantedQuantity":50000', '"wantedQuantity":60000'),
    },
    /^queue_wrong: .* claims more than one may$/,
  ],
  [
    'two places for one household where households claim',
    {
      kind: 'queue.announced',
      field: 'accounts',
      isDocument: true,
      to: (text: string) => {
        const [first = '', second = ''] = [...text.matchAll(/"household":"([^"]+)"/g)].map(
          ([, household]) => household ?? '',
        )
        return text.replace(second, first)
      },
    },
    /^queue_wrong: a household claims more than once, and the offer is not for persons$/,
  ],
  [
    'the supply of a queue',
    {
      kind: 'queue.announced',
      field: 'queue',
      isDocument: true,
      to: (text: string) => text.replace('"supplyQuantity":100000', '"supplyQuantity":90000'),
    },
    /^queue_wrong: the offer tells of 100000, not 90000$/,
  ],
  [
    'another order',
    { kind: 'queue.drawn', field: 'result', to: () => sha256('mine first') },
    /^queue_wrong: queue and checkpoint lead to another order$/,
  ],
  [
    'more than was called for',
    { kind: 'turn.ended', field: 'takenQuantity', to: () => 50_001 },
    /^queue_wrong: 50001 was not to be taken$/,
  ],
  [
    'the rest kept back from whoever comes next',
    { kind: 'turn.ended', field: 'passedOn', to: () => sha256('nobody') },
    /^queue_wrong: the rest goes to others by the rule$/,
  ],
  [
    'more left of an allocation than was',
    { kind: 'queue.settled', field: 'leftQuantity', to: (left: number) => left + 1_000 },
    /^queue_wrong: \d+ was taken and \d+ left$/,
  ],
  [
    'other shares of a year-end share-out',
    { kind: 'year-end.shared', field: 'shares', to: () => sha256('mine first') },
    /^year_end_wrong: the shares are not those that the points give$/,
  ],
  [
    'a larger pool',
    { kind: 'year-end.shared', field: 'poolFen', to: () => 10_001 },
    /^budget_wrong: that makes 10001 fen of 10000$/,
  ],
  [
    'a smaller budget than was spent',
    { kind: 'budget.opened', field: 'mostFen', to: () => 999 },
    /^budget_wrong: that makes 1000 fen of 999$/,
  ],
  [
    'a budget that closed with less than it had paid',
    { kind: 'budget.closed', field: 'spentFen', to: () => 900 },
    /^budget_wrong: 1000 fen were spent before, it says 900$/,
  ],
  [
    'more paid than was ordered',
    { kind: 'payment-run.settled', field: 'paidFen', to: (fen: number) => fen + 1 },
    /^payments_wrong: so much cannot end of what is left: 1000 fen, payments: 2$/,
  ],
  [
    'fewer pieces than were fetched',
    { kind: 'shop.lot-entered', field: 'quantity', to: () => 0 },
    /^shop_wrong: pieces: 0, purchases: 1$/,
  ],
  [
    'more pieces missing than there were',
    { kind: 'shop.stock-corrected', field: 'quantity', to: () => -3 },
    /^shop_wrong: pieces: 0, purchases: 1$/,
  ],
  [
    'something fetched that nobody had reserved',
    { kind: 'shop.redeemed', field: 'purchase', to: () => 'x'.repeat(22) },
    /^shop_wrong: no purchase x{22} is reserved$/,
  ],
  [
    'less of what a household spent',
    { kind: 'wallet.counted', field: 'spentHundredths', to: (spent: number) => spent - 100 },
    /^wallet_wrong: household .*: it says \d+, it is \d+$/,
  ],
  [
    'a voucher that was never issued',
    { kind: 'voucher.issued', field: 'voucher', to: () => 'x'.repeat(22) },
    /^voucher_wrong: no voucher .* can be spent$/,
  ],
  [
    'more spent of a voucher than it is worth',
    { kind: 'voucher.spent', field: 'amountFen', to: (fen: number) => fen + 1 },
    /^voucher_wrong: .*: no kind of voucher lets 501 fen be spent so$/,
  ],
  [
    'a part of a voucher as the whole of it',
    { kind: 'voucher.spent', field: 'leaves', to: () => 'nothing' },
    /^voucher_wrong: .*: no kind of voucher lets 200 fen be spent so$/,
  ],
  [
    'a kind of voucher that was to be spent at once',
    { kind: 'voucher-kind.offered', field: 'spentBy', to: () => 'whole' },
    /^voucher_wrong: .*: no kind of voucher lets 200 fen be spent so$/,
  ],
  [
    'a kind of voucher paid of money that nobody voted',
    { kind: 'voucher-kind.offered', field: 'budget', to: () => 'x'.repeat(22) },
    /^voucher_wrong: no budget x{22} was opened$/,
  ],
  [
    'a kind withdrawn that nobody offered',
    { kind: 'voucher-kind.withdrawn', field: 'voucherKind', to: () => 'x'.repeat(22) },
    /^voucher_wrong: x{22} is not offered$/,
  ],
  [
    'the end of a voucher that nobody had',
    { kind: 'voucher.expired', field: 'voucher', to: () => 'x'.repeat(22) },
    /^voucher_wrong: no voucher x{22} can expire$/,
  ],
  [
    'more paid to merchants than was spent at them',
    { kind: 'voucher-month.settled', field: 'totalFen', to: (fen: number) => fen + 1 },
    /^voucher_wrong: vouchers spent in .*: 2 for 500 fen, it says 2 for 501$/,
  ],
  [
    'points spent in the daily statement',
    { kind: 'day.closed', field: 'spentHundredths', to: () => 100 },
    /^statement_wrong: spentHundredths: it says 100, the log holds 0$/,
  ],
]

it.each(tamperings)('names %s', async (_, tampering, finding) => {
  expect(await found(tampering)).toEqual(expect.arrayContaining([expect.stringMatching(finding)]))
})

it('has books that agree', async () => {
  expect(await checkConsistency(year.test)).toEqual([])
})

/** Numbers in the books that whoever owns the database makes others, and what is found before the server serves. */
it.each([
  ['offer', 'supply_quantity', 'queue_uneven'],
  ['offer', 'left_quantity', 'queue_uneven'],
  ['offer', 'floor_quantity', 'queue_uneven'],
  ['stock_lot', 'left_quantity', 'stock_not_even'],
  ['purchase_lot', 'quantity', 'purchase_not_even'],
  ['voucher', 'value_fen', 'voucher_not_even'],
  ['voucher_redemption', 'amount_fen', 'voucher_not_even'],
  ['voucher_settlement', 'total_fen', 'settlement_not_even'],
  ['voucher_statement', 'amount_fen', 'settlement_not_even'],
  ['budget_spending', 'amount_fen', 'fen are left, its account holds'],
  ['payment', 'amount_fen', 'fen wait'],
])('is noticed at the next start where %s.%s is another', async (table, column, finding) => {
  const change = (step: string) =>
    year.test.owner.query(`UPDATE ${table} SET ${column} = ${column} ${step}`)
  expect((await change('+ 1')).rowCount).toBeGreaterThan(0)
  expect(JSON.stringify(await checkConsistency(year.test))).toContain(finding)
  await change('- 1')
})
