import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { foldStanding } from './fold-standing.ts'

/** Folds villages soon after commands have left something for their boards. */
export interface Folder {
  /** A village has something pending; returns at once. */
  wake(villageId: string): void
  /** Resolves when every village woken so far is folded (or failed, which `onFault` was told). */
  idle(): Promise<void>
  /** Finishes the fold in progress and folds no more: the rest stays pending for the next server. */
  stop(): Promise<void>
}

export interface FolderParts {
  readonly database: Database
  readonly clock: Clock
  readonly onFault: (error: unknown) => void
}

/** What comes within this time is folded together. */
const LEAST_PAUSE_MILLISECONDS = 100
/** In a rush the folder rests this many times as long as it worked: commands come first. */
const REST_PER_WORK = 9
const LONGEST_PAUSE_MILLISECONDS = 2_000

export function createFolder({ database, clock, onFault }: FolderParts): Folder {
  const woken = new Set<string>()
  let round: Promise<void> | null = null
  let stopped = false
  let waiting = 0
  let endPause = () => {}

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      if (waiting > 0 || stopped) return resolve()
      const timer = setTimeout(resolve, milliseconds)
      // A server that is done need not stay for it: the pending rows are durable.
      timer.unref()
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const foldWoken = async () => {
    let workMilliseconds = 0
    while (woken.size > 0 && !stopped) {
      await pause(pauseAfter(workMilliseconds))
      const due = new Set(woken)
      woken.clear()
      const began = performance.now()
      for (const villageId of due) {
        if (stopped) return
        await foldStanding(database, clock, villageId).catch(onFault)
      }
      workMilliseconds = performance.now() - began
    }
  }

  const start = () => {
    round ??= foldWoken().finally(() => {
      round = null
      if (woken.size > 0 && !stopped) start() // woken after the loop had looked
    })
  }

  return {
    wake: (villageId) => {
      if (stopped) return
      woken.add(villageId)
      start()
    },
    idle: async () => {
      waiting += 1
      endPause()
      while (round !== null) await round
      waiting -= 1
    },
    stop: async () => {
      stopped = true
      endPause()
      await round
    },
  }
}

function pauseAfter(workMilliseconds: number): number {
  const rest = Math.max(LEAST_PAUSE_MILLISECONDS, workMilliseconds * REST_PER_WORK)
  return Math.min(rest, LONGEST_PAUSE_MILLISECONDS)
}
