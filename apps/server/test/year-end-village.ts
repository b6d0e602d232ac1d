import { decideConsent } from '../src/modules/community/index.ts'
import { carried, nextMorning } from './benefits-village.ts'
import { done } from './participation-village.ts'
import { actorOf, createScoringVillage, nextKey, score, testSheet } from './scoring-village.ts'
import { addPerson, call, createTestServer, type TestPerson, type TestServer } from './server.ts'

/** Two of the committee; households with 0.5, 0.2 and no points; a budget of 100 yuan. */
export class YearEndVillage {
  readonly test: TestServer
  readonly proposer: TestPerson
  readonly second: TestPerson
  readonly high: TestPerson
  readonly low: TestPerson
  readonly none: TestPerson
  readonly budgetId: string

  private constructor(
    test: TestServer,
    [proposer, second]: readonly [TestPerson, TestPerson],
    [high, low, none]: readonly [TestPerson, TestPerson, TestPerson],
    budgetId: string,
  ) {
    this.test = test
    this.proposer = proposer
    this.second = second
    this.high = high
    this.low = low
    this.none = none
    this.budgetId = budgetId
  }

  static async create(sheet = testSheet()): Promise<YearEndVillage> {
    const test = await createTestServer()
    await createScoringVillage(test, { sheet })
    const proposer = await addPerson(test, { roles: ['committee'], joined: false })
    const second = await addPerson(test, { roles: ['committee'], joined: false })
    const people = [await joined(test), await joined(test), await joined(test)] as const
    await score(test, people[0], { itemRef: 'small-high', sourceKind: 'attendance' })
    await score(test, people[1], { itemRef: 'small-low', sourceKind: 'attendance' })
    const { budgetId } = await done(
      call(test, proposer, 'POST', '/api/budgets', {
        nameZh: '年终分配',
        mostFen: 10_000,
        resolution: { number: '2026-11', what: '村公司盈余最多一百元按积分分', ...carried },
      }),
    )
    return new YearEndVillage(test, [proposer, second], people, budgetId)
  }

  /** The next morning: yesterday's points stand in a statement. */
  nextMorning(): Promise<void> {
    return nextMorning(this.test)
  }

  propose(change: object = {}) {
    return call(this.test, this.proposer, 'POST', '/api/year-ends', {
      titleZh: '2026 年终分配',
      titleEn: 'Share-out of 2026',
      budgetId: this.budgetId,
      poolFen: 1_000,
      until: '2026-12-31',
      ...change,
    })
  }

  async proposed(change: object = {}): Promise<string> {
    return (await done(this.propose(change))).yearEndId
  }

  confirm(yearEndId: string, person = this.second) {
    return call(this.test, person, 'POST', `/api/year-ends/${yearEndId}/confirm`)
  }

  drop(yearEndId: string) {
    return call(this.test, this.second, 'POST', `/api/year-ends/${yearEndId}/drop`)
  }

  view(yearEndId: string) {
    return done(call(this.test, this.second, 'GET', `/api/year-ends/${yearEndId}`))
  }
}

async function joined(test: TestServer): Promise<TestPerson> {
  const person = await addPerson(test, { joined: false })
  const join = { householdId: person.householdId, decision: 'join' } as const
  await decideConsent(test.server, actorOf(person), nextKey(), join)
  return person
}
