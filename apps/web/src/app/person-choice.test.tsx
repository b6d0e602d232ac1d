import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Router } from 'wouter'
import { useHashLocation } from '../ui/hash-location.ts'
import { PersonChoice } from './person-choice.tsx'

const atHome = Object.assign((): [string, () => void] => ['/', () => undefined], {
  hrefs: useHashLocation.hrefs,
})

const shown = (joined: boolean, forPoints: boolean) =>
  renderToStaticMarkup(
    <Router hook={atHome}>
      <QueryClientProvider client={new QueryClient()}>
        <PersonChoice
          label="是谁"
          error={undefined}
          forPoints={forPoints}
          value={{ id: 'p', label: '陈芳 · 第1组 3号', name: '陈芳', householdId: 'h', joined }}
          onChange={() => undefined}
        />
      </QueryClientProvider>
    </Router>,
  )

it('says at the choice that the household has not joined, what helps, and where', () => {
  const html = shown(false, true)
  expect(html).toContain('陈芳家还没有加入积分制')
  expect(html).toContain('先由他们家里人在手机上加入，或由村里录入他们签过字的同意书')
  expect(html).toContain('#/workbench/roster/h')
})

it('says nothing of it where the household has joined, or no points follow', () => {
  expect(shown(true, true)).not.toContain('还没有加入')
  expect(shown(false, false)).not.toContain('还没有加入')
})
