import { civilDay } from '@azalea/text'
import { systemActor, type Actor } from '../src/platform/actor.ts'
import { householdJoined, householdLeft, readHouseholds } from '../src/modules/community/index.ts'
import { readHonourPostings, type HonourPosting } from '../src/modules/ledger/index.ts'
import type { Tx } from '../src/modules/record/index.ts'
import { postAwards, reverseAwardPosting } from '../src/modules/scoring/awards/post-awards.ts'
import { addPerson, type TestPerson, type TestServer } from './server.ts'

export interface NaivePlace {
  readonly competitorId: string
  readonly pointsHundredths: number
  readonly rank: number
}

let commands = 0
let villages = 0

/** A village of its own with people to rank, and the slow way to rank them: from the ledger, by sorting. */
export class StandingVillage {
  readonly #test: TestServer
  readonly villageId: string
  readonly people: readonly TestPerson[]

  private constructor(test: TestServer, villageId: string, people: readonly TestPerson[]) {
    this.#test = test
    this.villageId = villageId
    this.people = people
  }

  /** Households of two people each, in two groups. */
  static async found(test: TestServer, households: number): Promise<StandingVillage> {
    villages += 1
    const villageId = `3399990000${String(villages).padStart(2, '0')}`
    await test.owner.query(
      `INSERT INTO village (village_id, name, town_name, opt_in_text, created_at) VALUES ($1, '试村', '戴村镇', '愿意', $2)`,
      [villageId, test.clock.now()],
    )
    await test.owner.query(
      `INSERT INTO village_group (village_id, group_no, name) VALUES ($1, 1, '第1组'), ($1, 2, '第2组')`,
      [villageId],
    )
    await test.database.inVillage(villageId, (db) => test.server.secrets.found(db, villageId))
    const people: TestPerson[] = []
    for (let household = 0; household < households; household += 1) {
      const head = await addPerson(test, { villageId, groupNo: (household % 2) + 1 })
      people.push(head, await addPerson(test, { villageId, householdId: head.householdId }))
    }
    return new StandingVillage(test, villageId, people)
  }

  person(index: number): TestPerson {
    const person = this.people[index % this.people.length]
    if (!person) throw new Error('a village without people')
    return person
  }

  actor(person: TestPerson): Actor {
    return { ...person, roles: new Set(['villager']), leadsGroupNo: null }
  }

  /** Posts an award to the ledger through the command path. */
  async post(person: TestPerson, pointsHundredths: number): Promise<string> {
    const awardId = this.#test.server.newId()
    const { personId, householdId } = person
    await this.#act((tx) => postAwards(tx, [{ awardId, personId, householdId, pointsHundredths }]))
    return awardId
  }

  async reverse(awardId: string): Promise<void> {
    await this.#act((tx) => reverseAwardPosting(tx, awardId))
  }

  async leave({ householdId }: TestPerson): Promise<void> {
    await this.#set(householdId, 'joined_at', null)
    await this.#act((tx) => tx.publish(householdLeft, { householdId }))
  }

  async join({ householdId }: TestPerson): Promise<void> {
    await this.#set(householdId, 'joined_at', this.#test.clock.now())
    await this.#act((tx) => tx.publish(householdJoined, { householdId }))
  }

  async moveToGroup({ householdId }: TestPerson, groupNo: number): Promise<void> {
    await this.#set(householdId, 'group_no', groupNo)
  }

  /** A board by sorting every posting of joined households; posted before `beforeDay` if given. */
  async naive(
    board: 'household' | 'person' | 'group',
    inPeriod: (day: string) => boolean,
    beforeDay = '9999-12-31',
  ): Promise<NaivePlace[]> {
    const householdIds = [...new Set(this.people.map((person) => person.householdId))]
    const { villageId } = this
    const [households, postings] = await this.#test.database.inVillage(villageId, async (db) => [
      await readHouseholds(db, villageId, householdIds),
      await readHonourPostings(db, villageId, householdIds),
    ])
    const competitorOf = (posting: HonourPosting) => {
      if (board === 'household') return posting.householdId
      if (board === 'person') return posting.personId ?? ''
      return String(households.get(posting.householdId)?.groupNo)
    }
    const totals = new Map<string, number>()
    for (const posting of postings) {
      if (!households.get(posting.householdId)?.joined) continue
      if (!inPeriod(posting.postedOn) || posting.postedOn >= beforeDay) continue
      const id = competitorOf(posting)
      totals.set(id, (totals.get(id) ?? 0) + posting.pointsHundredths)
    }
    const all = [...totals].map(([competitorId, points]) => ({ competitorId, points }))
    return all
      .map(({ competitorId, points }) => ({
        competitorId,
        pointsHundredths: points,
        rank: 1 + all.filter((other) => other.points > points).length,
      }))
      .toSorted((a, b) => a.rank - b.rank || (a.competitorId < b.competitorId ? -1 : 1))
  }

  today(): string {
    return civilDay(this.#test.clock.now())
  }

  async #act(work: (tx: Tx) => Promise<void>): Promise<void> {
    commands += 1
    const key = `standing-${commands}`
    const command = { name: 'test', actor: systemActor(this.villageId), key, input: null }
    await this.#test.server.act(command, async (tx) => {
      await work(tx)
      return null
    })
  }

  async #set(householdId: string, column: 'joined_at' | 'group_no', value: unknown): Promise<void> {
    await this.#test.owner.query(
      `UPDATE household SET ${column} = $3 WHERE village_id = $1 AND household_id = $2`,
      [this.villageId, householdId, value],
    )
  }
}
