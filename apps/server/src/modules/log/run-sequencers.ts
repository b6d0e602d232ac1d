import { selectVillageIds } from '../community/index.ts'
import { Sequencer, type SequencerParts } from './sequencer.ts'

export interface RunningSequencers {
  /** Ends what is under way and lets other processes have the logs. */
  stop(): Promise<void>
}

/** What commits within this time goes into the book together. */
const PAUSE_MILLISECONDS = 1000
/** With many villages their turns come less often, so that asking alone never fills a processor. */
const PAUSE_A_VILLAGE_MILLISECONDS = 10
/** How soon a village founded by another process gets its sequencer here. */
const LOOK_FOR_VILLAGES_MILLISECONDS = 10_000

/** Runs a sequencer for each village, present and to come, until stopped. */
export function runSequencers(parts: SequencerParts): RunningSequencers {
  const loops = new Map<string, Promise<void>>()
  const stopping = new AbortController()
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      if (stopping.signal.aborted) return resolve()
      const end = () => {
        clearTimeout(timer)
        stopping.signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      stopping.signal.addEventListener('abort', end)
    })

  const runVillage = async (villageId: string) => {
    const sequencer = new Sequencer(parts, villageId)
    while (!stopping.signal.aborted) {
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
    while (!stopping.signal.aborted) {
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
      stopping.abort()
      await finding
      await Promise.all(loops.values())
    },
  }
}
