import { expect, it } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import type { Deed } from './deed.ts'
import { RefuseDeed } from './refuse-deed.tsx'

const draw = drawForms()

const deed = { contributionId: 'c', person: { name: '陈芳' }, itemName: '清扫' } as unknown as Deed

it('hands on a reason, and nothing without one', async () => {
  const refusals: string[] = []
  const form = await draw(
    <RefuseDeed deed={deed} busy={false} onRefuse={(reason) => refusals.push(reason)} />,
  )
  await form.press('陈芳')
  await form.until(() => form.has('form'))
  await form.submit()
  await form.until(() => form.has('textarea[aria-invalid="true"]'))
  await form.write(' 照片看不清 ')
  await form.submit()
  expect(refusals).toEqual(['照片看不清'])
})
