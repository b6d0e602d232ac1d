import type { SheetProblem } from '@azalea/scoring'
import { cleanDocument } from '@azalea/text'

/** The JSON object in a cell; the problem when it is none. */
export function cellObject(
  text: string,
  at: string,
  problems: SheetProblem[],
): Record<string, unknown> | null {
  try {
    const value = cleanDocument(JSON.parse(text))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // Told below, with the cell.
  }
  problems.push(
    problemAt(
      at,
      'bad_json',
      '“完整规则”读不懂，请从下载的表格里原样抄回，或留空。',
      '完整规则 (whole rule): this cannot be read; copy it back from the spreadsheet that you downloaded, or leave it empty.',
    ),
  )
  return null
}

export function problemAt(
  path: string,
  code: string,
  messageZh: string,
  messageEn: string,
): SheetProblem {
  return { path, code, messageZh, messageEn }
}
