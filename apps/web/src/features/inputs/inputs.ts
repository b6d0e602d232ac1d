import type { Result } from '@azalea/client'

export type PlotInputs = Result<'/api/plots/{id}/inputs'>
export type Asked = PlotInputs['asked'][number]
export type Product = PlotInputs['products'][number]
export type ListRow = Result<'/api/approved-lists'>['items'][number]
export type Report = Result<'/api/villages/{villageId}/input-report'>

/** Measured as people do: what comes by the kilogram or litre in these, the rest in grams or millilitres. */
export function unitOf({ unit, mostPerMu }: Pick<Product, 'unit' | 'mostPerMu'>) {
  const isLarge = mostPerMu >= 2_000_000
  return isLarge
    ? { name: unit === 'g' ? ('kg' as const) : ('l' as const), thousandths: 1_000_000 }
    : { name: unit, thousandths: 1_000 }
}
