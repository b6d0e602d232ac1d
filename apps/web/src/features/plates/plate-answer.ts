import type { Answer } from '@azalea/client'

export type SubjectKind = PlateAnswer['subject']['kind']

/** `GET /api/plates/{code}`: what a plate is fixed to, for everybody who scans it. */
export type PlateAnswer = Answer<'/api/plates/{code}'>

export type ShownRating = PlateAnswer['recent'][number]

export type PostShift = NonNullable<PlateAnswer['post']>['upcoming'][number]
