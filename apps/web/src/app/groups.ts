import type { Answer } from '@azalea/client'
import { useQuery } from '@tanstack/react-query'
import { apiGet } from './api.ts'

/** A hamlet of the village. */
export type Group = Answer<'/api/groups'>['groups'][number]

/** The groups of the reader's village by number; none before the server has said. */
export function useGroups(): readonly Group[] {
  const groups = useQuery({
    queryKey: ['groups'],
    queryFn: ({ signal }) => apiGet<Answer<'/api/groups'>>('/api/groups', {}, { signal }),
    staleTime: 5 * 60_000,
  })
  return groups.data?.groups ?? []
}

/** What people call a group; its bare number until the names are known. */
export function useGroupName(): (groupNo: number) => string {
  const groups = useGroups()
  return (groupNo) => groups.find((group) => group.groupNo === groupNo)?.name ?? String(groupNo)
}
