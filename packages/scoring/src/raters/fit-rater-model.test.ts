import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SeededRandom, plainVillage, simulateVillage } from '../attack-lab/index.ts'
import { RaterFlag, RatingColumnsError, Relation, fitRaterModel } from './index.ts'
import {
  defaultRaterParameters,
  explainRing,
  explainSeverity,
  gatherRingEvidence,
} from './index.ts'
import { compareOnSpotChecks, updateScores } from './index.ts'
import type { RatingColumns } from './index.ts'

type Row = [rater: number, subject: number, stars: number, time?: number]

function columnsOf(rows: readonly Row[], extra: Partial<RatingColumns> = {}): RatingColumns {
  return {
    raterCount: 1 + Math.max(-1, ...rows.map(([rater]) => rater)),
    subjectCount: 1 + Math.max(-1, ...rows.map(([, subject]) => subject)),
    rater: Int32Array.from(rows, ([rater]) => rater),
    subject: Int32Array.from(rows, ([, subject]) => subject),
    stars: Float32Array.from(rows, ([, , stars]) => stars),
    time: Float64Array.from(rows, ([, , , time = 0]) => time),
    ...extra,
  }
}

const rowsOf = ({ rater, subject, stars, time }: RatingColumns): Row[] =>
  Array.from(rater, (by, at) => [by, subject[at]!, stars[at]!, time[at]!])

/** Subjects of quality 1.5 … 4.5, each rated by everybody with a known leaning. */
function knownVillage(severities: readonly number[], subjects = 30): Row[] {
  const random = new SeededRandom(5)
  return Array.from({ length: subjects }).flatMap((_, subject) =>
    severities.map((severity, rater): Row => {
      const seen = 1.5 + (3 * subject) / (subjects - 1) - severity + random.normal(0, 0.4)
      return [rater, subject, Math.max(1, Math.min(5, Math.round(seen))), subject * 1000 + rater]
    }),
  )
}

/** What the model says, also where too few rate for it to be taken. */
const modelScore = (columns: RatingColumns, subject: number): number =>
  fitRaterModel(columns).state.fit.score[subject]!

