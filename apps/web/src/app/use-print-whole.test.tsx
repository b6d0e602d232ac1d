import { expect, it } from 'vitest'
import { drawForms } from '../../test/form-at-work.tsx'
import type { Pages } from './use-pages.ts'
import { usePrintWhole } from './use-print-whole.ts'

const draw = drawForms()

/** A list of so many further pages, of which the last may fail to come. */
function listOf(more: number, fails: boolean, read: string[]): Pages<unknown> {
  const fetchNextPage = () => {
    read.push('page')
    const isError = fails && more === 1
    return Promise.resolve({ ...listOf(more - 1, fails, read), isError })
  }
  return { hasNextPage: more > 0, fetchNextPage } as unknown as Pages<unknown>
}

function Printing({ pages }: { pages: Pages<unknown> }) {
  const { print, isReading } = usePrintWhole(pages)
  return <button onClick={print}>{isReading ? '读' : '打印'}</button>
}

it('reads a list to its end before it prints', async () => {
  const read: string[] = []
  const whole = await draw(<Printing pages={listOf(2, false, read)} />)
  window.print = () => void read.push('printed')
  await whole.press('打印')
  await whole.until(() => read.includes('printed'))
  expect(read).toEqual(['page', 'page', 'printed'])
})

it('prints nothing of a list that cannot be read to its end', async () => {
  const read: string[] = []
  const broken = await draw(<Printing pages={listOf(2, true, read)} />)
  window.print = () => void read.push('printed')
  await broken.press('打印')
  await broken.until(() => read.length === 2 && broken.text() === '打印')
  expect(read).toEqual(['page', 'page'])
})
