import { expect, it } from 'vitest'
import { pointsText } from './report.ts'

it('names everything of which wallets are the sum, so that a reader can add it up', () => {
  const text = pointsText({
    awardedHundredths: 1_397_650,
    grantedHundredths: 217_500,
    reversedHundredths: 6_500,
    spentHundredths: 54_600,
  })
  expect(text).toBe(
    '发出 awarded 13,976.5, 起始 to begin with 2,175, 收回 taken back 65, 用掉 spent 546, 钱包里 in wallets 15,540.5',
  )
})
