import { z } from 'zod'
import { day as civilDay } from '../../../platform/http/day.ts'
import { sources, type SourceKind } from './sources.ts'

export const uuid = z.uuid()
export const day = civilDay.meta({ description: 'A civil day in Asia/Shanghai' })
export const instant = z.string().meta({ description: 'ISO 8601, UTC' })
export const pointsHundredths = z.int().meta({ description: 'Hundredths of a point' })

export const awardState = z.enum(['scored', 'on_notice', 'final', 'reversed'])
export const sourceKind = z.enum(Object.keys(sources) as SourceKind[])
