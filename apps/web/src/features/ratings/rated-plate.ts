import { useQuery } from '@tanstack/react-query'
import { apiGet } from '../../app/api.ts'

/** Of `GET /api/plates/{code}`, what the form needs. */
export interface RatedPlate {
  code: string
  subject: { label: string }
  myRating: { stars: number; ratedOn: string } | null
  canRate: { ok: boolean; sentence: string | null }
}

/** `POST /api/ratings` */
export interface RatingAnswer {
  ratingId: string
  /** Null when the rule sheet gives nothing for rating. */
  award: { awardId: string; pointsHundredths: number; state: string } | null
  stars: { averageTenths: number | null; count: number }
}

export function usePlate(code: string) {
  return useQuery({
    queryKey: ['plate', code],
    queryFn: ({ signal }) =>
      apiGet<RatedPlate>(`/api/plates/${encodeURIComponent(code)}`, {}, { signal }),
  })
}
