import type { QueryClient } from '@tanstack/react-query'

/** What no command makes untrue: who is signed in, and what this device keeps or has worked out. */
const keptOverCommands: readonly unknown[] = [
  '/api/session',
  '/api/setup',
  'outbox',
  '/api/setup/divisions',
  '/api/villages/{villageId}/log',
  'checked-log',
  'checked-receipt',
]

/**
 * After a command: what is on the screen is read again, since points move boards and balances, and
 * what is not is dropped, so that no page opens with an answer from before.
 */
export async function forgetOldAnswers(queryClient: QueryClient): Promise<void> {
  const since = Date.now()
  queryClient.removeQueries({
    type: 'inactive',
    predicate: ({ queryKey }) => !keptOverCommands.includes(queryKey[0]),
  })
  await queryClient.invalidateQueries()
  // A page that the command led away from takes the question it was asking with it; the page that
  // came instead would go on showing the old answer.
  await queryClient.refetchQueries({
    type: 'active',
    predicate: ({ state }) => state.dataUpdatedAt <= since,
  })
}
