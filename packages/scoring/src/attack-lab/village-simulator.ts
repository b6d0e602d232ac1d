import type { RatingColumns } from '../raters/rating-columns.ts'
import { SeededRandom } from './seeded-random.ts'

/** How honest raters turn what they see into stars. Only the first is what the rater model assumes. */
export type StarRule =
  /** quality − severity + normal noise, rounded to whole stars. */
  | 'additive'
  /** Each rater has its own four thresholds between the stars. */
  | 'thresholds'
  /** Each rater uses its own narrow or wide part of the scale; noise has heavy tails. */
  | 'stretched'

/** How ring members lift each other. */
export type RingStyle =
  /** All rate all, five stars, within a few days. */
  | 'clique'
  /** As a clique, with fours among the fives, over the whole season, each pair with probability ½. */
  | 'patient'
  /** Each lifts the next two in a circle: nobody is rated back. */
  | 'circle'
  /** Each lifts the next one only. */
  | 'chain'
  /** All lift the first member, who lifts each of them back. */
  | 'patron'
  /** All lift the first member; nobody is rated back. */
  | 'servants'

/** The published parameters of a simulated village. Stars and deviations in stars. */
export interface VillageParameters {
  people: number
  subjectsPerPerson: number
  /** Whether it is known whose each subject is. */
  ownersKnown: boolean
  ratingsPerSubject: [number, number]
  quality: { mean: number; deviation: number; skewed: boolean }
  severityDeviation: number
  noise: [number, number]
  starRule: StarRule
  /** Shares of people. */
  lazy: number
  random: number
  copycats: number
  grudges: number
  /** Share of people who joined late and rate little. */
  newcomers: number
  /** Share of people in rings, and the sizes of those. */
  colluding: number
  ringSize: [number, number]
  ringStyle: RingStyle
  /** Days over which a ring's favours are spread (patient rings take the whole season). */
  ringDays: number
  /** Share of the pairs of honest friends, who rate each other, truthfully, beside the random ones. */
  friendsPerPerson: number
  /** Hamlets of so many, or 0; a subject is rated by its own hamlet's people but for this share … */
  hamletSize: number
  strangers: number
  /** … and hamlets differ in quality by this deviation, so that good farmers live together. */
  hamletDeviation: number
  days: number
}

export const plainVillage: VillageParameters = {
  people: 240,
  subjectsPerPerson: 4,
  ownersKnown: true,
  ratingsPerSubject: [5, 5],
  quality: { mean: 3.3, deviation: 0.7, skewed: false },
  severityDeviation: 0.6,
  noise: [0.4, 0.8],
  starRule: 'additive',
  lazy: 0.05,
  random: 0.03,
  copycats: 0.03,
  grudges: 0.02,
  newcomers: 0.1,
  colluding: 0,
  ringSize: [2, 12],
  ringStyle: 'clique',
  ringDays: 3,
  friendsPerPerson: 1,
  hamletSize: 0,
  strangers: 0.2,
  hamletDeviation: 0.4,
  days: 90,
}

export type Character = 'honest' | 'lazy' | 'random' | 'copycat' | 'grudge' | 'colluding'

export interface SimulatedVillage {
  columns: RatingColumns
  /** True values, the qualities within 1 … 5. */
  quality: Float64Array
  severity: Float64Array
  character: Character[]
  rings: number[][]
  /** For each rating 1 if a ring gave it. */
  isRingRating: Uint8Array
}

interface Person {
  severity: number
  noise: number
  stretch: number
  thresholds: number[]
  character: Character
  isNew: boolean
  habit: number
}

interface Row {
  rater: number
  subject: number
  stars: number
  time: number
  isRing: boolean
}

const DAY = 86_400

/**
 * A village's ratings with the truth beside them. The ratings of honest people are the same with and
 * without rings (`colluding: 0`), so that an attacker's gain can be measured.
 */
export function simulateVillage(parameters: VillageParameters, seed: number): SimulatedVillage {
  const random = new SeededRandom(seed)
  const people = Array.from({ length: parameters.people }, () => person(parameters, random))
  const subjects = parameters.people * parameters.subjectsPerPerson
  const quality = Float64Array.from({ length: subjects }, () => drawQuality(parameters, random))
  if (parameters.hamletSize > 0) shiftHamlets(parameters, quality, random)
  const rows = honestRows(parameters, people, quality, random)
  rows.push(...friendRows(parameters, people, quality, random))
  const rings = drawRings(parameters, new SeededRandom(seed + 7919))
  for (const ring of rings) {
    rows.push(...ringRows(parameters, ring, new SeededRandom(seed + 104729 + (ring[0] as number))))
    for (const member of ring) (people[member] as Person).character = 'colluding'
  }
  return {
    columns: columnsOf(parameters, rows),
    quality,
    severity: Float64Array.from(people, ({ severity }) => severity),
    character: people.map(({ character }) => character),
    rings,
    isRingRating: Uint8Array.from(rows, ({ isRing }) => (isRing ? 1 : 0)),
  }
}

