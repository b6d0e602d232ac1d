import { useState } from 'react'
import type { Pages } from './use-pages.ts'

/** Prints a list to its end: what is not read yet is read first. */
export function usePrintWhole(pages: Pages<unknown>): { print: () => void; isReading: boolean } {
  const [isReading, setReading] = useState(false)
  const print = async () => {
    setReading(true)
    const isWhole = await readToEnd(pages)
    setReading(false)
    // What was read is drawn first.
    if (isWhole) setTimeout(() => window.print())
  }
  return { print: () => void print(), isReading }
}

/** @returns whether the end was reached */
async function readToEnd(
  pages: Pick<Pages<unknown>, 'hasNextPage' | 'fetchNextPage'>,
): Promise<boolean> {
  if (!pages.hasNextPage) return true
  const next = await pages.fetchNextPage()
  return next.isError ? false : readToEnd(next)
}
