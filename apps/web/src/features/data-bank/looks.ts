import { civilDay } from '@azalea/client'
import type { AccessRow } from './data-bank.ts'

/** Looks of one person at the same thing on one day. */
export interface Looks {
  /** Two looks may share their second; a look has no name of its own. */
  key: string
  /** The latest of them. */
  last: AccessRow
  firstAt: string
  count: number
}

/** Puts looks that follow each other together, newest first as they come. */
export function gatherLooks(rows: readonly AccessRow[]): Looks[] {
  const gathered: Looks[] = []
  for (const row of rows) {
    const before = gathered.at(-1)
    if (before !== undefined && isSame(before.last, row)) {
      before.firstAt = row.viewedAt
      before.count += 1
    } else {
      gathered.push({
        key: `${row.viewedAt} ${gathered.length}`,
        last: row,
        firstAt: row.viewedAt,
        count: 1,
      })
    }
  }
  return gathered
}

function isSame(one: AccessRow, other: AccessRow): boolean {
  return (
    one.viewerName === other.viewerName &&
    one.viewerRole === other.viewerRole &&
    one.what === other.what &&
    civilDay(one.viewedAt) === civilDay(other.viewedAt)
  )
}
