import { readSeenBook, type SeenBook } from '@azalea/client'

const keyOf = (villageId: string) => `azalea.book.${villageId}`

/** Null when the device has not seen this log, or keeps nothing. */
export function recallBook(villageId: string): SeenBook | null {
  try {
    return readSeenBook(JSON.parse(localStorage.getItem(keyOf(villageId)) ?? 'null'))
  } catch {
    return null
  }
}

/** Whether it could be kept: private windows may refuse. Outlasts signing out: it is nobody's data. */
export function rememberBook(villageId: string, book: SeenBook): boolean {
  try {
    localStorage.setItem(keyOf(villageId), JSON.stringify(book))
    return true
  } catch {
    return false
  }
}
