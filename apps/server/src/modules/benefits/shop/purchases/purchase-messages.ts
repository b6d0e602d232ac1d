import type { NewMessage } from '../../../community/index.ts'
import type { NewPurchase } from './purchase.store.ts'

/** What every message about a purchase tells; the reader's application has the words. */
export function aboutPurchase({
  purchaseId,
  nameZh,
  nameEn,
  unitZh,
  unitEn,
  quantity,
  unitPointsHundredths,
}: NewPurchase): NewMessage['params'] {
  const pointsHundredths = quantity * unitPointsHundredths
  return { purchaseId, nameZh, nameEn, unitZh, unitEn, quantity, pointsHundredths }
}
