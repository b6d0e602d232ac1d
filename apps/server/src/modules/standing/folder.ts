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
  /** What comes within this time is folded together. */
  readonly delayMilliseconds?: number
}

const DELAY_MILLISECONDS = 100

export function createFolder(parts: FolderParts): Folder {
  const { database, clock, onFault, delayMilliseconds = DELAY_MILLISECONDS } = parts
  const woken = new Set<string>()
  let round: Promise<void> | null = null
  let stopped = false
  let hurry = () => {}

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, delayMilliseconds)
      // A server that is done need not stay for it: the pending rows are durable.
      timer.unref()
      hurry = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const foldWoken = async () => {
    while (woken.size > 0 && !stopped) {
      await pause()
      const due = new Set(woken)
      woken.clear()
      for (const villageId of due) {
        if (stopped) return
        await foldStanding(database, clock, villageId).catch(onFault)
      }
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
      while (round !== null) {
        hurry()
        await round
      }
    },
    stop: async () => {
      stopped = true
      hurry()
      await round
    },
  }
}
