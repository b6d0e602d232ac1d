import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import type { ComponentProps } from 'react'
import { RemovalForm } from './removal-form.tsx'

const draw = drawForms()

const person = { personId: 'p', name: '陈强', departedAs: null } as ComponentProps<
  typeof RemovalForm
>['person']

it('sends what became of a person and why, and nothing while one is missing', async () => {
  const path = '/api/people/p/removal'
  const form = await draw(
    <RemovalForm person={person} onClose={() => undefined} onDone={() => undefined} />,
    { [path]: refused('removal_waits', '已经有人提过了。') },
  )
  await form.submit()
  await form.until(() => form.has('select[aria-invalid="true"]'))
  await form.choose('moved_away')
  await form.write(' 迁到县城 ')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { removal: 'moved_away', reason: '迁到县城' } }])
  await form.until(() => form.text().includes('已经有人提过了。'))
})
