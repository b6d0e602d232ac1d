import { expect, it } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import { CheckForm } from './check-form.tsx'
import type { CheckAnswer } from './spot-check.ts'

const draw = drawForms()

it('makes no spot check without stars and a picture of what was seen', async () => {
  const form = await draw(<CheckForm check={{ checkId: 'c' } as CheckAnswer} />)
  await form.submit()
  expect(form.text()).toContain('请先点几颗星。')
  await form.press('3 星')
  await form.submit()
  expect(form.text()).toContain('请拍一张现场照片。')
})
