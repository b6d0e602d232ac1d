import { expect, it } from 'vitest'
import { ApiProblem } from '@azalea/client'
import { acceptAll } from './decide-several.tsx'
import type { Deed } from './deed.ts'

const deed = (contributionId: string) => ({ contributionId }) as Deed

it('accepts each of the deeds once, and goes on past one that is refused', async () => {
  const asked: string[] = []
  const steps: number[] = []
  const outcome = await acceptAll(
    [deed('a'), deed('b'), deed('c')],
    ({ contributionId }) => {
      asked.push(contributionId)
      return contributionId === 'b'
        ? Promise.reject(new ApiProblem({ status: 409, code: 'own_record', detail: '自己记的' }))
        : Promise.resolve()
    },
    (done) => steps.push(done),
  )
  expect(asked).toEqual(['a', 'b', 'c'])
  expect(steps).toEqual([1, 2, 3])
  expect(outcome).toMatchObject({ accepted: 2, refused: [{ problem: { detail: '自己记的' } }] })
})
