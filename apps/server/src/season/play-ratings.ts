import { rateSubject } from '../modules/participation/index.ts'
import { atHour, minutesLater, schedule, type Place, type Player, type Stage } from './stage.ts'

const WALKS_A_DAY = 17
const STOPS_A_WALK = 4
const WALK_HOURS = [7, 17] // before the heat one day, after work the next
const MINUTES_BETWEEN_STOPS = 4
const ROUND_DAY = 30

const praise = ['垄直草净，渠边也清了。', '架子搭得齐。', '院子一根杂草都没有。', '菜长得精神。']
const plain = ['一般，草有点多。', '渠边堵了一点。', '还行，再理理更好。']
const blame = ['草比菜高了。', '塑料膜没收。', '杂物堆在路边。']

/**
 * Every day, some villagers walk from plate to plate and rate what they see; one evening, the group
 * leaders look at all posts together.
 */
export function playRatings(stage: Stage, days: number): void {
  playRound(stage)
  const { chance, cast } = stage
  const subjects = [...cast.plots, ...cast.yards]
  const quality = new Map(subjects.map(({ subjectId }) => [subjectId, 3.6 + 0.7 * chance.normal()]))
  const severity = new Map(
    cast.villagers.map(({ actor }) => [actor.personId, 0.45 * chance.normal()]),
  )
  for (let day = 1; day <= days; day++) {
    const walkers = chance.shuffled(cast.villagers).slice(0, WALKS_A_DAY)
    const hour = WALK_HOURS[day % WALK_HOURS.length] ?? 7
    for (const [index, walker] of walkers.entries()) {
      const stops = stopsOf(stage, subjects, walker)
      for (const [stop, subject] of stops.entries()) {
        const at = minutesLater(atHour(stage, day, hour), stop * MINUTES_BETWEEN_STOPS)
        const felt =
          (quality.get(subject.subjectId) ?? 3) + (severity.get(walker.actor.personId) ?? 0)
        rateAt(stage, at, `season-rating-${day}-${index}-${stop}`, walker, subject, felt)
      }
    }
  }
}

/** Beside the walks, so that there are six thousand ratings at whatever hour the last day ends. */
function playRound(stage: Stage): void {
  const { cast, doors } = stage
  for (const [no, post] of cast.posts.entries())
    for (const [index, { actor }] of cast.groupLeaders.entries()) {
      const input = {
        plateCode: post.code,
        stars: 4,
        words: null,
        photoFileId: null,
        occurredAt: null,
      }
      const key = `season-round-${no}-${index}`
      schedule(stage, minutesLater(atHour(stage, ROUND_DAY, 18), 5 * no), async () => {
        await rateSubject(doors, actor, key, input)
      })
    }
}

/** Neighbouring plates mostly: people rate where they pass. */
function stopsOf(stage: Stage, subjects: readonly Place[], walker: Player): Place[] {
  const strangers = subjects.filter(
    ({ keeperHouseholdId }) => keeperHouseholdId !== walker.householdId,
  )
  const start = stage.chance.whole(0, strangers.length - 1)
  return Array.from(
    { length: STOPS_A_WALK },
    (_, stop) => strangers[(start + stop) % strangers.length],
  ).flatMap((place) => place ?? [])
}

function rateAt(
  stage: Stage,
  at: Date,
  key: string,
  walker: Player,
  subject: Place,
  felt: number,
): void {
  const { chance, doors } = stage
  const stars = Math.min(5, Math.max(1, Math.round(felt + 0.5 * chance.normal())))
  const said = stars >= 4 ? praise : stars === 3 ? plain : blame
  const words = chance.happens(0.12) ? chance.pick(said) : null
  const input = { plateCode: subject.code, stars, words, photoFileId: null, occurredAt: null }
  schedule(stage, at, async () => {
    await rateSubject(doors, walker.actor, key, input)
  })
}
