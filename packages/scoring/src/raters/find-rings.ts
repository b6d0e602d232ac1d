import { logarithm } from './elementary.ts'
import type { FavourFlows } from './favour-flows.ts'
import type { PairEvidence } from './pair-evidence.ts'
import type { RaterParameters } from './rater-parameters.ts'

/** People found to lift each other; `evidence` in log odds. */
export interface Ring {
  members: number[]
  evidence: number
}

export interface RingFindings {
  rings: Ring[]
  /** For each rater the ring it is in, or −1. */
  ringOf: Int32Array
  /** For each rater the strongest log odds of any ring or pair that it could belong to. */
  suspicion: Float64Array
}

/** A pair of one ring of which nothing is seen speaks a little against it. */
const ABSENT = -1
const MOST_MEMBERS = 40
const MOST_PER_PAIR = 7
const LEAST_SEED = 1
/** Somebody who rates thousands is looked at with so many others, and so often, the strongest first. */
const MOST_LINKS = 64
const MOST_TRIES = 16

/**
 * Grows rings from the strongest pairs: whoever adds the most evidence joins. Each member must be paid
 * for, since few people are in rings; the ring is what the evidence exceeds the price of most.
 * Equal evidence is decided by the lower number, so that the result is the same everywhere.
 */
export function findRings(
  raterCount: number,
  sources: readonly PairEvidence[],
  flows: FavourFlows,
  parameters: RaterParameters,
): RingFindings {
  const ringOf = new Int32Array(raterCount).fill(-1)
  const suspicion = new Float64Array(raterCount).fill(-parameters.memberLogOdds)
  const neighbours = linkPeople(sources, flows)
  const seeds = seedsOf([...sources, flows.pairs])
  const rings: Ring[] = []
  const tries = new Uint8Array(raterCount)
  const leastOfTwo = parameters.ringEvidence + logarithm(pairsOf(sources))
  const leastOfFlows =
    parameters.ringEvidence + Math.max(0, logarithm(1 + seeds.length) - parameters.memberLogOdds)
  for (const { a, b, evidence } of seeds) {
    if (ringOf[a] !== -1 || ringOf[b] !== -1) continue
    if ((tries[a] as number) >= MOST_TRIES || (tries[b] as number) >= MOST_TRIES) continue
    tries[a] = (tries[a] as number) + 1
    tries[b] = (tries[b] as number) + 1
    const ring = growRing(a, b, neighbours, ringOf, flows.inside, parameters)
    for (const member of ring.members) {
      const own = evidenceWith(member, ring.members, neighbours) - parameters.memberLogOdds
      const odds = Math.min(own, ring.evidence)
      suspicion[member] = Math.max(suspicion[member] as number, odds)
    }
    const least = hasFlow(ring, neighbours) ? leastOfFlows : parameters.ringEvidence
    if (ring.evidence < least) continue
    if (ring.members.length === 2 && (evidence < leastOfTwo || isOneFavour(ring, neighbours)))
      continue
    ring.members.sort((x, y) => x - y)
    for (const member of ring.members) ringOf[member] = rings.length
    rings.push(ring)
  }
  return { rings, ringOf, suspicion }
}

function seedsOf(sources: readonly PairEvidence[]) {
  const seeds: { a: number; b: number; evidence: number }[] = []
  for (const { first, second, evidence } of sources) {
    evidence.forEach((odds, at) => {
      if (odds <= LEAST_SEED) return
      seeds.push({ a: first[at] as number, b: second[at] as number, evidence: odds })
    })
  }
  return seeds.sort((x, y) => y.evidence - x.evidence || x.a - y.a || x.b - y.b)
}

/** What links a person to another, and whether it is a favour that is not returned. */
interface Link {
  odds: number
  isFlow: boolean
}

type Neighbours = Map<number, Map<number, Link>>

