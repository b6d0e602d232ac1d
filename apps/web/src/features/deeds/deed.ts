import type { Answer, Item } from '@azalea/client'

export type DeedState = Deed['state']

/** A row of `GET /api/deeds`. */
export type Deed = Item<'/api/deeds'>

export type DeedPage = Answer<'/api/deeds'>

/** What became of a deed in this visit, said above the list that it has left. */
export interface Decided {
  deed: Deed
  awardId: string | null
  pointsHundredths: number | null
}
