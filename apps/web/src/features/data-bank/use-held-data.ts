import { useQuery } from '@tanstack/react-query'
import { apiGet } from '../../app/api.ts'
import type { HeldData } from './data-bank.ts'

/** Everything held about the reader: a large answer, so it is read rarely. */
export function useHeldData() {
  return useQuery({
    queryKey: ['/api/me/data'],
    queryFn: ({ signal }) => apiGet<HeldData>('/api/me/data', {}, { signal }),
    staleTime: 5 * 60_000,
  })
}
