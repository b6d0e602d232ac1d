interface Result {
  population: {
    scores: 'mean' | 'levels' | 'model'
    leftOutRaters: number
    leftOutAgreement: Record<'mean' | 'levels' | 'model', { order: number; correlation: number }>
  }
  subjects: { id: string; score: number; low: number; high: number; ratings: number }[]
  raters: { id: string; severity: number; trust: number; ratings: number; flags: string[] }[]
  rings: { members: string[]; messageZh: string; messageEn: string }[]
}

/** A result file as an object; the tests look at what is in it. */
export function readResult(text: string): Result {
  return JSON.parse(text) as Result
}
