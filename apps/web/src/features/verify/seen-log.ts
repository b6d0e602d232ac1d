import { readSeenLog, type SeenLog } from '@azalea/client'

const keyOf = (villageId: string) => `azalea.log.${villageId}`

/** Null when the device has not seen this log, or keeps nothing. */
export function recallLog(villageId: string): SeenLog | null {
  try {
    return readSeenLog(JSON.parse(localStorage.getItem(keyOf(villageId)) ?? 'null'))
  } catch {
    return null
  }
}

/** Whether it could be kept: private windows may refuse. Outlasts signing out: it is nobody's data. */
export function rememberLog(villageId: string, head: SeenLog): boolean {
  try {
    localStorage.setItem(keyOf(villageId), JSON.stringify(head))
    return true
  } catch {
    return false
  }
}
