import { marketRoutes } from './market-routes.ts'
import { RoutedPage } from './routed-page.tsx'

/** What stands below `/market`. */
export function MarketPages() {
  return <RoutedPage routes={marketRoutes} />
}
