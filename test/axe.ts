import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunOptions, run } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds wrong with a page as it stands: a line for each rule, with the places. The page
 * keeps axe until it is loaded anew, since reading half a megabyte of it costs more than a run.
 */
export async function axeFaults(page: Page, runOnly: RunOptions['runOnly']): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.evaluate(source)
  return page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as { axe: { run: typeof run } }
      const { violations } = await axe.run(options)
      return violations.map(
        ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      )
    },
    { runOnly, resultTypes: ['violations'] } as RunOptions,
  )
}
