import type { ComponentType } from 'react'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { loadStyles } from '../../ui/load-styles.ts'
import sheet from './market.css?url'

/** A page of the market in its own chunk (`lazyPage`), with the styles that only these pages need. */
export function styledPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return lazyPage(async () => {
    const [page] = await Promise.all([load(), loadStyles(sheet)])
    return page
  })
}
