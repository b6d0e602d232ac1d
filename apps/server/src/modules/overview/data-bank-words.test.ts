import { expect, it } from 'vitest'
import { receiptCaption } from './data-bank-words.ts'

it('numbers an entry on paper as people count, like every screen', () => {
  expect(receiptCaption('2026-11-20', '公布积分', 14_782)).toBe('2026-11-20  公布积分  № 14,783')
})
