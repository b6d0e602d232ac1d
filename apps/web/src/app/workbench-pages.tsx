import { RoutedPage } from './routed-page.tsx'
import { workbenchRoutes } from './workbench-routes.ts'

/** What stands below `/workbench`. */
export function WorkbenchPages() {
  return <RoutedPage routes={workbenchRoutes} />
}
