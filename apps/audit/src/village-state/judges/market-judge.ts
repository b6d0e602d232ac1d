import { MarketSales } from '../market-sales.ts'
import { judge } from './judge.ts'

/**
 * What is sold to people of the city: packs that were packed, each once, none while it was held, at the
 * price that was offered; and what customers get back is what they did not get.
 */
export const marketJudge = judge({
  keeps: { marketSales: () => new MarketSales() },
  looksAt: {
    'market-product.offered': (state, index, leaf) =>
      state.marketSales.offer(state, index, leaf.public),
    'market-product.withdrawn': (state, index, leaf) =>
      state.marketSales.withdraw(state, index, leaf.public.product),
    'market-order.sold': (state, index, leaf) => state.marketSales.sell(state, index, leaf.public),
    'market-order.ended': (state, index, leaf) => state.marketSales.end(state, index, leaf.public),
  },
})