describe('fitRaterModel', () => {
  it('gives the same bytes for every order of the ratings', () => {
    const rows = rowsOf(simulateVillage({ ...plainVillage, people: 40 }, 3).columns)
    const shuffled = new SeededRandom(9).shuffle([...rows])
    const [one, other] = [rows, shuffled].map((list) => fitRaterModel(columnsOf(list)))
    expect(other!.score).toEqual(one!.score)
    expect(other!.trust).toEqual(one!.trust)
  })

  it('tells severe raters from lenient ones, in stars, positive for severe', () => {
    const severities = [-0.8, -0.4, 0, 0, 0, 0.4, 0.8]
    const { severity } = fitRaterModel(columnsOf(knownVillage(severities)))
    for (const [i, truth] of severities.entries()) expect(severity[i]).toBeCloseTo(truth, 0)
    expect([...severity.keys()].sort((a, b) => severity[a]! - severity[b]!).slice(-2)).toEqual([
      5, 6,
    ])
  })

  it('trusts least who rates at random or always alike', () => {
    const random = new SeededRandom(1)
    const rows = knownVillage([0, 0.3, -0.3, 0.1, -0.1, 0, 0])
      .map((row): Row => (row[0] === 5 ? [5, row[1], random.whole(1, 5), row[3]] : row))
      .map((row): Row => (row[0] === 6 ? [6, row[1], 4, row[3]] : row))
    const { trust, consistency, flags } = fitRaterModel(columnsOf(rows))
    expect(Math.max(trust[5]!, trust[6]!)).toBeLessThan(0.1)
    expect(Math.min(...trust.slice(0, 5))).toBeGreaterThan(0.5)
    expect(Math.max(consistency[5]!, consistency[6]!)).toBeLessThan(0.1)
    expect([flags[5], flags[6], flags[0]]).toEqual([
      RaterFlag.uninformative,
      RaterFlag.uninformative,
      0,
    ])
  })

  it('sees who copies the rating before', () => {
    const rows = knownVillage([0, 0.3, -0.3, 0.1, -0.1, 0], 60)
    const copied = rows.map(([rater, subject, stars, time]): Row => {
      // Rater 5 comes between 2 and 3 and gives what 2 gave.
      if (rater !== 5) return [rater, subject, stars, time]
      return [5, subject, rows[subject * 6 + 2]![2], subject * 1000 + 2.5]
    })
    const { flags } = fitRaterModel(columnsOf(copied))
    expect([...flags]).toEqual([0, 0, 0, 0, 0, RaterFlag.copies])
  })

  it('leaves out ratings of oneself and says so', () => {
    const rows: Row[] = [
      [0, 0, 5],
      [1, 0, 3],
      [2, 0, 3],
      [0, 1, 3],
    ]
    const ownerOf = Int32Array.from([0, 1])
    const { subjectRatings, flags, raterRatings } = fitRaterModel(columnsOf(rows, { ownerOf }))
    expect([...subjectRatings]).toEqual([2, 1])
    expect([...raterRatings]).toEqual([1, 1, 1])
    expect([...flags]).toEqual([RaterFlag.ratesSelf, 0, 0])
  })

  it('counts several ratings of one rater, and of one household, as one', () => {
    const base: Row[] = knownVillage([0, 0, 0, 0, 0, 0, 0, 0])
    const subject = 10
    const many = [
      ...base,
      ...Array.from({ length: 20 }, (_, n): Row => [8, subject, 5, 50_000 + n]),
    ]
    const household: Row[] = [
      ...base,
      ...Array.from({ length: 20 }, (_, n): Row => [8 + n, subject, 5, 50_000]),
    ]
    const householdOf = Int32Array.from({ length: 28 }, (_, rater) => (rater < 8 ? -1 : 0))
    const once = fitRaterModel(columnsOf([...base, [8, subject, 5, 50_000]])).score[subject]!
    expect(fitRaterModel(columnsOf(many)).score[subject]).toBeCloseTo(once, 1)
    expect(fitRaterModel(columnsOf(household, { householdOf })).score[subject]).toBeCloseTo(once, 1)
    const strangers = fitRaterModel(columnsOf(household)).score[subject]!
    expect(strangers).toBeGreaterThan(once + 0.3)
  })

  it('lets a spot check outweigh several ratings, kin count less than strangers, neighbours between', () => {
    const rows: Row[] = [...knownVillage([0, 0.2, -0.2, 0.1]), [4, 10, 5, 99_000]]
    const last = rows.length - 1
    const marked = (value: number) => Uint8Array.from(rows, (_, row) => (row === last ? value : 0))
    const plain = modelScore(columnsOf(rows), 10)
    const without = modelScore(columnsOf(rows.slice(0, -1)), 10)
    const checked = modelScore(columnsOf(rows, { isSpotCheck: marked(1) }), 10)
    const kin = modelScore(columnsOf(rows, { relation: marked(Relation.kin) }), 10)
    const hamlet = modelScore(columnsOf(rows, { relation: marked(Relation.sameHamlet) }), 10)
    expect(without).toBeLessThan(kin)
    expect(kin).toBeLessThan(hamlet)
    expect(hamlet).toBeLessThan(plain)
    expect(plain).toBeLessThan(checked)
    expect(checked).toBeGreaterThan((without + 5) / 2)
  })

  it('weighs old ratings less', () => {
    const days = 86_400
    const rows = (improving: boolean): Row[] => [
      ...knownVillage([0, 0.1, -0.1, 0]).map(([r, s, stars]): Row => [r, s, stars, 3000 * days]),
      ...[0, 1, 2, 3].map((n): Row => [4 + n, 10, improving ? 1 : 5, 0]),
      ...[0, 1, 2, 3].map((n): Row => [8 + n, 10, improving ? 5 : 1, 3000 * days]),
    ]
    const score = (improving: boolean, asOf?: number) =>
      modelScore(columnsOf(rows(improving), asOf === undefined ? {} : { asOf }), 10)
    expect(score(true)).toBeGreaterThan(score(false) + 0.3)
    // Ages count from the newest rating, or from a moment that is given; all are old by day 9000.
    expect(score(true, 3000 * days)).toBe(score(true))
    expect(score(true, 9000 * days)).toBeLessThan(score(true))
    expect(score(false, 9000 * days)).toBeGreaterThan(score(false))
  })

  it.each<[string, Row[]]>([
    ['no rating', []],
    ['one rating', [[0, 0, 5]]],
    ['nothing but fives', Array.from({ length: 60 }, (_, n): Row => [n % 12, n % 7, 5, n])],
    ['nothing but threes', Array.from({ length: 60 }, (_, n): Row => [n % 12, n % 7, 3, n])],
    [
      'two people at odds',
      [
        [0, 0, 1],
        [1, 0, 5],
        [0, 0, 1],
        [1, 0, 5],
      ],
    ],
    [
      'a rating each',
      Array.from({ length: 3000 }, (_, n): Row => [n, n % 50, 1 + ((n * 7) % 5), -n]),
    ],
    ['one rater of all', Array.from({ length: 2000 }, (_, n): Row => [0, n, 1 + (n % 5), n])],
    ['decimals', Array.from({ length: 60 }, (_, n): Row => [n % 12, n % 7, 1 + (n % 41) / 10, n])],
  ])('gives finite scores within the scale for %s', (_, rows) => {
    const result = fitRaterModel(columnsOf(rows))
    result.score.forEach((score, j) => {
      expect(result.low[j]).toBeGreaterThanOrEqual(1)
      expect(result.low[j]).toBeLessThanOrEqual(score)
      expect(result.high[j]).toBeGreaterThanOrEqual(score)
      expect(result.high[j]).toBeLessThanOrEqual(5)
    })
    for (const column of [result.severity, result.consistency, result.trust]) {
      expect(column.every(Number.isFinite)).toBe(true)
    }
    expect(result.trust.every((trust) => trust >= 0 && trust <= 1)).toBe(true)
    expect(result.rings).toEqual([])
  })

  it('lets no rater and no household move a score by more than the stated amount', () => {
    const base = rowsOf(simulateVillage({ ...plainVillage, people: 40 }, 8).columns)
    const before = fitRaterModel(columnsOf(base)).score
    const attack = fc.tuple(fc.nat(159), fc.constantFrom(1, 5), fc.integer({ min: 1, max: 6 }))
    fc.assert(
      fc.property(attack, ([subject, stars, size]) => {
        const added = Array.from({ length: size }, (_, n): Row => [40 + n, subject, stars, 1e6])
        const householdOf = Int32Array.from({ length: 40 + size }, (_, i) => (i < 40 ? -1 : 0))
        const { score } = fitRaterModel(columnsOf([...base, ...added], { householdOf }))
        const moved = Math.abs(score[subject]! - before[subject]!)
        expect(moved).toBeLessThanOrEqual(defaultRaterParameters.mostInfluenceStars)
      }),
      { numRuns: 12, seed: 4 },
    )
  })

  it.each<[string, Partial<RatingColumns>]>([
    ['rater', { rater: Int32Array.from([7]) }],
    ['subject', { subject: Int32Array.from([-1]) }],
    ['stars', { stars: Float32Array.from([5.5]) }],
    ['time', { time: Float64Array.from([Number.NaN]) }],
    ['length', { stars: Float32Array.from([5, 5]) }],
    ['ownerOf', { ownerOf: Int32Array.from([3]) }],
  ])('refuses a wrong column: %s', (_, wrong) => {
    expect(() => fitRaterModel(columnsOf([[0, 0, 4]], wrong))).toThrow(RatingColumnsError)
  })
})

