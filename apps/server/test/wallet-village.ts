import type { SheetPolicies } from '@azalea/scoring'
import { decideConsent } from '../src/modules/community/index.ts'
import { householdOf, openAccount, sellerOf } from '../src/modules/ledger/index.ts'
import { adoptRuleSheet, announceClosing, closeWallets } from '../src/modules/scoring/index.ts'
import { auditOf } from './audited-log.ts'
import {
  actorOf,
  createScoringVillage,
  goodResolution,
  importSheet,
  lintAnswers,
  nextKey,
  testSheet,
} from './scoring-village.ts'
import { addPerson, createTestServer, VILLAGE, type TestPerson, type TestServer } from './server.ts'
import { TestLedger } from './test-ledger.ts'

/** A village whose wallets begin with 100 points, may be given away, and end their year by the sheet. */
export interface WalletVillage {
  readonly test: TestServer
  readonly ledger: TestLedger
  /** A household of one that has joined, and so has had its points to start with. */
  readonly joined: () => Promise<TestPerson>
  readonly walletOf: (person: TestPerson) => Promise<number>
  readonly adopt: (policies: Partial<SheetPolicies>, effectiveFrom: string) => Promise<void>
  readonly goTo: (day: string, time?: string) => void
  readonly announce: () => Promise<number>
  readonly close: () => Promise<number>
  /** What the auditor says of wallets. */
  readonly findings: () => Promise<string[]>
}

export const STARTS_WITH = 10_000

export async function createWalletVillage(wallet: SheetPolicies['wallet']): Promise<WalletVillage> {
  const test = await createTestServer()
  const ledger = new TestLedger(test)
  const own = {
    wallet,
    startingHundredths: STARTS_WITH,
    gifts: { atMostHundredthsPerMonth: 5000 },
  }
  const sheetOf = (policies: Partial<SheetPolicies>) =>
    testSheet((one) => ({ ...one, policies: { ...one.policies, ...own, ...policies } }))
  const { committee, secondMember } = await createScoringVillage(test, { sheet: sheetOf({}) })
  await ledger.act(async (tx) => openAccount(tx, sellerOf('shop')))
  const parts = { ...test.server, ...test }
  return {
    test,
    ledger,
    joined: async () => {
      const person = await addPerson(test, { joined: false })
      const { householdId } = person
      const input = { householdId, decision: 'join' } as const
      await decideConsent(test.server, actorOf(person), nextKey(), input)
      return person
    },
    walletOf: ({ householdId }) => ledger.balance(householdOf('wallet', householdId)),
    adopt: async (policies, effectiveFrom) => {
      await adoptRuleSheet(test.server, actorOf(secondMember, 'committee'), nextKey(), {
        ruleSheetId: await importSheet(test, committee, sheetOf(policies)),
        effectiveFrom,
        resolution: goodResolution,
        lintAnswers,
      })
    },
    goTo: (day, time = '08:00') => test.clock.set(new Date(`${day}T${time}:00+08:00`)),
    announce: () => announceClosing(parts, VILLAGE),
    close: () => closeWallets(parts, VILLAGE),
    findings: async () => {
      const { findings } = await auditOf(test.database, VILLAGE, test.clock.now())
      return findings
        .filter(({ code }) => ['wallet_wrong', 'unknown_kind', 'entry_unreadable'].includes(code))
        .map(({ detail }) => detail)
    },
  }
}
