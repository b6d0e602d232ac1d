import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { Router } from 'wouter'
import { useHashLocation } from '../../ui/hash-location.ts'
import { SetUpSteps, type SetUp } from './set-up.tsx'

beforeAll(() => {
  vi.stubGlobal('location', { hash: '#/workbench' })
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const steps = ['roster', 'rules', 'offices', 'consents', 'plates', 'notice'] as const
const render = (done: readonly (typeof steps)[number][]) => {
  const setUp: SetUp = steps.map((step) => ({ step, done: done.includes(step) }))
  return renderToStaticMarkup(
    <Router hook={useHashLocation}>
      <SetUpSteps steps={setUp} />
    </Router>,
  )
}

it('leads to the first step that is not done, and to that one only', () => {
  const html = render(['roster', 'offices'])
  expect(html.match(/下一步/g)).toHaveLength(1)
  expect(html.match(/做好了/g)).toHaveLength(2)
  const next = html.slice(html.indexOf('表决通过积分细则'))
  expect(next.indexOf('下一步')).toBeLessThan(next.indexOf('把职务配齐'))
})

it('says nothing once all is done', () => {
  expect(render(steps)).toBe('')
})
