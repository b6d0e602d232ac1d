import type { Answer } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'

/** Of `GET /api/plates/{code}`, what the form needs. */
export type RatedPlate = Answer<'/api/plates/{code}'>

/** `POST /api/ratings` */
export type RatingAnswer = Answer<'/api/ratings', 'post'>

export function usePlate(code: string) {
  return useAnswer('/api/plates/{code}', { code })
}
