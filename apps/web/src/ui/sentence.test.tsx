import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Sentence } from './sentence.tsx'

it('a sentence keeps the full date of its time; a deadline at midnight is told by its last day', () => {
  const html = (as: 'when' | 'until') =>
    renderToStaticMarkup(<Sentence text="到{{at}}为止" at="2020-11-04T16:00:00Z" as={as} />)
  expect(html('when')).toBe(
    '到<time datetime="2020-11-04T16:00:00Z" title="2020年11月5日星期四 00:00">2020年11月5日 00:00</time>为止',
  )
  expect(html('until')).toBe(
    '到<time datetime="2020-11-04T16:00:00Z" title="2020年11月4日星期三">2020年11月4日</time>为止',
  )
})
