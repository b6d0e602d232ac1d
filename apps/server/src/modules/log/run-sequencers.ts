import { selectVillageIds } from '../community/index.ts'
import { Sequencer, type SequencerParts } from './sequencer.ts'

export interface RunningSequencers {
  /** Ends what is under way and lets other processes have the logs. */
  stop(): Promise<void>
}

/** What commits within this time goes into the log together. */
const PAUSE_MILLISECONDS = 1000
/** With many villages their turns come less often, so that asking alone never fills a processor. */
const PAUSE_A_VILLAGE_MILLISECONDS = 10
/** How soon a village founded by another process gets its sequencer here. */
const LOOK_FOR_VILLAGES_MILLISECONDS = 10_000

/** Runs a sequencer for each village, present and to come, until stopped. */
export function runSequencers(parts: SequencerParts): RunningSequencers {
  const loops = new Map<string, Promise<void>>()
  // One for all that pause: a signal with a listener for each village warns of a leak at the eleventh.
  const pausing = new Set<() => void>()
  let stopped = false
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      if (stopped) return resolve()
      const end = () => {
        clearTimeout(timer)
        pausing.delete(end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      pausing.add(end)
    })

  const runVillage = async (villageId: string) => {
    const sequencer = new Sequencer(parts, villageId)
    while (!stopped) {
      const tick = await sequencer.tick().catch((error: unknown) => {
        parts.onFault(error)
        return 'idle' as const
      })
      if (tick === 'full') continue
      await pause(Math.max(PAUSE_MILLISECONDS, loops.size * PAUSE_A_VILLAGE_MILLISECONDS))
    }
    await sequencer.release().catch(parts.onFault)
  }

  const findVillages = async () => {
    while (!stopped) {
      const villageIds = await parts.database.outsideVillages(selectVillageIds).catch((error) => {
        parts.onFault(error)
        return []
      })
      for (const villageId of villageIds)
        if (!loops.has(villageId)) loops.set(villageId, runVillage(villageId))
      await pause(LOOK_FOR_VILLAGES_MILLISECONDS)
    }
  }
  const finding = findVillages()
  return {
    stop: async () => {
      stopped = true
      for (const end of pausing) end()
      await finding
      await Promise.all(loops.values())
    },
  }
}
