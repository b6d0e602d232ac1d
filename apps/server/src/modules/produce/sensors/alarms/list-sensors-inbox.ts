import { hasAnyRole } from '../../../../platform/actor.ts'
import { waitingTogether, type InboxPart } from '../../../../platform/contributions.ts'
import { isSilent } from '../readings/recent-value.ts'
import { selectHeard } from '../sensors/sensor.store.ts'

const DAY = 86_400_000
/** A sensor that speaks nonsense now and then is none to walk to. */
const REFUSED_HOURS = 24

/** Sensors that are silent, or of which nothing could be taken of late, as one line for the technician. */
export const sensorsInbox: InboxPart<unknown> = {
  kinds: ['sensor_trouble'],
  list: async (_, { db, actor, now }) => {
    if (!hasAnyRole(actor, ['technician'])) return []
    const troubled = (await selectHeard(db, actor.villageId)).flatMap((sensor) => {
      const { lastAt, placedAt, refusedAt } = sensor
      if (isSilent(sensor, now)) return [lastAt ?? placedAt]
      const isLate =
        refusedAt !== null && now.getTime() - refusedAt.getTime() < REFUSED_HOURS * 3_600_000
      return isLate && (lastAt === null || refusedAt > lastAt) ? [refusedAt] : []
    })
    const oldestAt = troubled.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
    return waitingTogether(
      'sensor_trouble',
      { count: troubled.length, oldestAt },
      (since) => new Date(since.getTime() + DAY),
    )
  },
}
