import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ChartBars } from './chart-bars.tsx'

it('names every bar in full, and draws each as its share of the longest', () => {
  const points = [
    { label: '荣誉分分三档，同档抽签', value: 300 },
    { label: 'More honour first, less after having received', value: 150 },
    { label: 'By lot', value: 0 },
  ]
  const html = renderToStaticMarkup(<ChartBars points={points} format={(value) => `${value}‰`} />)
  for (const { label, value } of points) {
    expect(html).toContain(label)
    expect(html).toContain(`${value}‰`)
  }
  expect(html.match(/inline-size:[\d.]+%/g)).toEqual([
    'inline-size:100%',
    'inline-size:50%',
    'inline-size:0%',
  ])
})

it('draws nothing long where all are nothing', () => {
  const html = renderToStaticMarkup(
    <ChartBars points={[{ label: 'a', value: 0 }]} format={String} />,
  )
  expect(html).toContain('inline-size:0%')
})