function person(parameters: VillageParameters, random: SeededRandom): Person {
  const drawn = random.unit()
  const { lazy, random: erratic, copycats, grudges } = parameters
  let character: Character = 'honest'
  if (drawn < lazy) character = 'lazy'
  else if (drawn < lazy + erratic) character = 'random'
  else if (drawn < lazy + erratic + copycats) character = 'copycat'
  else if (drawn < lazy + erratic + copycats + grudges) character = 'grudge'
  const severity = random.normal(0, parameters.severityDeviation)
  const noise = random.between(...parameters.noise)
  const stretch = random.between(0.5, 1.3)
  const thresholds = [1.5, 2.5, 3.5, 4.5].map((at) => at + severity + random.normal(0, 0.35))
  thresholds.sort((a, b) => a - b)
  const isNew = random.unit() < parameters.newcomers
  return { severity, noise, stretch, thresholds, character, isNew, habit: random.whole(3, 5) }
}

function drawQuality({ quality }: VillageParameters, random: SeededRandom): number {
  const drawn = random.normal(0, 1)
  // Skewed: most subjects are good, some are much worse.
  const value = quality.skewed
    ? 4.4 - 0.5 * drawn * drawn
    : quality.mean + quality.deviation * drawn
  return Math.max(1, Math.min(5, value))
}

function shiftHamlets(parameters: VillageParameters, quality: Float64Array, random: SeededRandom) {
  const perHamlet = parameters.hamletSize * parameters.subjectsPerPerson
  let shift = 0
  quality.forEach((value, subject) => {
    if (subject % perHamlet === 0) shift = random.normal(0, parameters.hamletDeviation)
    quality[subject] = Math.max(1, Math.min(5, value + shift))
  })
}

function starsOf(
  { starRule }: VillageParameters,
  by: Person,
  quality: number,
  before: number | undefined,
  random: SeededRandom,
): number {
  if (by.character === 'random') return random.whole(1, 5)
  if (by.character === 'lazy' && random.unit() < 0.9) return by.habit
  if (by.character === 'copycat' && before !== undefined && random.unit() < 0.85) return before
  return judgedStars(starRule, by, quality, random)
}

function judgedStars(rule: StarRule, by: Person, quality: number, random: SeededRandom): number {
  if (rule === 'thresholds') {
    const seen = random.normal(quality, by.noise)
    return 1 + by.thresholds.filter((at) => seen > at).length
  }
  if (rule === 'stretched') {
    const tail = random.unit() < 0.1 ? 2.5 : 0.85
    const seen = 3.5 + by.stretch * (quality - 3.5) - by.severity
    return wholeStars(seen + random.normal(0, by.noise * tail))
  }
  return wholeStars(random.normal(quality - by.severity, by.noise))
}

const wholeStars = (seen: number) => Math.max(1, Math.min(5, Math.round(seen)))

function honestRows(
  parameters: VillageParameters,
  people: readonly Person[],
  quality: Float64Array,
  random: SeededRandom,
): Row[] {
  const rows: Row[] = []
  // Some rate much, most rate little.
  const eager = people.flatMap(({ isNew }, i) =>
    Array.from({ length: isNew ? 1 : random.whole(2, 12) }, () => i),
  )
  quality.forEach((truth, subject) => {
    const owner = Math.floor(subject / parameters.subjectsPerPerson)
    const wanted = random.whole(...parameters.ratingsPerSubject)
    const chosen = new Set<number>()
    const most = parameters.hamletSize > 0 ? 5000 : 500
    for (let tries = 0; chosen.size < wanted && tries < most; tries += 1) {
      const by = eager[random.whole(0, eager.length - 1)] as number
      if (by !== owner && isNear(parameters, by, owner, random)) chosen.add(by)
    }
    const times = [...chosen].map(() => random.unit() * parameters.days * DAY).sort((a, b) => a - b)
    let before: number | undefined
    for (const [at, by] of [...chosen].entries()) {
      const rater = people[by] as Person
      const hasGrudge = rater.character === 'grudge' && subject % 3 === 0
      const stars = hasGrudge ? 1 : starsOf(parameters, rater, truth, before, random)
      rows.push({ rater: by, subject, stars, time: times[at] as number, isRing: false })
      before = stars
    }
  })
  return rows
}

