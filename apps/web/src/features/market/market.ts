import type { Result } from '@azalea/client'
import { useDraft } from '../../app/drafts.ts'
import { useLanguage } from '../../ui/settings.ts'

export type Market = Result<'/api/villages/{villageId}/market'>
export type Product = Market['products'][number]
export type Slot = Market['slots'][number]
export type OwnOrder = Result<'/api/villages/{villageId}/market/orders/{number}'>
export type OrderState = OwnOrder['state']
export type Desk = Result<'/api/market/desk'>
export type Found = Result<'/api/market/orders/find'>
export type PackingList = Result<'/api/market/slots/{id}/packing-list'>

export type Basket = Readonly<Record<string, number>>

/** What a customer has chosen; survives a reload and a closed browser. */
export function useBasket(villageId: string) {
  return useDraft<Basket>(`market.${villageId}`, {})
}

/** The chosen products that are still on sale, no more of each than there are. */
export function chosenOf(basket: Basket, products: readonly Product[]) {
  return products.flatMap((product) => {
    const count = Math.min(basket[product.productId] ?? 0, product.left)
    return count > 0 ? [{ product, count }] : []
  })
}

export const totalOf = (chosen: ReturnType<typeof chosenOf>) =>
  chosen.reduce((sum, { product, count }) => sum + count * product.priceFen, 0)

/** A product in the reader's language, as far as it has a name there. */
export function useProductName() {
  const language = useLanguage()
  return ({ nameZh, nameEn }: { nameZh: string; nameEn: string | null }) =>
    language === 'en' ? (nameEn ?? nameZh) : nameZh
}

export const toneOf = {
  reserved: 'waiting',
  paid: 'done',
  handed_over: 'past',
  cancelled: 'past',
  lapsed: 'past',
  refunded: 'past',
} as const satisfies Record<OrderState, 'waiting' | 'done' | 'past'>
