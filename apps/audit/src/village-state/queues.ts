import type { KindName, LeafOfKind } from '@azalea/records'
import {
  afterOffer,
  drawnBytes,
  passedOnBytes,
  noHistory,
  orderRuleBytes,
  PassingOn,
  readOffer,
  readOrderRule,
  readQueue,
  readQueueAccounts,
  shareOut,
  sumByHousehold,
  type OfferHistory,
  type Queue,
  type QueueAccount,
} from '@azalea/scoring/order'
import type { Findings } from '../findings.ts'
import { sha256Text } from '../suite.ts'
import type { KnownOffer, KnownTurn } from './known-offer.ts'
import { readHouseholds, statementBefore, type Statement } from './queue-honour.ts'
import type { SpotChecks } from './spot-checks.ts'
import { whyNotCarried } from './why-not-carried.ts'

const sha256 = (text: string) => sha256Text(text, 'hex')

interface QueueParts {
  readonly findings: Findings
  readonly tally: { queues: number; retiredDraws: number }
  readonly spotChecks: Pick<SpotChecks, 'whyNoSeed'>
  readDocument(hash: string, index: number): Promise<string | null>
}

type Told<Kind extends KindName> = LeafOfKind<Kind>['public']

declare module '../findings.ts' {
  interface OwnFindings {
    queue_wrong: never
  }
}

declare module './parts.ts' {
  interface StateMemory {
    readonly queues: Queues
  }
}

/** Every offer, and its queue as it follows from the log alone. */
export class Queues {
  #rules = new Set<string>()
  #offers = new Map<string, KnownOffer>()
  #statements: Statement[] = []
  #histories = new Map<string, OfferHistory>()

  /** `day.closed`: what counts up to it can be read in its document. */
  close({ day, households }: Statement): void {
    this.#statements.push({ day, households })
  }

  /** The statement of a day; undefined when the log holds none. */
  statementOf(day: string): Statement | undefined {
    return this.#statements.find((one) => one.day === day)
  }

  /** `order-rule.adopted`. */
  async adopt(
    village: QueueParts,
    index: number,
    { at, public: told }: Pick<LeafOfKind<'order-rule.adopted'>, 'at' | 'public'>,
  ): Promise<void> {
    const { rule, resolution } = told
    const text = await village.readDocument(rule, index)
    if (text !== null && readOrderRule(text) === null)
      wrong(village, index, `${rule} is no rule of order`)
    const why = whyNotCarried(resolution, at)
    if (why !== null) wrong(village, index, why)
    this.#rules.add(rule)
  }

  /** `offer.published`. */
  async publish(village: QueueParts, index: number, told: Told<'offer.published'>): Promise<void> {
    if (this.#offers.has(told.offer)) wrong(village, index, `${told.offer} was published before`)
    const text = await village.readDocument(told.document, index)
    const offer = text === null ? null : readOffer(text)
    if (offer === null) {
      if (text !== null) wrong(village, index, `${told.document} is no offer`)
      return
    }
    if (offer.offer !== told.offer || offer.closesOn !== told.closesOn)
      wrong(village, index, 'the published offer is not the one that it tells of')
    if (!this.#rules.has(offer.rule)) wrong(village, index, 'no vote adopted its rule of order')
    this.#offers.set(told.offer, {
      offer,
      state: 'published',
      claimants: new Set(),
      announcedIndex: 0,
      queue: null,
      accounts: [],
      turns: new Map(),
      passingOn: null,
      leftQuantity: 0,
      floorQuantity: 0,
    })
  }

  /** `offer.cancelled`. */
  cancel(village: QueueParts, index: number, name: string): void {
    const offer = this.#expect(village, index, name, 'published')
    if (offer !== null) offer.state = 'cancelled'
  }

  /** `claim.entered`. */
  claim(village: QueueParts, index: number, told: Told<'claim.entered'>): void {
    const offer = this.#expect(village, index, told.offer, 'published')
    if (offer === null) return
    if (offer.claimants.has(told.claimant)) wrong(village, index, 'it was claimed before')
    offer.claimants.add(told.claimant)
  }