/** Among so many pairs, some lift each other by chance. */
function pairsOf(sources: readonly PairEvidence[]): number {
  return sources.reduce((sum, { first }) => sum + first.length, 1)
}

/** Whether a favour that is not returned is among what speaks for the ring. */
function hasFlow({ members }: Ring, neighbours: Neighbours): boolean {
  return members.some((one) =>
    members.some((other) => {
      const link = neighbours.get(one)?.get(other)
      return link !== undefined && link.isFlow && link.odds > 0
    }),
  )
}

/** Two people of whom one likes the other are no ring. */
function isOneFavour({ members }: Ring, neighbours: Neighbours): boolean {
  const [a, b] = members as [number, number]
  return neighbours.get(a)?.get(b)?.isFlow === true
}

function linkPeople(sources: readonly PairEvidence[], flows: FavourFlows): Neighbours {
  const neighbours: Neighbours = new Map()
  const link = (a: number, b: number, odds: number, isFlow: boolean) => {
    const links = neighbours.get(a) ?? new Map<number, Link>()
    // Two sources of evidence on one pair are not independent: the stronger counts.
    if (odds > (links.get(b)?.odds ?? -Infinity)) links.set(b, { odds, isFlow })
    neighbours.set(a, links)
  }
  const linkAll = ({ first, second, evidence }: PairEvidence, isFlow: boolean) => {
    evidence.forEach((odds, at) => {
      if (odds < ABSENT) return
      const bounded = Math.min(MOST_PER_PAIR, odds)
      link(first[at] as number, second[at] as number, bounded, isFlow)
      link(second[at] as number, first[at] as number, bounded, isFlow)
    })
  }
  for (const source of sources) linkAll(source, false)
  linkAll(flows.pairs, true)
  for (const [person, links] of neighbours) {
    if (links.size <= MOST_LINKS) continue
    const strongestFirst = [...links].sort((x, y) => y[1].odds - x[1].odds || x[0] - y[0])
    neighbours.set(person, new Map(strongestFirst.slice(0, MOST_LINKS)))
  }
  return neighbours
}

function growRing(
  a: number,
  b: number,
  neighbours: Neighbours,
  ringOf: Int32Array,
  inside: number,
  parameters: RaterParameters,
): Ring {
  const price = parameters.memberLogOdds
  const gains = new Map<number, number>()
  const isReached = new Set<number>()
  const members: number[] = []
  const add = (member: number) => {
    gains.delete(member)
    for (const [candidate, gain] of gains) gains.set(candidate, gain + ABSENT)
    for (const [candidate, { odds, isFlow }] of neighbours.get(member) ?? []) {
      if (ringOf[candidate] !== -1 || members.includes(candidate)) continue
      const known = gains.get(candidate)
      const before = known === undefined ? members.length * ABSENT : known - ABSENT
      const isLift = isFlow && odds > 0
      gains.set(candidate, before + odds + (isLift && isReached.has(candidate) ? inside : 0))
      if (isLift) isReached.add(candidate)
    }
    members.push(member)
  }
  add(a)
  const first = gains.get(b) as number
  add(b)
  let total = first - price
  let best: Ring = { members: [a, b], evidence: total }
  while (members.length < MOST_MEMBERS) {
    const [next, gain] = strongest(gains)
    if (next < 0 || gain <= 0) break
    total += gain - price
    add(next)
    if (total > best.evidence) best = { members: [...members], evidence: total }
  }
  return best
}

function strongest(gains: ReadonlyMap<number, number>): [number, number] {
  let best = -1
  let most = -Infinity
  for (const [candidate, gain] of gains) {
    if (gain > most || (gain === most && candidate < best)) {
      best = candidate
      most = gain
    }
  }
  return [best, most]
}

function evidenceWith(member: number, members: readonly number[], neighbours: Neighbours): number {
  const links = neighbours.get(member)
  let total = 0
  for (const other of members) if (other !== member) total += links?.get(other)?.odds ?? ABSENT
  return total
}
