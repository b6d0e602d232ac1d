import { makeAccount } from '../src/pay-sandbox/sandbox-account.ts'
import { startPaySandbox, type PaySandbox } from '../src/pay-sandbox/sandbox-server.ts'
import { checkMarket } from '../src/modules/produce/market/check-market.ts'
import { followPayments } from '../src/modules/produce/market/index.ts'
import { ManualClock } from '../src/platform/clock.ts'
import { createWechatPay } from '../src/platform/wechat-pay/wechat-pay.ts'
import { createGrownVillage, type GrownVillage } from './inputs-village.ts'
import { seededRandomness } from './randomness.ts'
import { TEST_START, VILLAGE, type TestServer } from './server.ts'

const account = makeAccount()
const MINUTE = 60_000

/** A village whose customers pay: a provider that takes their money and tells the server of it. */
export class PayingVillage {
  readonly grown: GrownVillage
  readonly sandbox: PaySandbox
  readonly test: TestServer

  protected constructor({ grown, sandbox }: { grown: GrownVillage; sandbox: PaySandbox }) {
    this.grown = grown
    this.sandbox = sandbox
    this.test = grown.test
  }

  protected static async open(): Promise<{ grown: GrownVillage; sandbox: PaySandbox }> {
    let test: TestServer | null = null
    const clock = new ManualClock(TEST_START)
    const sandbox = await startPaySandbox({
      account,
      clock: { now: () => test?.clock.now() ?? clock.now() },
      pageUrl: () => 'http://localhost:8080/pay-sandbox',
      deliver: async (url, headers, body) => {
        const { statusCode, body: answer } = await (test as TestServer).http.inject({
          method: 'POST',
          url: new URL(url).pathname,
          headers,
          payload: body,
        })
        return { status: statusCode, body: answer }
      },
    })
    const randomness = seededRandomness('payments')
    const grown = await createGrownVillage(undefined, {
      payments: (own) => createWechatPay(sandbox.settings, { clock: own, randomness }),
    })
    test = grown.test
    return { grown, sandbox }
  }

  /** What the clock does, so many minutes later. */
  async minutesLater(minutes: number): Promise<void> {
    this.test.clock.set(new Date(this.test.clock.now().getTime() + minutes * MINUTE))
    await followPayments(this.test.server, VILLAGE)
  }

  /** What does not agree between orders and the ledger; always nothing. */
  findings() {
    return this.test.database.inVillage(VILLAGE, (db) => checkMarket(db, VILLAGE))
  }

  async close(): Promise<void> {
    await this.test.close()
    await this.sandbox.close()
  }
}
