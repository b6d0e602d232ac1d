import { expect, it } from 'vitest'
import { noticeSheetMessages } from './messages.ts'

const [page = ''] = Object.values(
  import.meta.glob<string>('./notice-sheet-page.tsx', {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
)

it('the sheet on the page has no words of its own beside those of the paper', () => {
  expect(Object.keys(noticeSheetMessages.zh)).toEqual(['tools', 'hint', 'print', 'pdf'])
  expect(page).toContain('function Paper')
  expect(page.slice(page.indexOf('function Paper'))).not.toMatch(/useT|\p{Script=Han}/u)
})
