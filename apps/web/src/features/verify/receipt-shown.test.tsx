import type { ReceiptVerdict } from '@azalea/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ReceiptShown } from './receipt-shown.tsx'

it('numbers the entry as people count, in the sentence and in the facts: as on paper', () => {
  const report = {
    state: 'proved',
    index: 14_782,
    head: { witnesses: [] },
    leaf: { kind: 'award.scored', at: '2026-11-20T01:00:00Z', public: {} },
    parts: [],
    isCompared: true,
  } as unknown as ReceiptVerdict
  const html = renderToStaticMarkup(<ReceiptShown report={report} village="大石盖村" />)
  expect(html.match(/14,783/g)?.length).toBeGreaterThanOrEqual(2)
  expect(html).not.toMatch(/14,?782/)
})
