import type { Answer, Item } from '@azalea/client'
import type { KindFamily } from '@azalea/records'
import { get } from '../../app/api.ts'

/** First words of records' kinds that may be opened, as the form offers them. */
export const openable = [
  'award',
  'deed',
  'rating',
  'objection',
  'attendance',
  'household',
  'role',
] as const satisfies readonly KindFamily[]

export type Opening = Item<'/api/openings'>

type OpenedPage = Answer<'/api/openings/{openingId}/records'>

/**
 * Reads everything that an opening allows, as the file that `azalea-audit --openings` takes: what it
 * is of, then an entry a line. `onProgress` is told the share of the log that was looked through.
 * Throws `ApiProblem`.
 */
export async function readOpened(
  { openingId, kinds, fromDay, throughDay }: Opening,
  onProgress: (share: number) => void,
): Promise<string> {
  const lines: string[] = []
  let cursor: string | null = null
  do {
    const page: OpenedPage = await get('/api/openings/{openingId}/records', { openingId, cursor })
    if (lines.length === 0) {
      const scope = { kinds, from: fromDay, through: throughDay }
      lines.push(JSON.stringify({ format: 'azalea-openings/1', origin: page.origin, ...scope }))
    }
    for (const item of page.items) lines.push(JSON.stringify(item))
    onProgress(page.size === 0 ? 1 : page.readThrough / page.size)
    cursor = page.nextCursor
  } while (cursor !== null)
  return `${lines.join('\n')}\n`
}
