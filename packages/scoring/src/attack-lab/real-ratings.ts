import type { RatingColumns } from '../raters/rating-columns.ts'
import { SeededRandom } from './seeded-random.ts'

/** Ratings by people, of subjects whose truth is known from elsewhere. */
export interface RealRatings {
  columns: RatingColumns
  /** For each subject what experts say, in stars; never an input. */
  truth: Float64Array
}

/** Reads a file with the header rater,subject,stars,time,truth. */
export function readRealRatings(text: string): RealRatings {
  const rows = text.trim().split('\n').slice(1)
  const raters = new Map<string, number>()
  const subjects = new Map<string, number>()
  const truths: number[] = []
  const columns: Record<'rater' | 'subject' | 'stars' | 'time', number[]> = {
    rater: [],
    subject: [],
    stars: [],
    time: [],
  }
  for (const row of rows) {
    const [by = '', of = '', stars, time, truth] = row.split(',')
    const subject = numberOf(subjects, of)
    truths[subject] = Number(truth)
    columns.rater.push(numberOf(raters, by))
    columns.subject.push(subject)
    columns.stars.push(Number(stars))
    columns.time.push(Number(time))
  }
  return {
    columns: {
      raterCount: raters.size,
      subjectCount: subjects.size,
      rater: Int32Array.from(columns.rater),
      subject: Int32Array.from(columns.subject),
      stars: Float32Array.from(columns.stars),
      time: Float64Array.from(columns.time),
    },
    truth: Float64Array.from(truths),
  }
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, numbers.size)
  return numbers.size - 1
}

/** The same ratings, of every subject only so many, drawn by lot. */
export function thinRatings(
  { columns, truth }: RealRatings,
  ratingsPerSubject: number,
  seed: number,
): RealRatings {
  const random = new SeededRandom(seed)
  const left = new Int32Array(columns.subjectCount).fill(ratingsPerSubject)
  const order = random.shuffle(Array.from(columns.rater.keys()))
  const kept = order.filter((row) => {
    const j = columns.subject[row] as number
    left[j] = (left[j] as number) - 1
    return (left[j] as number) >= 0
  })
  kept.sort((a, b) => a - b)
  return {
    columns: {
      ...columns,
      rater: Int32Array.from(kept, (row) => columns.rater[row] as number),
      subject: Int32Array.from(kept, (row) => columns.subject[row] as number),
      stars: Float32Array.from(kept, (row) => columns.stars[row] as number),
      time: Float64Array.from(kept, (row) => columns.time[row] as number),
    },
    truth,
  }
}