/** Somebody of another hamlet rates seldom. */
function isNear(
  { hamletSize, strangers, people }: VillageParameters,
  by: number,
  owner: number,
  random: SeededRandom,
): boolean {
  if (hamletSize === 0 || Math.floor(by / hamletSize) === Math.floor(owner / hamletSize))
    return true
  // So many more are strangers than neighbours.
  return random.unit() < (strangers / (1 - strangers)) * (hamletSize / people)
}

/** Friends rate each other's first subjects on the same day, as they find them. */
function friendRows(
  parameters: VillageParameters,
  people: readonly Person[],
  quality: Float64Array,
  random: SeededRandom,
): Row[] {
  const rows: Row[] = []
  const pairs = Math.round((parameters.people * parameters.friendsPerPerson) / 2)
  for (let pair = 0; pair < pairs; pair += 1) {
    const a = random.whole(0, parameters.people - 1)
    const b = random.whole(0, parameters.people - 1)
    const day = random.unit() * parameters.days * DAY
    if (a === b) continue
    for (const [by, of] of [
      [a, b],
      [b, a],
    ] as const) {
      const subject = of * parameters.subjectsPerPerson
      const truth = quality[subject] as number
      const stars = starsOf(parameters, people[by] as Person, truth, undefined, random)
      rows.push({ rater: by, subject, stars, time: day + random.unit() * 7200, isRing: false })
    }
  }
  return rows
}

function drawRings(parameters: VillageParameters, random: SeededRandom): number[][] {
  const members = Math.round(parameters.colluding * parameters.people)
  const order = random.shuffle(Array.from({ length: parameters.people }, (_, i) => i))
  const rings: number[][] = []
  for (let used = 0; used + 2 <= members;) {
    const size = Math.min(random.whole(...parameters.ringSize), members - used)
    if (size < 2) break
    rings.push(order.slice(used, used + size))
    used += size
  }
  return rings
}

function ringRows(
  parameters: VillageParameters,
  ring: readonly number[],
  random: SeededRandom,
): Row[] {
  const { subjectsPerPerson, ringStyle, ringDays, days } = parameters
  const rows: Row[] = []
  const lift = (by: number, of: number, stars: number, time: number) => {
    for (let k = 0; k < subjectsPerPerson; k += 1) {
      rows.push({
        rater: by,
        subject: of * subjectsPerPerson + k,
        stars,
        time: time + random.unit() * (ringStyle === 'patient' ? 3 : ringDays) * DAY,
        isRing: true,
      })
    }
  }
  const day = random.unit() * Math.max(0, days - ringDays) * DAY
  ring.forEach((by, place) => {
    ring.forEach((of, other) => {
      if (by === of) return
      const ahead = (other - place + ring.length) % ring.length
      if (ringStyle === 'clique') lift(by, of, 5, day)
      if (ringStyle === 'patient' && random.unit() < 0.5) {
        lift(by, of, random.unit() < 0.7 ? 5 : 4, random.unit() * days * DAY)
      }
      if (ringStyle === 'circle' && ahead <= 2) lift(by, of, 5, day)
      if (ringStyle === 'chain' && ahead === 1) lift(by, of, 5, day)
      if (ringStyle === 'servants' && other === 0) lift(by, of, 5, day)
      if (ringStyle === 'patron' && (other === 0 || place === 0)) lift(by, of, 5, day)
    })
  })
  return rows
}

function columnsOf(parameters: VillageParameters, rows: readonly Row[]): RatingColumns {
  const subjectCount = parameters.people * parameters.subjectsPerPerson
  const columns: RatingColumns = {
    raterCount: parameters.people,
    subjectCount,
    rater: Int32Array.from(rows, ({ rater }) => rater),
    subject: Int32Array.from(rows, ({ subject }) => subject),
    stars: Float32Array.from(rows, ({ stars }) => stars),
    time: Float64Array.from(rows, ({ time }) => Math.floor(time)),
  }
  if (parameters.ownersKnown) {
    columns.ownerOf = Int32Array.from({ length: subjectCount }, (_, subject) =>
      Math.floor(subject / parameters.subjectsPerPerson),
    )
  }
  return columns
}
