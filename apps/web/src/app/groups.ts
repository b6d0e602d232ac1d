import type { Answer } from '@azalea/client'
import { useAnswer } from './use-answer.ts'

/** A hamlet of the village. */
export type Group = Answer<'/api/groups'>['groups'][number]

/** The groups of the reader's village by number; none before the server has said. */
export function useGroups(): readonly Group[] {
  const groups = useAnswer(
    '/api/groups',
    {},
    {
      staleTime: 5 * 60_000,
    },
  )
  return groups.data?.groups ?? []
}

/** What people call a group; its bare number until the names are known. */
export function useGroupName(): (groupNo: number) => string {
  const groups = useGroups()
  return (groupNo) => groups.find((group) => group.groupNo === groupNo)?.name ?? String(groupNo)
}
