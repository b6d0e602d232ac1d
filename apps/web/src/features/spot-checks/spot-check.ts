import type { Answer, Item } from '@azalea/client'
import type { Role } from '../../app/session.tsx'

export const announcers: readonly Role[] = ['committee', 'town_officer']
export const checkers: readonly Role[] = ['town_officer', 'technician']
export const drawReaders: readonly Role[] = [
  'committee',
  'supervisor',
  'town_officer',
  'technician',
  'auditor',
]
export const evidenceReaders: readonly Role[] = ['committee', 'supervisor']

export type SpotKind = DrawHead['kinds'][number]

export type OpenChecks = Answer<'/api/spot-checks'>
export type SpotCheck = OpenChecks['made'][number]
export type CheckAnswer = Answer<'/api/spot-checks/{id}'>

/** What is looked at. */
export type SpotPlace = Pick<SpotCheck, 'kind' | 'label' | 'place' | 'startsAt' | 'endsAt'>

export type DrawHead = Item<'/api/spot-draws'>
export type DrawAnswer = Answer<'/api/spot-draws/{id}'>
export type RatingEvidence = Answer<'/api/rating-evidence'>
