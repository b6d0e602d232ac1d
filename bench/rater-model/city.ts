import { SeededRandom } from '@azalea/scoring/attack-lab'
import type { RatingColumns } from '@azalea/scoring/raters'

export interface City {
  columns: RatingColumns
  quality: Float64Array
}

export interface CityParameters {
  users: number
  ratings: number
  /** People rate within their village, and a little beyond. */
  usersPerVillage: number
  /** Share of people in rings of six who lift each other once each. */
  colluding: number
  seed: number
}

const YEAR = 31_536_000

/**
 * A city's ratings in columns, made without an object for each: users rate each other, most within
 * their village, few much and many little, over a year.
 */
export function simulateCity({
  users,
  ratings,
  usersPerVillage,
  colluding,
  seed,
}: CityParameters): City {
  const random = new SeededRandom(seed)
  const quality = Float64Array.from({ length: users }, () =>
    Math.max(1, Math.min(5, random.normal(3.3, 0.7))),
  )
  const severity = Float64Array.from({ length: users }, () => random.normal(0, 0.6))
  const rater = new Int32Array(ratings)
  const subject = new Int32Array(ratings)
  const stars = new Float32Array(ratings)
  const time = new Float64Array(ratings)
  const ringMembers = Math.floor((users * colluding) / 6) * 6
  let row = 0
  const put = (by: number, of: number, given: number, at: number) => {
    rater[row] = by
    subject[row] = of
    stars[row] = given
    time[row] = at
    row += 1
  }
  for (let first = 0; first < ringMembers; first += 6) {
    const day = random.unit() * YEAR
    for (let by = first; by < first + 6; by += 1) {
      for (let of = first; of < first + 6; of += 1) {
        if (by !== of) put(by, of, 5, day + random.unit() * 86_400)
      }
    }
  }
  while (row < ratings) {
    const of = random.whole(0, users - 1)
    const village = Math.floor(of / usersPerVillage) * usersPerVillage
    const size = Math.min(usersPerVillage, users - village)
    const eager = random.unit() ** 2
    const by =
      random.unit() < 0.95 ? village + Math.floor(eager * size) : random.whole(0, users - 1)
    if (by === of) continue
    const seen = random.normal((quality[of] as number) - (severity[by] as number), 0.6)
    put(by, of, Math.max(1, Math.min(5, Math.round(seen))), random.unit() * YEAR)
  }
  const ownerOf = Int32Array.from({ length: users }, (_, i) => i)
  return {
    columns: { raterCount: users, subjectCount: users, rater, subject, stars, time, ownerOf },
    quality,
  }
}
