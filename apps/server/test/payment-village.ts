import { createHash } from 'node:crypto'
import { orderPayments, spendForRuns, type OrderedPayment } from '../src/modules/money/index.ts'
import { checkBudgets } from '../src/modules/money/budgets/check-budgets.ts'
import { checkPayments } from '../src/modules/money/payments/check-payments.ts'
import { carried } from './benefits-village.ts'
import { TestLedger } from './test-ledger.ts'
import { done } from './participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'
import { upload } from './upload.ts'

const AMOUNTS = [12_345, 100_05, 3]
const yuan = (fen: number) => (fen / 100).toFixed(2)

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A line of a bank's answer: number, key, result, fen, reason. */
export type BankLine = readonly [number, string, string, number, string]

/** A bank's answer as it should be. */
export function answer(runId: string, lines: readonly BankLine[]): string {
  const paid = lines.filter(([, , result]) => result === 'paid')
  const body = [
    'format,azalea-payment-answer/1',
    `run,${runId}`,
    'no,key,result,amount_yuan,reason',
    ...lines.map(([no, key, result, fen, why]) => [no, key, result, yuan(fen), why].join(',')),
    `count,${lines.length}`,
    `paid_yuan,${yuan(paid.reduce((sum, [, , , fen]) => sum + fen, 0))}`,
    '',
  ].join('\r\n')
  return `${body}check,${sha256(body)}\r\n`
}

/** Three who are paid 123.45, 100.05 and 0.03 yuan, the last the cadre who pays. */
export class PaymentVillage {
  readonly test: TestServer
  readonly ledger: TestLedger
  readonly cadre: TestPerson
  readonly villagers: readonly TestPerson[]

  private constructor(test: TestServer, cadre: TestPerson, villagers: readonly TestPerson[]) {
    this.test = test
    this.ledger = new TestLedger(test)
    this.cadre = cadre
    this.villagers = villagers
  }

  static async create(): Promise<PaymentVillage> {
    const test = await createTestServer()
    const cadre = await addPerson(test, { roles: ['committee'] })
    const villagers = [await addPerson(test, { name: '陈,"芳' }), await addPerson(test), cadre]
    return new PaymentVillage(test, cadre, villagers)
  }

  async ordered(means: 'bank' | 'cash'): Promise<string> {
    const { test, ledger, cadre } = this
    const { budgetId } = await done(
      call(test, cadre, 'POST', '/api/budgets', {
        nameZh: '分红',
        mostFen: 30_000,
        resolution: { number: '2026-9', what: '年终分配', ...carried },
      }),
    )
    const runId = ledger.newId()
    const causeId = ledger.newId()
    const payments = this.villagers.map(({ name, householdId }, at): OrderedPayment => {
      const account = { holderName: name, bankName: '农商行', accountNumber: `62280000${at}` }
      return {
        payee: { kind: 'household', id: householdId },
        payeeName: name,
        place: '第1组 3号',
        account: means === 'bank' ? account : null,
        amountFen: AMOUNTS[at] ?? 0,
        reason: '年终分配，5 分',
        cause: { kind: 'test', id: causeId },
        attempt: 1,
      }
    })
    const totalFen = AMOUNTS.reduce((sum, amount) => sum + amount, 0)
    await ledger.act(async (tx) => {
      await spendForRuns(tx, { budgetId, spendingId: runId }, [{ runId, totalFen }])
      const title = { title: '年终分配', titleEn: 'Dividend' }
      const order = { runId, means, ...title, corrects: null, orderedBy: cadre.personId }
      await orderPayments(tx, test.server.secrets, { ...order, payments })
    })
    return runId
  }

  async fileOf(runId: string): Promise<string> {
    return (await call(this.test, this.cadre, 'GET', `/api/payment-runs/${runId}/file.csv`)).payload
  }

  view(runId: string) {
    return done(call(this.test, this.cadre, 'GET', `/api/payment-runs/${runId}`))
  }

  async keysOf(runId: string): Promise<string[]> {
    const file = await this.fileOf(runId)
    return [...file.matchAll(/^(\d+),([0-9a-f-]{36}),/gm)].map(([, , key]) => key ?? '')
  }

  send(runId: string, text: string | Buffer, by = this.cadre) {
    const url = `/api/payment-runs/${runId}/answer`
    return upload(this.test, by, url, Buffer.from(text))
  }

  /** What the checks of a start find. */
  checked(): Promise<string[]> {
    return this.ledger.read(async (db) => [
      ...(await checkBudgets(db, VILLAGE)),
      ...(await checkPayments(db, VILLAGE)),
    ])
  }
}
