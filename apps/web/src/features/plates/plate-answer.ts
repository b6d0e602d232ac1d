import type { PlateAnswer } from '@azalea/client'

export type SubjectKind = PlateAnswer['subject']['kind']

export type ShownRating = PlateAnswer['recent'][number]

export type PostShift = NonNullable<PlateAnswer['post']>['upcoming'][number]
