import type { Result } from '@azalea/client'

export type Lots = Result<'/api/harvest-lots'>
export type Lot = Lots['lots'][number]
export type ToWeigh = Lots['toWeigh'][number]
export type Packing = Result<'/api/packings'>['items'][number]
export type Hold = Result<'/api/holds'>['items'][number]
export type Gtins = Result<'/api/gtins'>
export type TradeItem = Gtins['items'][number]
export type Reached = Result<'/api/recalls'>

export const reaches = ['pack', 'lot', 'plot', 'product', 'substance'] as const
export type Reach = (typeof reaches)[number]
export const grades = ['first', 'second', 'third'] as const
export const lossReasons = ['trimmed', 'spoilt', 'spilt', 'sampled'] as const

export const toGrams = (kilograms: number | null) => Math.round((kilograms ?? 0) * 1000)