describe('rings', () => {
  const village = simulateVillage({ ...plainVillage, colluding: 0.1, ringSize: [5, 5] }, 21)
  const calibration = fitRaterModel(village.columns)

  it('are found, with evidence in words for the committee', () => {
    const { rings, ringOf, state } = calibration
    const found = rings.map(({ members }) => members)
    expect(found).toEqual(
      expect.arrayContaining(
        village.rings.slice(0, 3).map((ring) => [...ring].sort((a, b) => a - b)),
      ),
    )
    const evidence = gatherRingEvidence(state, rings, ringOf)[0]!
    expect(evidence.members).toBe(5)
    expect(evidence.ratings).toBeGreaterThanOrEqual(80)
    expect(evidence.starsHundredths).toBeGreaterThan(evidence.expectedHundredths + 80)
    expect(explainRing(evidence, 'zh')).toMatch(/^这5人.*不扣任何人的分，请安排抽查。$/)
    expect(explainRing(evidence, 'en')).toMatch(/^These 5 people .* costs nobody points/)
  })

  it('lose their members trust', () => {
    const trustOf = (kind: string) =>
      [...calibration.trust].filter((_, i) => village.character[i] === kind)
    expect(Math.max(...trustOf('colluding'))).toBeLessThan(0.2)
  })
})

