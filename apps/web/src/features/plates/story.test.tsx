import type { PlateAnswer } from '@azalea/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { Router } from 'wouter'
import { useHashLocation } from '../../ui/hash-location.ts'
import { Story } from './story.tsx'

beforeAll(() => {
  vi.stubGlobal('location', { hash: '#/p/7K7Q2M4A' })
  vi.stubGlobal('window', {})
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const photo = { fileId: '0198c0de-0000-7000-8000-000000000001', width: 1200, height: 800 }
const render = (subject: Partial<PlateAnswer['subject']>) => {
  const told = { label: '菜地 A-17', story: '', photo: null, mayWriteStory: false, ...subject }
  const plate = { code: '7K7Q2M4A', subject: told } as PlateAnswer
  return renderToStaticMarkup(
    <Router hook={useHashLocation} ssrPath="/">
      <Story plate={plate} />
    </Router>,
  )
}

it('shows a visitor the story and the photo, which keeps its place while it comes', () => {
  const html = render({ story: '三代人种的豆角', photo })
  expect(html).toContain('三代人种的豆角')
  expect(html).toContain(`/api/plates/7K7Q2M4A/photo?of=${photo.fileId}`)
  expect(html).toMatch(/<img[^>]*width="1200"[^>]*height="800"[^>]*alt="菜地 A-17的照片"/)
  expect(html).not.toContain('/p/7K7Q2M4A/story')
})

it('says nothing where nothing was told, but asks those who may', () => {
  expect(render({})).toBe('')
  expect(render({ mayWriteStory: true })).toContain('讲讲它的故事')
  expect(render({ mayWriteStory: true, photo })).toContain('改故事和照片')
})
