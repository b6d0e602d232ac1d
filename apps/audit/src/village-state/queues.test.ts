import type { KindName, LeafOfKind } from '@azalea/records'
import {
  accountsBytes,
  drawnBytes,
  offerBytes,
  orderRuleBytes,
  passedOnBytes,
  queueBytes,
  shareOut,
  type OrderRule,
  type PublishedOffer,
  type Queue,
} from '@azalea/scoring/order'
import { beforeEach, describe, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { sha256Text } from '../suite.ts'
import { Queues } from './queues.ts'
import { SpotChecks } from './spot-checks.ts'

const sha256 = (text: string) => sha256Text(text, 'hex')
const name = (letter: string) => letter.repeat(22)
const [A, B, C, OFFER] = ['a', 'b', 'c', 'o'].map(name) as [string, string, string, string]
const HOME = { [A]: name('A'), [B]: name('B'), [C]: name('C') } as Record<string, string>

const rule: OrderRule = {
  schema: 'azalea-order-rule/1',
  precedence: { by: 'honour' },
  ties: [],
  floorPermille: 100,
  partial: true,
}
const offer: PublishedOffer = {
  schema: 'azalea-offer/1',
  offer: OFFER,
  kind: 'produce_sale',
  titleZh: '青菜',
  wordsZh: '村口收',
  unit: 'kg',
  supplyQuantity: 100,
  mostQuantity: 60,
  rule: sha256(orderRuleBytes(rule)),
  groups: [],
  opensAt: '2026-03-01T00:00:00.000Z',
  closesAt: '2026-03-03T09:00:00.000Z',
  closesOn: '2026-03-03',
  answerWithinDays: 3,
  publishes: 'masked_names',
}
const resolution = { date: '2026-02-27', eligible: 100, present: 60, for: 55, against: 5 }
const honours: Record<string, number> = { [A]: 500, [B]: 300, [C]: 0 }
const queue: Queue = {
  rule,
  supplyQuantity: 100,
  claims: [A, B, C].map((claimant) => ({
    claimant,
    wantedQuantity: 60,
    leastQuantity: 10,
    honourHundredths: honours[claimant] ?? 0,
    receivedQuantity: 0,
    waitedOffers: 0,
  })),
}
const checkpoint = { origin: 'log.example/1', size: 12, root: 'cm9vdA==' }
const seed = sha256(`${checkpoint.origin}\n${checkpoint.size}\n${checkpoint.root}\n`)
const shared = shareOut(sha256, seed, queue)
const households = JSON.stringify({
  households: [A, B, C].map((one) => ({
    household: HOME[one],
    group: 1,
    joined: true,
    honourHundredths: honours[one],
  })),
})
const accounts = accountsBytes(
  OFFER,
  [A, B, C].map((claimant) => ({ claimant, household: HOME[claimant] ?? '' })),
)

const forPersons: PublishedOffer = { ...offer, claimant: 'person' }
const ofOneHousehold = [A, B, C].map((claimant) => ({ claimant, household: HOME[A] ?? '' }))

let findings: Findings
let queues: Queues
let documents: Map<string, string>
const keep = (text: string) => {
  documents.set(sha256(text), text)
  return sha256(text)
}
beforeEach(() => {
  findings = new Findings()
  queues = new Queues()
  documents = new Map()
})

const village = () => ({
  findings,
  tally: { queues: 0, retiredDraws: 0 },
  spotChecks: new SpotChecks(),
  readDocument: async (hash: string) => documents.get(hash) ?? null,
})
const leaf = <Kind extends KindName>(kind: Kind, fields: object) =>
  ({
    village: '330109102259',
    kind,
    at: '2026-03-03',
    public: fields,
  }) as unknown as LeafOfKind<Kind>
const told = () => findings.kept.map(({ index, detail }) => `${index} ${detail}`)

/** What a log tells of a queue, with something changed in it. */
interface Change {
  readonly offer?: PublishedOffer
  readonly queue?: Queue
  readonly accounts?: string
  readonly announced?: object
  readonly drawn?: object
  readonly without?: 'vote' | 'claim'
  /** Of the vote that adopted the rule. */
  readonly vote?: object
  /** A claim that is told once more. */
  readonly again?: string
}

async function tellQueue(change: Change = {}): Promise<void> {
  queues.close({ day: '2026-03-02', households: keep(households) })
  const vote = { rule: keep(orderRuleBytes(rule)), resolution: { ...resolution, ...change.vote } }
  if (change.without !== 'vote') await queues.adopt(village(), 1, leaf('order-rule.adopted', vote))
  const document = keep(offerBytes(change.offer ?? offer))
  const published = { offer: OFFER, document, closesOn: '2026-03-03' }
  await queues.publish(village(), 2, leaf('offer.published', published).public)
  for (const [at, claimant] of [A, B, C].entries())
    if (change.without !== 'claim' || claimant !== C)
      queues.claim(village(), 3 + at, leaf('claim.entered', { offer: OFFER, claimant }).public)
  if (change.again !== undefined) {
    const told = { offer: OFFER, claimant: change.again }
    queues.claim(village(), 9, leaf('claim.entered', told).public)
  }
  const announced = {
    offer: OFFER,
    queue: keep(queueBytes(change.queue ?? queue)),
    accounts: keep(change.accounts ?? accounts),
    claims: 3,
    honourThrough: '2026-03-02',
    honourBefore: null,
    ...change.announced,
  }
  await queues.announce(village(), 10, leaf('queue.announced', announced).public)
  const drawn = {
    offer: OFFER,
    checkpoint,
    result: sha256(drawnBytes(shared)),
    answerBy: '2026-03-06',
    ...change.drawn,
  }
  queues.draw(village(), 14, leaf('queue.drawn', drawn))
}

const end = (
  index: number,
  claimant: string,
  how: string,
  taken: number,
  passedOn: { claimant: string; quantity: number }[] = [],
) =>
  queues.end(
    village(),
    index,
    leaf('turn.ended', {
      offer: OFFER,
      claimant,
      how,
      takenQuantity: taken,
      called: passedOn.length,
      passedOn: sha256(passedOnBytes(passedOn)),
    }).public,
  )
const settle = (takenQuantity: number, leftQuantity: number) =>
  queues.settle(
    village(),
    30,
    leaf('queue.settled', { offer: OFFER, takenQuantity, leftQuantity }).public,
  )

describe('a queue in the log', () => {
  it('is found in order, from the rule that was voted to what is left, also by an audit that is resumed', async () => {
    await tellQueue()
    const again = new Queues()
    again.load(JSON.parse(JSON.stringify(queues.toJson())))
    queues = again
    end(20, A, 'accepted', 40, [{ claimant: B, quantity: 20 }])
    end(21, B, 'declined', 0, [{ claimant: C, quantity: 50 }])
    end(22, C, 'accepted', 50)
    settle(90, 0)
    const kept = { offer: OFFER, keptQuantity: 10, takenQuantity: 10 }
    queues.settleKept(village(), 31, leaf('kept-share.settled', kept).public)
    expect(told()).toEqual([])
  })

  it('holds several claims of one household where the offer is for persons, and counts what they took together', async () => {
    const claims = queue.claims.map((one) => ({ ...one, honourHundredths: 500 }))
    const equal = { ...queue, claims }
    const order = shareOut(sha256, seed, equal)
    await tellQueue({
      offer: forPersons,
      queue: equal,
      accounts: accountsBytes(OFFER, ofOneHousehold),
      drawn: { result: sha256(drawnBytes(order)) },
    })
    const [first, second, third] = order.turns.map(({ claimant }) => claimant) as [
      string,
      string,
      string,
    ]
    end(20, first, 'accepted', 60)
    end(21, second, 'accepted', 30)
    settle(90, 0)
    expect(third).toBeDefined()
    expect(told()).toEqual([])
    expect(queues.toJson().histories).toEqual([
      [`produce_sale kg ${HOME[A]}`, { receivedQuantity: 90, waitedOffers: 0 }],
    ])
  })

  it.each<[string, Change, string]>([
    ['no vote adopted the rule', { without: 'vote' }, '2 no vote adopted its rule of order'],
    [
      'a vote that was not carried',
      { vote: { for: 30 } },
      '1 its vote does not hold: More than half of those present must agree (Organic Law, arts 22 and 26).',
    ],
    [
      'another supply than was offered',
      { queue: { ...queue, supplyQuantity: 120 } },
      '10 the offer tells of 100, not 120',
    ],
    [
      'another rule than was offered',
      { queue: { ...queue, rule: { ...rule, floorPermille: 0 } } },
      '10 its rule is not the one that the offer names',
    ],
    [
      'a claim left out',
      {
        queue: { ...queue, claims: queue.claims.slice(0, 2) },
        announced: { claims: 2 },
        accounts: accountsBytes(
          OFFER,
          [A, B].map((claimant) => ({ claimant, household: HOME[claimant] ?? '' })),
        ),
      },
      '10 its claimants are not those whose claims stood',
    ],
    ['a claim put in', { without: 'claim' }, '10 its claimants are not those whose claims stood'],
    [
      'more honour than the statement tells',
      {
        queue: {
          ...queue,
          claims: queue.claims.map((one) => ({ ...one, honourHundredths: 500 })),
        },
      },
      `10 ${B} has 300 of honour, not 500`,
    ],
    [
      'a longer wait than the log tells',
      { queue: { ...queue, claims: queue.claims.map((one) => ({ ...one, waitedOffers: 1 })) } },
      `10 ${A} had something else of this kind before`,
    ],
    [
      'a claim above the limit',
      { queue: { ...queue, claims: queue.claims.map((one) => ({ ...one, wantedQuantity: 61 })) } },
      `10 ${A} claims more than one may`,
    ],
    [
      'honour counted up to another day',
      { announced: { honourThrough: '2026-03-01' } },
      '10 honour counts through 2026-03-02',
    ],
    [
      'two claims of one household',
      { accounts: accountsBytes(OFFER, ofOneHousehold) },
      '10 a household claims more than once, and the offer is not for persons',
    ],
    ['two claims of one person', { offer: forPersons, again: A }, '9 it was claimed before'],
    [
      'other honour of a member than the household’s',
      { offer: forPersons, accounts: accountsBytes(OFFER, ofOneHousehold) },
      `10 ${B} has 500 of honour, not 300`,
    ],
    [
      'a claim without an account',
      { accounts: accountsBytes(OFFER, ofOneHousehold.slice(0, 2)) },
      '10 its accounts are not one for each claim',
    ],
    [
      'another order than rule and lot lead to',
      { drawn: { result: sha256('mine first') } },
      '14 queue and checkpoint lead to another order',
    ],
    [
      'a checkpoint that was known before',
      { drawn: { checkpoint: { ...checkpoint, size: 10 } } },
      '14 the checkpoint of 10 entries is not between announcement and draw',
    ],
  ])('is named where it tells %s', async (_, change, finding) => {
    await tellQueue(change)
    expect(told()).toContain(finding)
  })

  it.each<[string, () => void, string]>([
    [
      'passes the rest on to somebody else',
      () => end(20, A, 'declined', 0, [{ claimant: C, quantity: 60 }]),
      '20 the rest goes to others by the rule',
    ],
    [
      'gives more than was called for',
      () => end(20, A, 'accepted', 61),
      '20 61 was not to be taken',
    ],
    ['ends a turn that never came', () => end(20, C, 'accepted', 10), `20 ${C} had no turn to end`],
    [
      'is settled while somebody is called',
      () => settle(90, 0),
      '30 somebody is still called, or disputed',
    ],
  ])('is named where it %s', async (_, tell, finding) => {
    await tellQueue()
    tell()
    expect(told()).toContain(finding)
  })

  it('is named where a disputed turn did not rest, or the kept share is more than the rule keeps', async () => {
    await tellQueue()
    const dispute = { offer: OFFER, claimant: A, objection: name('x'), dueOn: '2026-03-10' }
    queues.dispute(village(), 20, leaf('turn.disputed', dispute).public)
    end(21, A, 'accepted', 60)
    end(22, B, 'accepted', 30)
    settle(90, 0)
    const kept = { offer: OFFER, keptQuantity: 20, takenQuantity: 20 }
    queues.settleKept(village(), 31, leaf('kept-share.settled', kept).public)
    expect(told()).toEqual(['21 the turn was disputed, and rested', '31 the rule keeps 10'])
  })
})
