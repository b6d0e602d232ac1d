import type { Answer, Language } from '@azalea/client'

export type Shop = Answer<'/api/shop'>
export type Good = Shop['goods'][number]
export type Purchase = Shop['purchases'][number]
export type Counter = Answer<'/api/shop/counter'>
export type Lot = Counter['lots'][number]
export type Served = Answer<'/api/shop/counter/{code}'>['purchases'][number]

export const inWords = (words: { zh: string; en: string }, language: Language) => words[language]

/** What became of a purchase, with what it was given back. */
export function stateOf({ state, returnedQuantity }: Pick<Purchase, 'state' | 'returnedQuantity'>) {
  return returnedQuantity > 0 ? ('returned' as const) : state
}

export const tones = {
  reserved: 'waiting',
  handed: 'waiting',
  fetched: 'done',
  cancelled: 'past',
  lapsed: 'past',
  returned: 'past',
} as const

/** A code in two groups, as it is read out. */
export const grouped = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`
