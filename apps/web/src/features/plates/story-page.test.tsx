import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { Route } from 'wouter'
import { StoryPage } from './story-page.tsx'

const draw = drawForms()

const plate = {
  code: '0000010W',
  subject: { subjectId: 's', label: '菜地 A-1', story: '', photo: null, mayWriteStory: true },
}

it('sends the story as written, without a photo none, and shows why it was refused', async () => {
  const form = await draw(
    <Route path="/p/:code/story">
      <StoryPage />
    </Route>,
    {
      '/api/plates/0000010W': { json: plate },
      '/api/subjects/s/story': refused('not_your_subject', '这不是您家的。'),
    },
    '/p/0000010W/story',
  )
  await form.until(() => form.has('form'))
  await form.write(' 轮作三年 ')
  await form.submit()
  expect(await form.sent()).toEqual([
    { path: '/api/subjects/s/story', body: { story: '轮作三年', photoFileId: null } },
  ])
  await form.until(() => form.text().includes('这不是您家的。'))
})
