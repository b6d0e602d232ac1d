import { onePerson, signInOverHttp, type Person } from './person.ts'

export interface Plate {
  readonly code: string
  readonly subject: { readonly label: string }
  readonly stars: { readonly count: number }
  readonly myRating: { readonly stars: number } | null
  readonly canRate: { readonly ok: boolean }
}

/** A plot of another household that this villager has not rated yet. */
export async function aPlateToRate(url: string, villager: Person): Promise<Plate> {
  const committee = await signInOverHttp(url, await onePerson(url, 'committee'))
  const { items } = await committee.get<{ items: { code: string }[] }>(
    '/api/plates?kind=plot&limit=100',
  )
  for (const { code } of items) {
    const plate = await villager.get<Plate>(`/api/plates/${code}`)
    if (plate.canRate.ok && plate.myRating === null) return plate
  }
  throw new Error('the villager has rated every plot')
}