describe('rings where nobody is known to own the subjects', () => {
  it('are found by who goes together, at whatever time', () => {
    const parameters = { ...plainVillage, colluding: 0.1, ringSize: [5, 5] as [number, number] }
    const { columns, rings } = simulateVillage({ ...parameters, ownersKnown: false }, 21)
    const time = columns.time.map((_, row) => (row * 7919 * 3600) % 7_776_000)
    const found = fitRaterModel({ ...columns, time }).rings.flatMap(({ members }) => members)
    const members = new Set(rings.flat())
    expect(found.length).toBeGreaterThan(0.7 * members.size)
    expect(found.filter((rater) => !members.has(rater))).toEqual([])
  })

  it('count the first favour of their members only, and less, and all that speaks against it', () => {
    const rows: Row[] = [
      ...knownVillage([0, 0.2, -0.2, 0.1, 0.3, -0.1]),
      ...[6, 7, 8].map((by, n): Row => [by, 3, 5, 99_000 + n]),
    ]
    const columns = columnsOf(rows)
    const { state } = fitRaterModel(columns)
    const known = state.fit
    const score = (ringOf: readonly number[], of = columns) =>
      updateScores(of, { ...known, ringOf: Int32Array.from(ringOf) }, []).score[3]!
    const nobody = [-1, -1, -1, -1, -1, -1, -1, -1, -1]
    const inRing = [-1, -1, -1, -1, -1, -1, 0, 0, 0]
    const without = columnsOf(rows.slice(0, -3), { raterCount: 9 })
    expect(score(inRing)).toBeLessThan(score(nobody) - 0.2)
    expect(score(inRing)).toBeGreaterThan(score(inRing, without))
    expect(score(inRing) - score(inRing, without)).toBeLessThan(
      defaultRaterParameters.ringShare * defaultRaterParameters.mostInfluenceStars,
    )
    const low = columnsOf(rows.map(([by, of, stars, at]) => [by, of, by > 5 ? 1 : stars, at]))
    expect(score(inRing, low)).toBe(score(nobody, low))
  })
})

