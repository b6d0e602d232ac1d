/** What a scale tells at one moment. Grams are whole; without a weight there is none to take. */
export type WeightReading =
  | { readonly state: 'stable' | 'moving'; readonly grams: number }
  | { readonly state: 'overload' | 'underload' }

/** Grams of kilograms and pounds as scales write them, or null for a unit that none of ours shows. */
export function gramsOf(amount: number, unit: string): number | null {
  const per = gramsPerUnit[unit.toLowerCase()]
  if (per === undefined || !Number.isFinite(amount)) return null
  return Math.round(amount * per)
}

const gramsPerUnit: Readonly<Record<string, number>> = {
  g: 1,
  kg: 1_000,
  t: 1_000_000,
  lb: 453.592_37,
}