  /** `claim.changed`. */
  change(village: QueueParts, index: number, told: Told<'claim.changed'>): void {
    const offer = this.#expect(village, index, told.offer, 'published')
    if (offer !== null && !offer.claimants.has(told.claimant))
      wrong(village, index, 'there is no claim that it changes')
  }

  /** `claim.withdrawn`. */
  withdraw(village: QueueParts, index: number, told: Told<'claim.withdrawn'>): void {
    const offer = this.#expect(village, index, told.offer, 'published')
    if (offer === null) return
    if (!offer.claimants.delete(told.claimant))
      wrong(village, index, 'there is no claim that it takes back')
  }

  /** `queue.announced`: every claim that stood, with the honour and history that the log tells. */
  async announce(village: QueueParts, index: number, told: Told<'queue.announced'>): Promise<void> {
    const known = this.#expect(village, index, told.offer, 'published')
    if (known === null) return
    known.state = 'announced'
    known.announcedIndex = index
    const queueText = await village.readDocument(told.queue, index)
    const accountsText = await village.readDocument(told.accounts, index)
    if (queueText === null || accountsText === null) return
    const queue = readQueue(queueText)
    const accounts = readQueueAccounts(accountsText, told.offer)
    if (queue === null || accounts === null) {
      wrong(village, index, 'its queue or the list of its accounts cannot be read')
      return
    }
    known.queue = queue
    known.accounts = accounts
    if (queue.claims.length !== told.claims)
      wrong(village, index, 'it tells another number of claims')
    this.#checkTerms(village, index, known, queue)
    await this.#checkClaims(village, index, known, { told, queue, accounts })
  }

