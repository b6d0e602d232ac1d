import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { SheetWords } from './sheet-words.tsx'

it('names the language of words that a sheet has in Chinese only, and marks them', () => {
  expect(renderToStaticMarkup(<SheetWords text="Rule: 清扫村道 (Chinese only)" />)).toBe(
    'Rule: <span lang="zh">清扫村道</span><small class="sheet-words__mark"> (Chinese only)</small>',
  )
  expect(renderToStaticMarkup(<SheetWords text="Swept the lane" />)).toBe('Swept the lane')
})