describe('standing in trust', () => {
  /** People rate people; of the last thirty, rated low by all, some rate at random. */
  function market(careless: boolean): RatingColumns {
    const random = new SeededRandom(6)
    const rows = Array.from({ length: 3000 }, (_, n): Row => {
      const rater = n % 150
      const subject = (rater + random.whole(1, 149)) % 150
      const seen = Math.round(random.normal(subject < 120 ? 4 : 2, 0.6))
      const isCareless = careless && rater >= 130
      return [rater, subject, isCareless ? random.whole(1, 5) : Math.max(1, Math.min(5, seen)), n]
    })
    return columnsOf(rows, { ownerOf: Int32Array.from({ length: 150 }, (_, i) => i) })
  }
  const trusts = (careless: boolean) =>
    [false, true].map((on) => fitRaterModel(market(careless), { trustFollowsStanding: on }).trust)

  it('counts where people who are rated low also rate carelessly', () => {
    const [without, withStanding] = trusts(true)
    const low = (trust: Float64Array) => trust.slice(120, 130).reduce((a, b) => a + b, 0) / 10
    expect(low(withStanding!)).toBeLessThan(0.8 * low(without!))
    expect(withStanding![5]).toBe(without![5])
  })

  it('counts nothing where they rate like everybody', () => {
    const [without, withStanding] = trusts(false)
    expect(withStanding).toEqual(without)
  })
})

describe('updateScores', () => {
  it('gives for a new rating nearly what a full fit gives, in under ten milliseconds', () => {
    const village = simulateVillage(plainVillage, 31).columns
    const subject = 17
    const rows: Row[] = [...rowsOf(village), [3, subject, 5, 8_000_000]]
    const { ownerOf } = village
    const known = fitRaterModel(village)
    const full = fitRaterModel(columnsOf(rows, { ownerOf: ownerOf! }))
    const ofRater = new Set(rows.filter(([rater]) => rater === 3).map(([, j]) => j))
    const affected = rows.filter(([, j]) => ofRater.has(j))
    const neighbourhood = columnsOf(affected, {
      raterCount: 240,
      subjectCount: 960,
      ownerOf: ownerOf!,
    })
    const { population, state, ringOf } = known
    const update = () => updateScores(neighbourhood, { ...state.fit, population, ringOf }, [3])
    // The quickest of a few: a busy machine is not the update's fault.
    const took = Array.from({ length: 20 }, () => {
      const began = performance.now()
      update()
      return performance.now() - began
    })
    expect(Math.min(...took)).toBeLessThan(10)
    const updated = update()
    expect(updated.score[subject]).toBeCloseTo(full.score[subject]!, 1)
    expect(updated.severity[3]).toBeCloseTo(full.severity[3]!, 1)
    expect(Math.abs(updated.score[subject]! - known.score[subject]!)).toBeGreaterThan(0.05)
  })
})

describe('compareOnSpotChecks', () => {
  it('shows the model nearer to the inspectors than mean, median and shrunken mean', () => {
    const village = simulateVillage({ ...plainVillage, colluding: 0.2 }, 41)
    const random = new SeededRandom(2)
    const rows = rowsOf(village.columns)
    const checks = Array.from({ length: 200 }, (_, n): Row => {
      const seen = village.quality[n * 4]! + random.normal(0, 0.3)
      return [240, n * 4, Math.max(1, Math.min(5, seen)), 9_000_000]
    })
    const isSpotCheck = Uint8Array.from([...rows, ...checks], (_, row) =>
      row < rows.length ? 0 : 1,
    )
    const { ownerOf } = village.columns
    const columns = columnsOf([...rows, ...checks], { isSpotCheck, ownerOf: ownerOf! })
    const { checkedSubjects, model, mean, median, shrunkenMean } = compareOnSpotChecks(columns)
    expect(checkedSubjects).toBe(200)
    expect(model).toBeLessThan(0.8 * Math.min(mean, median, shrunkenMean))
  })
})

describe('explainSeverity', () => {
  it('tells raters privately, in both languages', () => {
    expect(explainSeverity(0.62, 30, 'zh')).toBe(
      '您的30次评分平均比别人严约0.62星，计算时已经调平。',
    )
    expect(explainSeverity(-0.4, 30, 'en')).toContain('0.40 stars more lenient')
    expect(explainSeverity(0.1, 30, 'zh')).toContain('松紧适中')
    expect(explainSeverity(0, 0, 'en')).toContain('not rated anything')
  })
})