  #checkTerms(village: QueueParts, index: number, { offer, claimants }: KnownOffer, queue: Queue) {
    if (sha256(orderRuleBytes(queue.rule)) !== offer.rule)
      wrong(village, index, 'its rule is not the one that the offer names')
    if (queue.supplyQuantity !== offer.supplyQuantity)
      wrong(
        village,
        index,
        `the offer tells of ${offer.supplyQuantity}, not ${queue.supplyQuantity}`,
      )
    const stood = [...claimants].toSorted().join(' ')
    if (queue.claims.map(({ claimant }) => claimant).join(' ') !== stood)
      wrong(village, index, 'its claimants are not those whose claims stood')
  }

  async #checkClaims(
    village: QueueParts,
    index: number,
    { offer }: KnownOffer,
    {
      told,
      queue,
      accounts,
    }: {
      readonly told: Told<'queue.announced'>
      readonly queue: Queue
      readonly accounts: readonly QueueAccount[]
    },
  ): Promise<void> {
    const through = statementBefore(this.#statements, offer.closesOn)
    const before =
      offer.honourSince === undefined ? null : statementBefore(this.#statements, offer.honourSince)
    if (told.honourThrough !== (through?.day ?? null))
      wrong(village, index, `honour counts through ${through?.day ?? 'no day'}`)
    if (told.honourBefore !== (before?.day ?? null))
      wrong(village, index, `honour counts after ${before?.day ?? 'no day'}`)
    const [now, then] = [
      await householdsOf(village, index, through),
      await householdsOf(village, index, before),
    ]
    const byName = new Map(accounts.map(({ claimant, household }) => [claimant, household]))
    if (byName.size !== queue.claims.length || accounts.length !== byName.size)
      wrong(village, index, 'its accounts are not one for each claim')
    if (offer.claimant !== 'person' && new Set(byName.values()).size < byName.size)
      wrong(village, index, 'a household claims more than once, and the offer is not for persons')
    for (const claim of queue.claims) {
      const household = byName.get(claim.claimant) ?? ''
      const honour = (now.get(household)?.honour ?? 0) - (then.get(household)?.honour ?? 0)
      if (claim.honourHundredths !== honour)
        wrong(
          village,
          index,
          `${claim.claimant} has ${honour} of honour, not ${claim.honourHundredths}`,
        )
      const history = this.#history(offer, household)
      const isSame =
        claim.receivedQuantity === history.receivedQuantity &&
        claim.waitedOffers === history.waitedOffers
      if (!isSame) wrong(village, index, `${claim.claimant} had something else of this kind before`)
      if (claim.wantedQuantity > offer.mostQuantity)
        wrong(village, index, `${claim.claimant} claims more than one may`)
    }
  }

  /** `queue.drawn`: rule, lot and supply lead to who stands where and what each is called for. */
  draw(village: QueueParts, index: number, { at, public: told }: LeafOfKind<'queue.drawn'>): void {
    const known = this.#expect(village, index, told.offer, 'announced')
    if (known === null) return
    known.state = 'drawn'
    village.tally.queues += 1
    const { origin, size, root } = told.checkpoint
    const named = { index, origin, size, root }
    const why = village.spotChecks.whyNoSeed(village.tally, known.announcedIndex, named, at)
    if (why !== null) wrong(village, index, why)
    if (told.answerBy < at) wrong(village, index, `answers were due by ${told.answerBy}`)
    if (known.queue === null) return
    const shared = shareOut(sha256, sha256(`${origin}\n${size}\n${root}\n`), known.queue)
    if (sha256(drawnBytes(shared)) !== told.result)
      wrong(village, index, 'queue and checkpoint lead to another order')
    known.leftQuantity = shared.leftQuantity
    known.floorQuantity = shared.floorQuantity
    for (const turn of shared.turns) {
      const wasCalled = turn.givenQuantity > 0
      known.turns.set(turn.claimant, { ...turn, isEnded: false, wasCalled, disputed: null })
    }
  }

  /** `turn.ended`: what was not taken goes on to the next by the same rule. */
  end(village: QueueParts, index: number, told: Told<'turn.ended'>): void {
    const known = this.#expect(village, index, told.offer, 'drawn')
    const turn = known?.turns.get(told.claimant)
    if (known === null || known.queue === null) return
    // What was accepted can be struck as long as the queue is not settled.
    const isStruck = told.how === 'struck' && turn !== undefined && turn.givenQuantity > 0
    if (turn === undefined || (turn.isEnded && !isStruck) || turn.givenQuantity === 0) {
      wrong(village, index, `${told.claimant} had no turn to end`)
      return
    }
    if (turn.disputed !== null && told.how !== 'struck')
      wrong(village, index, 'the turn was disputed, and rested')
    const mayTake = told.how === 'accepted' ? turn.givenQuantity : 0
    if (told.takenQuantity > mayTake || (told.how === 'accepted' && told.takenQuantity === 0))
      wrong(village, index, `${told.takenQuantity} was not to be taken`)
    const freed = turn.givenQuantity - told.takenQuantity
    turn.givenQuantity = told.takenQuantity
    turn.isEnded = true
    turn.disputed = null
    known.passingOn ??= new PassingOn(known.turns, isEnded, known.queue.rule.partial)
    const passed = known.passingOn.pass(known.leftQuantity + freed)
    known.leftQuantity = passed.leftQuantity
    if (
      passed.called.length !== told.called ||
      sha256(passedOnBytes(passed.called)) !== told.passedOn
    )
      wrong(village, index, 'the rest goes to others by the rule')
    for (const { claimant, quantity } of passed.called) {
      const next = known.turns.get(claimant)
      if (next === undefined) continue
      next.givenQuantity += quantity
      next.wasCalled = true
    }
  }

  /** `turn.disputed`. */
  dispute(village: QueueParts, index: number, told: Told<'turn.disputed'>): void {
    const known = this.#expect(village, index, told.offer, 'drawn')
    const turn = known?.turns.get(told.claimant)
    if (turn === undefined) return
    if (turn.disputed !== null || turn.givenQuantity === 0)
      wrong(village, index, `${told.claimant} had no turn to dispute`)
    turn.disputed = told.objection
  }

  /** `turn.decided`: upheld, the turn's end follows. */
  decide(village: QueueParts, index: number, told: Told<'turn.decided'>): void {
    const known = this.#expect(village, index, told.offer, 'drawn')
    const turn = known?.turns.get(told.claimant)
    if (turn === undefined) return
    if (turn.disputed !== told.objection) wrong(village, index, 'no such objection waited')
    if (told.outcome === 'dismissed') turn.disputed = null
  }

  /** `queue.settled`. */
  settle(village: QueueParts, index: number, told: Told<'queue.settled'>): void {
    const known = this.#expect(village, index, told.offer, 'drawn')
    if (known === null) return
    known.state = 'settled'
    if (known.queue === null) return
    const { offer, accounts } = known
    const turns = [...known.turns.values()]
    const isRunning = turns.some((turn) => turn.disputed !== null || isCalled(turn))
    if (isRunning) wrong(village, index, 'somebody is still called, or disputed')
    const taken = turns.reduce((sum, { givenQuantity }) => sum + givenQuantity, 0)
    if (told.takenQuantity !== taken || told.leftQuantity !== known.leftQuantity)
      wrong(village, index, `${taken} was taken and ${known.leftQuantity} left`)
    const byName = new Map(accounts.map(({ claimant, household }) => [claimant, household]))
    const ended = turns.map(({ claimant, givenQuantity: takenQuantity, wasCalled }) => {
      return { household: byName.get(claimant) ?? '', takenQuantity, wasCalled }
    })
    for (const [household, sum] of sumByHousehold(ended))
      this.#histories.set(
        historyKey(offer, household),
        afterOffer(this.#history(offer, household), sum),
      )
    known.turns.clear()
    known.passingOn = null
    known.queue = null
  }

  /** `kept-share.settled`: whose it was is sealed; the sum is not more than the rule keeps. */
  settleKept(village: QueueParts, index: number, told: Told<'kept-share.settled'>): void {
    const known = this.#expect(village, index, told.offer, 'settled')
    if (known === null) return
    known.state = 'kept_settled'
    if (told.keptQuantity !== known.floorQuantity || told.takenQuantity > told.keptQuantity)
      wrong(village, index, `the rule keeps ${known.floorQuantity}`)
  }

  #expect(
    village: QueueParts,
    index: number,
    name: string,
    state: KnownOffer['state'],
  ): KnownOffer | null {
    const known = this.#offers.get(name)
    if (known?.state === state) return known
    wrong(village, index, `offer ${name} is ${known?.state ?? 'unknown'}, not ${state}`)
    return null
  }

  #history(offer: KnownOffer['offer'], household: string): OfferHistory {
    return this.#histories.get(historyKey(offer, household)) ?? noHistory
  }

  toJson() {
    return {
      rules: [...this.#rules],
      offers: [...this.#offers].map(([name, offer]) => {
        const { claimants, turns, passingOn: _, ...known } = offer
        return [name, { ...known, claimants: [...claimants], turns: [...turns.values()] }] as const
      }),
      statements: this.#statements,
      histories: [...this.#histories],
    }
  }

  load(json: ReturnType<Queues['toJson']>): void {
    this.#rules = new Set(json.rules)
    this.#offers = new Map(
      json.offers.map(([name, { claimants, turns, ...known }]) => {
        const turnOf = new Map(turns.map((turn) => [turn.claimant, turn]))
        const sets = { claimants: new Set(claimants), turns: turnOf, passingOn: null }
        return [name, { ...known, ...sets }]
      }),
    )
    this.#statements = json.statements
    this.#histories = new Map(json.histories)
  }
}

const isEnded = (turn: KnownTurn) => turn.isEnded

function wrong(village: QueueParts, index: number, detail: string): void {
  village.findings.add('queue_wrong', index, detail)
}

const isCalled = ({ isEnded, givenQuantity }: KnownTurn) => !isEnded && givenQuantity > 0

const historyKey = ({ kind, unit }: KnownOffer['offer'], household: string) =>
  `${kind} ${unit} ${household}`

async function householdsOf(village: QueueParts, index: number, statement: Statement | null) {
  const text = statement === null ? null : await village.readDocument(statement.households, index)
  return text === null ? new Map<string, { honour: number }>() : readHouseholds(text)
}
