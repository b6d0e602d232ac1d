import { expect, it } from 'vitest'
import { placeOf } from './points-page.tsx'

it('leads from an entry to what it is for', () => {
  const of = (causeKind: string, sellerId: string | null = null) =>
    placeOf({
      postedAt: '2026-11-30T00:00:00Z',
      unit: 'wallet',
      amountHundredths: 100,
      causeKind,
      causeId: 'c',
      sellerId,
      text: '',
    })
  expect(of('refund', 'vouchers')).toBe('/me/vouchers')
  expect(of('refund', 'shop')).toBe('/me/shop')
  expect(of('spend', 'vouchers')).toBe('/me/vouchers/c')
  expect(of('hold')).toBe('/me/shop/purchases/c')
  expect(of('gift')).toBe('/me/gifts')
  expect(of('award')).toBe('/awards/c')
})
