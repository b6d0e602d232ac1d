import { ApiProblem } from './api.ts'

/** Whether nobody answered, so that nothing is known of what was asked. */
export function isServerAway(error: Error | null): boolean {
  return error instanceof ApiProblem && [0, 502, 503, 504].includes(error.status)
}
