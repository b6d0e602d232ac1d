import type { Answer } from '@azalea/client'

type LogHealth = Answer<'/api/workbench/log'>

/** A log is signed anew every ten minutes even when nothing happens; twice that and a little more. */
const STALE_AFTER_MILLISECONDS = 25 * 60_000

/** How a log is, the worst first: one of these is said, and each says no more than is known. */
export type LogState =
  | { kind: 'alarm'; alarm: NonNullable<LogHealth['alarm']> }
  | { kind: 'unpublished' }
  | { kind: 'late'; at: string }
  | { kind: 'unwatched' }
  | { kind: 'absent'; count: number }
  | { kind: 'unseen'; count: number }
  | { kind: 'fine'; count: number }

export function logStateOf(
  { alarm, published, witnesses }: Pick<LogHealth, 'alarm' | 'published' | 'witnesses'>,
  now: Date,
): LogState {
  if (alarm !== null) return { kind: 'alarm', alarm }
  if (published === null) return { kind: 'unpublished' }
  if (now.getTime() - Date.parse(published.at) > STALE_AFTER_MILLISECONDS)
    return { kind: 'late', at: published.at }
  if (witnesses.length === 0) return { kind: 'unwatched' }
  const absent = witnesses.filter(({ absentSince }) => absentSince !== null).length
  if (absent > 0) return { kind: 'absent', count: absent }
  const unseen = witnesses.filter(({ seenAt }) => seenAt === null).length
  if (unseen > 0) return { kind: 'unseen', count: unseen }
  return { kind: 'fine', count: witnesses.length }
}
