import { adoptionRefund, dueOfShare } from '@azalea/produce-rules'
import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'

interface AdoptionBook {
  readonly findings: Findings
}

type Contract = LeafOfKind<'adoption-contract.published'>['public']
type Offered = LeafOfKind<'adoption-offer.offered'>['public']
type Settled = LeafOfKind<'adoption-offer.settled'>['public']
type Begun = LeafOfKind<'adoption.begun'>['public']
type Ended = LeafOfKind<'adoption.ended'>['public']

interface KnownOffer extends Offered {
  harvested: number
  delivered: number
  outcome: 'harvested' | 'failed' | null
  next: string | null
}

interface KnownShare {
  readonly offer: string
  readonly shareNo: number
  delivered: number
  outcome: Ended['outcome'] | null
}

declare module './parts.ts' {
  interface StateMemory {
    readonly adoptions: Adoptions
  }
}

declare module '../findings.ts' {
  interface OwnFindings {
    adoption_wrong: true
  }
}

/** What can be adopted, which shares are somebody's, and what came of them. */
export class Adoptions {
  #contracts = new Map<number, Contract>()
  #offers = new Map<string, KnownOffer>()
  #shares = new Map<string, KnownShare>()

  /** `adoption-contract.published`: editions follow one another. */
  publish({ findings }: AdoptionBook, index: number, told: Contract): void {
    if (told.edition !== this.#contracts.size + 1)
      findings.add('adoption_wrong', index, `edition ${told.edition} follows no other`)
    if ((told.failure === 'refund') !== told.refundPermille > 0)
      findings.add('adoption_wrong', index, `edition ${told.edition} gives nothing back`)
    this.#contracts.set(told.edition, told)
  }

  /** `adoption-offer.offered`: under a contract, for no more than the whole harvest. */
  offer({ findings }: AdoptionBook, index: number, told: Offered): void {
    const wrong = (detail: string) => findings.add('adoption_wrong', index, detail)
    if (this.#offers.has(told.adoptionOffer)) wrong(`${told.adoptionOffer} was offered before`)
    if (!this.#contracts.has(told.edition)) wrong(`edition ${told.edition} was never published`)
    if (told.part === 'permille' && told.shares * told.partAmount > 1000)
      wrong(`shares of ${told.adoptionOffer} are more than the harvest`)
    const known = { harvested: 0, delivered: 0, outcome: null, next: null }
    this.#offers.set(told.adoptionOffer, { ...told, ...known })
  }

  /** `adoption.begun`: one of the shares, which nobody has. */
  begin({ findings }: AdoptionBook, index: number, told: Begun): void {
    const wrong = (detail: string) => findings.add('adoption_wrong', index, detail)
    const { adoption, adoptionOffer, shareNo, carriedFrom } = told
    const offer = this.#offers.get(adoptionOffer)
    if (this.#shares.has(adoption)) wrong(`${adoption} began before`)
    if (offer === undefined) wrong(`${adoption} is of nothing that was offered`)
    else if (shareNo > offer.shares) wrong(`there is no share ${shareNo} of ${adoptionOffer}`)
    else if (offer.outcome !== null) wrong(`${adoptionOffer} was settled before`)
    for (const share of this.#shares.values())
      if (share.offer === adoptionOffer && share.shareNo === shareNo)
        wrong(`share ${shareNo} of ${adoptionOffer} is somebody's already`)
    if (carriedFrom !== null) {
      const from = this.#shares.get(carriedFrom)
      if (from?.outcome !== 'carried' || this.#offers.get(from.offer)?.next !== adoptionOffer)
        wrong(`${adoption} makes good nothing that failed`)
    }
    this.#shares.set(adoption, { offer: adoptionOffer, shareNo, delivered: 0, outcome: null })
  }

  /** `adoption-offer.harvested` */
  harvest({ findings }: AdoptionBook, index: number, name: string, quantity: number): void {
    const offer = this.#offers.get(name)
    if (offer === undefined || offer.outcome !== null)
      findings.add('adoption_wrong', index, `${name} has no season that runs`)
    if (offer !== undefined) offer.harvested += quantity
  }

  /** `adoption.delivered`: no more than is due to the share, nor than was harvested. */
  deliver({ findings }: AdoptionBook, index: number, name: string, quantity: number): void {
    const wrong = (detail: string) => findings.add('adoption_wrong', index, detail)
    const share = this.#shares.get(name)
    const offer = this.#offers.get(share?.offer ?? '')
    if (share === undefined || offer === undefined) return wrong(`${name} was never begun`)
    if (share.outcome !== null) wrong(`${name} ended before`)
    share.delivered += quantity
    offer.delivered += quantity
    const { part, partAmount: amount } = offer
    if (share.delivered > dueOfShare({ part, amount }, offer.harvested))
      wrong(`${name} has ${share.delivered}, more than is due`)
    if (offer.delivered > offer.harvested)
      wrong(`${offer.delivered} of ${share.offer} delivered, ${offer.harvested} harvested`)
  }

  /** `adoption-offer.settled`: once, before its shares end. */
  settle({ findings }: AdoptionBook, index: number, told: Settled): void {
    const wrong = (detail: string) => findings.add('adoption_wrong', index, detail)
    const { adoptionOffer: name, outcome, next } = told
    const offer = this.#offers.get(name)
    if (offer === undefined || offer.outcome !== null) return wrong(`${name} cannot be settled`)
    const isCarried =
      outcome === 'failed' && this.#contracts.get(offer.edition)?.failure === 'next_season'
    if (isCarried !== (next !== null)) wrong(`${name} ends otherwise than its contract says`)
    offer.outcome = outcome
    offer.next = next
  }

  /** `adoption.ended`: as its season did; what goes back follows from the contract. */
  end({ findings }: AdoptionBook, index: number, told: Ended): void {
    const wrong = (detail: string) => findings.add('adoption_wrong', index, detail)
    const { adoption, outcome, refundFen } = told
    const share = this.#shares.get(adoption)
    const offer = this.#offers.get(share?.offer ?? '')
    if (share === undefined || offer === undefined) return wrong(`${adoption} was never begun`)
    if (share.outcome !== null) wrong(`${adoption} ended before`)
    share.outcome = outcome
    const contract = this.#contracts.get(offer.edition)
    if (contract === undefined || offer.outcome === null)
      return wrong(`${adoption} ended, and its season did not`)
    const due = dueOfShare({ part: offer.part, amount: offer.partAmount }, offer.harvested)
    const { priceFen } = offer
    const owed = adoptionRefund(
      { outcome: offer.outcome, priceFen, due, delivered: share.delivered },
      contract,
    )
    const ends = offer.next === null ? offer.outcome : 'carried'
    if (outcome !== ends) wrong(`${adoption} ended as ${outcome}, its season as ${ends}`)
    if (refundFen !== owed)
      wrong(`${adoption} gives ${refundFen} fen back, ${owed} are due by its contract`)
  }

  toJson() {
    return {
      contracts: [...this.#contracts.values()],
      offers: [...this.#offers.values()],
      shares: [...this.#shares],
    }
  }

  load(json: ReturnType<Adoptions['toJson']> | undefined): void {
    this.#contracts = new Map(json?.contracts.map((one) => [one.edition, one]))
    this.#offers = new Map(json?.offers.map((one) => [one.adoptionOffer, one]))
    this.#shares = new Map(json?.shares)
  }
}
