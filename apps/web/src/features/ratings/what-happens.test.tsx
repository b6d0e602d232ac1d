import { keyOf } from '@azalea/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { RatingWorth } from './rating-worth.ts'
import { WhatHappens } from './what-happens.tsx'

/** What is said before stars are given for a kind of place, under a sheet that does this with them. */
function said(subjectKind: string, worth: RatingWorth): string {
  const queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
  queryClient.setQueryData([...keyOf('/api/rule-sheet'), 'rating', 'zh', subjectKind], worth)
  return renderToStaticMarkup(
    <QueryClientProvider client={queryClient}>
      <WhatHappens earlier={null} subjectKind={subjectKind} />
    </QueryClientProvider>,
  )
}

it('says before the stars are given whether they change anybody’s points', () => {
  const changes = '您的星会算进当班人的得分'
  const changesNothing = '星只显示在牌子上，不改变谁的分'
  const unpaid = said('plot', { sentences: null, starsCount: false })
  expect(unpaid).toContain(changesNothing)
  expect(unpaid).not.toContain(changes)
  const counted = said('post', { sentences: null, starsCount: true })
  expect(counted).toContain(changes)
  expect(counted).not.toContain(changesNothing)
})
