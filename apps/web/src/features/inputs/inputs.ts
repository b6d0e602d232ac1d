import type { Result } from '@azalea/client'

export type PlotInputs = Result<'/api/plots/{id}/inputs'>
export type Asked = PlotInputs['asked'][number]
export type Product = PlotInputs['products'][number]
export type ListRow = Result<'/api/approved-lists'>['items'][number]
export type Report = Result<'/api/villages/{villageId}/input-report'>

/** Measured as people do: grams and kilograms, millilitres. */
export function toThousandths(amount: number): number {
  return Math.round(amount * 1000)
}
