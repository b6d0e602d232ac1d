import type { Result } from '@azalea/client'

export type RoundRow = Result<'/api/rounds'>['items'][number]
export type Round = Result<'/api/rounds/{id}'>
export type RoundDesk = Result<'/api/rounds/{id}/desk'>
export type WeighIn = Round['ownWeighIns'][number]
export type Grower = Result<'/api/rounds/{id}/growers/{householdId}'>
export type Scale = Result<'/api/scales'>['items'][number]
export type Statement = Result<'/api/round-settlements/{id}/mine'>
export type Settlement = Result<'/api/round-settlements/{id}'>
export type Disputed = Result<'/api/disputed-weigh-ins'>['items'][number]

export const grades = ['first', 'second', 'third'] as const
export type Grade = (typeof grades)[number]
export const reasons = ['wet', 'damaged', 'pests', 'mixed', 'other_crop', 'too_old'] as const
export type Reason = (typeof reasons)[number]

export type PriceUnit = Round['priceUnit']

export const kilograms = (grams: number) => grams / 1000
export const toGrams = (kg: number) => Math.round(kg * 1000)
