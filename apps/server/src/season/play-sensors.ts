import {
  keepReadings,
  placeSensor,
  watchSensors,
  type GivenReading,
  type PlaceSensorInput,
} from '../modules/produce/index.ts'
import { lastDayNo } from './play-activities.ts'
import { visitedGrower } from './play-plots.ts'
import { atHour, minutesLater, schedule, type Stage } from './stage.ts'

const DAYS = 6
const HOUR = 3_600_000

type Said = (hour: Date, hoursBeforeEnd: number) => number

interface SeasonSensor {
  readonly key: string
  readonly placing: Omit<PlaceSensorInput, 'plotId'>
  readonly says: Said
}

const civilHour = (at: Date) => (at.getUTCHours() + 8) % 24

const sensors: readonly SeasonSensor[] = [
  {
    key: 'soil',
    placing: { name: '东头墒情', kind: 'soil_moisture', speaks: 'mqtt', isPublic: true },
    // It dries since the rain of the first days.
    says: (_, left) => 17.2 + left * 0.07 + Math.sin(left / 4) * 0.3,
  },
  {
    key: 'air',
    placing: { name: '百叶箱', kind: 'temperature', speaks: 'mqtt', isPublic: true },
    says: (at) => 14 + 6 * Math.sin(((civilHour(at) - 9) / 24) * 2 * Math.PI),
  },
  {
    key: 'rain',
    placing: { name: '翻斗雨量计', kind: 'rain', speaks: 'http', isPublic: true },
    says: (_, left) => (left > 112 && left < 120 ? 1.6 : 0),
  },
]

/** Three sensors on a plot for some days, as they would have said it; at the end its soil is dry. */
export function playSensors(stage: Stage): void {
  const { doors, villageId, cast, now } = stage
  const [placer] = cast.committee
  const { plotId } = visitedGrower(stage)
  if (placer === undefined) throw new Error('nobody places')
  const begin = atHour(stage, lastDayNo(stage) - DAYS, 10)
  const codes = new Map<string, string>()
  schedule(stage, begin, async () => {
    for (const { key, placing } of sensors) {
      const input = { ...placing, plotId }
      const placed = await placeSensor(doors, placer.actor, `season-sensor-${key}`, input)
      codes.set(key, placed.code)
    }
  })
  const say = async (from: Date, to: Date) => {
    for (const { key, placing, says } of sensors) {
      const given: GivenReading[] = []
      for (let at = from.getTime(); at < to.getTime(); at += HOUR) {
        const value = says(new Date(at), (now.getTime() - at) / HOUR)
        given.push({ code: codes.get(key) ?? '', value, at: new Date(at) })
      }
      await keepReadings(doors, villageId, given, placing.speaks)
    }
  }
  let told = begin
  const sayUntil = (at: Date) =>
    schedule(stage, at, async () => {
      const from = told
      told = at
      await say(from, at)
      await watchSensors(doors, villageId)
    })
  for (let day = lastDayNo(stage) - DAYS + 1; day < lastDayNo(stage); day += 1)
    sayUntil(atHour(stage, day, 9.5))
  sayUntil(minutesLater(now, -5))
}
