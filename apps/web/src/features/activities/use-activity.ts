import { useQuery } from '@tanstack/react-query'
import { apiGet } from '../../app/api.ts'
import type { Activity } from './activity.ts'

export function activityQuery(activityId: string) {
  return {
    queryKey: ['/api/activities', activityId],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      apiGet<Activity>(`/api/activities/${activityId}`, {}, { signal }),
  }
}

export function useActivity(activityId: string) {
  return useQuery(activityQuery(activityId))
}
