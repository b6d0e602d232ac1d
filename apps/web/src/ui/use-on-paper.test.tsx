import { expect, it } from 'vitest'
import { drawForms } from '../../test/form-at-work.tsx'
import { useOnPaper } from './use-on-paper.ts'

const draw = drawForms()

function Shortened() {
  return <p>{useOnPaper() ? '全部' : '前五位'}</p>
}

it('is drawn whole before the sheets are counted, and short again after', async () => {
  const list = await draw(<Shortened />)
  expect(list.text()).toBe('前五位')
  window.dispatchEvent(new window.Event('beforeprint'))
  expect(list.text()).toBe('全部')
  window.dispatchEvent(new window.Event('afterprint'))
  await list.until(() => list.text() === '前五位')
})
