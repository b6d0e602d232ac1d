import type { Answer } from '@azalea/client'
import { useQuery } from '@tanstack/react-query'
import { apiGet } from '../../app/api.ts'

/** Of `GET /api/plates/{code}`, what the form needs. */
export type RatedPlate = Answer<'/api/plates/{code}'>

/** `POST /api/ratings` */
export type RatingAnswer = Answer<'/api/ratings', 'post'>

export function usePlate(code: string) {
  return useQuery({
    queryKey: ['plate', code],
    queryFn: ({ signal }) =>
      apiGet<RatedPlate>(`/api/plates/${encodeURIComponent(code)}`, {}, { signal }),
  })
}
