import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { Router } from 'wouter'
import { useHashLocation } from './hash-location.ts'
import { WhyNot } from './why-not.tsx'

beforeAll(() => {
  vi.stubGlobal('location', { hash: '#/' })
  vi.stubGlobal('window', {})
})
afterAll(() => {
  vi.unstubAllGlobals()
})

it('leads to the household where it has not joined, and nowhere else', () => {
  const html = (code: string | null, sentence: string | null) =>
    renderToStaticMarkup(
      <Router hook={useHashLocation} ssrPath="/">
        <WhyNot code={code} sentence={sentence} />
      </Router>,
    )
  expect(html('household_not_joined', '您家还没有加入积分制。')).toContain('#/me/household')
  expect(html('own_subject', '自家不能给自家评星。')).not.toContain('href')
  expect(html(null, null)).toBe('')
})
