import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { replayOffers, type OrderRule, type PastOffer } from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const rule = (precedence: OrderRule['precedence']): OrderRule => ({
  schema: 'azalea-order-rule/1',
  precedence,
  ties: [],
  floorPermille: 0,
  partial: true,
})

/** Ten households with the same honour every month, of which the supply serves two. */
const season: PastOffer[] = Array.from({ length: 10 }, (_, month) => ({
  seed: String(month),
  supplyQuantity: 20,
  claims: Array.from({ length: 10 }, (_household, at) => ({
    claimant: `h${at}`,
    household: `h${at}`,
    wantedQuantity: 10,
    leastQuantity: 10,
    honourHundredths: 1000 - at,
  })),
}))

describe('a season under several rules', () => {
  it('shows that strict order serves the same two, and weighing what was received everybody', () => {
    const strict = replayOffers(sha256, rule({ by: 'honour' }), season)
    expect(strict).toMatchObject({
      giniPermille: 800,
      lowerHalfPermille: 0,
      longestWaitOffers: 10,
      mostOftenFirst: 10,
    })
    const weighed = replayOffers(
      sha256,
      rule({ by: 'honour_less_received', halfAtQuantity: 10 }),
      season,
    )
    expect([...weighed.received.values()]).toEqual(Array.from({ length: 10 }, () => 20))
    expect(weighed).toMatchObject({
      giniPermille: 0,
      lowerHalfPermille: 500,
      longestWaitOffers: 4,
      mostOftenFirst: 2,
    })
  })

  it('says nothing of shares where nobody received anything', () => {
    const none = season.map((offer) => ({ ...offer, supplyQuantity: 0 }))
    expect(replayOffers(sha256, rule({ by: 'lot' }), none)).toMatchObject({
      giniPermille: null,
      lowerHalfPermille: null,
      longestWaitOffers: 10,
    })
  })

  it('counts what its members got for the household, so that a large one is not first for ever', () => {
    const course: PastOffer = {
      seed: 'one',
      supplyQuantity: 1,
      claims: ['a1', 'a2', 'b1'].map((claimant) => ({
        claimant,
        household: claimant.slice(0, 1),
        wantedQuantity: 1,
        leastQuantity: 1,
        honourHundredths: claimant.startsWith('a') ? 1000 : 900,
      })),
    }
    const weighed = rule({ by: 'honour_less_received', halfAtQuantity: 1 })
    const { received, longestWaitOffers } = replayOffers(sha256, weighed, [course, course])
    expect(received).toEqual(
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
    )
    expect(longestWaitOffers).toBe(1)
  })
})
