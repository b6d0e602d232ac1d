import type { Language } from '../amounts-in-words.ts'
import type { CalibrationState } from './fit-rater-model.ts'
import type { Ring } from './find-rings.ts'

/** What speaks for a ring, in numbers that a committee can check against the ratings. */
export interface RingEvidence {
  members: number
  /** Ratings by members of members' subjects (or, with no owners known, of subjects they share). */
  ratings: number
  /** Of those, given within the window of another. */
  together: number
  /** Mean of those stars, and mean of what others' ratings and the raters' severity let expect. */
  starsHundredths: number
  expectedHundredths: number
}

/** Gathers the evidence for each ring. */
export function gatherRingEvidence(
  { index, fit, parameters }: CalibrationState,
  rings: readonly Ring[],
  ringOf: Int32Array,
): RingEvidence[] {
  const sums = rings.map(() => ({ ratings: 0, together: 0, stars: 0, expected: 0 }))
  for (let j = 0; j < index.subjectCount; j += 1) {
    const owner = index.ownerOf[j] as number
    const ofRing = owner < 0 ? -1 : (ringOf[owner] as number)
    if (owner >= 0 && ofRing < 0) continue
    const to = index.start[j + 1] as number
    const byRing = new Map<number, number[]>()
    for (let e = index.start[j] as number; e < to; e += 1) {
      const ring = ringOf[index.rater[e] as number] as number
      if (ring < 0 || index.isSpotCheck[e] === 1 || (owner >= 0 && ring !== ofRing)) continue
      byRing.set(ring, [...(byRing.get(ring) ?? []), e])
    }
    for (const [ring, ratings] of byRing) {
      if (owner < 0 && ratings.length < 2) continue
      const sum = sums[ring] as (typeof sums)[number]
      for (const [at, e] of ratings.entries()) {
        const apart = (other: number | undefined) =>
          other !== undefined &&
          Math.abs((index.time[e] as number) - (index.time[other] as number)) <=
            parameters.windowSeconds
        const severity = fit.severity[index.rater[e] as number] as number
        sum.ratings += 1
        sum.together += apart(ratings[at - 1]) || apart(ratings[at + 1]) ? 1 : 0
        sum.stars += index.stars[e] as number
        sum.expected += Math.max(1, Math.min(5, (fit.score[j] as number) - severity))
      }
    }
  }
  return sums.map(({ ratings, together, stars, expected }, at) => ({
    members: (rings[at] as Ring).members.length,
    ratings,
    together,
    starsHundredths: Math.round((100 * stars) / Math.max(1, ratings)),
    expectedHundredths: Math.round((100 * expected) / Math.max(1, ratings)),
  }))
}

/**
 * The evidence as a sentence for the committee. It says what was seen, and that a spot check decides:
 * a flag takes no points from anybody.
 */
export function explainRing(evidence: RingEvidence, language: Language): string {
  const { members, ratings, together } = evidence
  const stars = inStars(evidence.starsHundredths)
  const expected = inStars(evidence.expectedHundredths)
  if (language === 'zh') {
    return (
      `这${members}人在彼此相关的对象上共有${ratings}次评分，平均${stars}星，按其他人的评分应在${expected}星左右；` +
      `其中${together}次在几天之内先后打出。这只是线索，不扣任何人的分，请安排抽查。`
    )
  }
  return (
    `These ${members} people gave ${ratings} ratings where they are involved themselves, ${stars} stars on ` +
    `average, where others' ratings suggest about ${expected}; ${together} of them within days of each other. ` +
    `This is a pointer only and costs nobody points: please draw a spot check.`
  )
}

/** What a rater is told, privately, of its own severity. `severity` in stars. */
export function explainSeverity(severity: number, ratings: number, language: Language): string {
  const hundredths = Math.round(Math.abs(severity) * 100)
  const stars = inStars(hundredths)
  if (language === 'zh') {
    if (ratings === 0) return '您还没有评过分。'
    if (hundredths < 15) return `您的${ratings}次评分松紧适中。`
    return `您的${ratings}次评分平均比别人${severity > 0 ? '严' : '松'}约${stars}星，计算时已经调平。`
  }
  if (ratings === 0) return 'You have not rated anything yet.'
  if (hundredths < 15) return `Your ${ratings} ratings are neither strict nor lenient.`
  const kind = severity > 0 ? 'stricter' : 'more lenient'
  return `Your ${ratings} ratings are about ${stars} stars ${kind} than others'; the scores allow for that.`
}

/** Hundredths of a star as 3.42. */
function inStars(hundredths: number): string {
  const rest = hundredths % 100
  return `${(hundredths - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`
}

/** What a rater is told, privately, of how far its stars follow what it sees. */
export function explainConsistency(consistencyPermille: number, language: Language): string {
  const [zh, en] =
    consistencyPermille >= 450
      ? ['您的打分与对象好坏相当一致。', 'Your stars follow what you see closely.']
      : consistencyPermille >= 200
        ? [
            '您的打分大体跟得上对象好坏，有些起伏。',
            'Your stars follow what you see on the whole, with some ups and downs.',
          ]
        : [
            '您的打分与对象好坏关系不大，计算时算得轻一些。',
            'Your stars follow what you see only little, so they count for less.',
          ]
  return language === 'zh' ? zh : en
}

/** What was seen of a rater's stars besides rings, as a sentence for the committee. `flags` as in `RaterFlag`. */
export function explainFlags(flags: number, ratings: number, language: Language): string {
  const copies = (flags & 2) !== 0
  if (language === 'zh') {
    const seen = copies ? '总与前一个人打得一样，却不与后一个人一样' : '不随对象好坏变化'
    return `${ratings}次评分${seen}。计算时已算得轻，不扣本人的分。`
  }
  const seen = copies
    ? 'agree with the rating before, and not with the one after'
    : 'do not follow what is rated'
  return `${ratings} ratings that ${seen}. They count for less; it costs the rater no points.`
}
