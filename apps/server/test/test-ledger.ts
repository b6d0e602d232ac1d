import { systemActor } from '../src/platform/actor.ts'
import type { Db } from '../src/platform/database/database.ts'
import {
  checkLedger,
  householdOf,
  issuerOf,
  readBalance,
  transfer,
  type Account,
  type Unit,
} from '../src/modules/ledger/index.ts'
import type { Tx } from '../src/modules/record/index.ts'
import { VILLAGE, type TestServer } from './server.ts'

/** A village's ledger in a test: commands on it, and what stands in it. */
export class TestLedger {
  readonly #test: TestServer
  readonly villageId: string

  constructor(test: TestServer, villageId = VILLAGE) {
    this.#test = test
    this.villageId = villageId
  }

  newId(): string {
    return this.#test.server.newId()
  }

  act<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const actor = systemActor(this.villageId)
    return this.#test.server.act({ name: 'test', actor, key: this.newId(), input: null }, work)
  }

  read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.#test.database.inVillage(this.villageId, work)
  }

  balance(account: Account): Promise<number> {
    return this.read((db) => readBalance(db, this.villageId, account))
  }

  check() {
    return this.read((db) => checkLedger(db, this.villageId))
  }

  /** A household whose wallet (or honour) holds so much, given by the village. */
  async household(amount: number, unit: Unit = 'wallet'): Promise<string> {
    const householdId = this.newId()
    await this.act((tx) => give(tx, householdOf(unit, householdId), amount))
    return householdId
  }
}

/** Gives an account so much from the village's issuer, for a cause of its own. */
export async function give(tx: Tx, account: Account, amount: number): Promise<void> {
  const earnerId = account.ownerId
  await transfer(tx, { kind: 'test', id: tx.newId(), mayLeaveDebt: true }, [
    { account, amount, ...(account.ownerKind === 'household' && { earnerId }) },
    { account: issuerOf(account.unit), amount: -amount },
  ])
}

/** The code of the refusal, or 'done'. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: { code?: string }) => {
      if (error.code === undefined) throw error
      return error.code
    },
  )
}
