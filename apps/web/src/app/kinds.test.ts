import { describe, expect, it } from 'vitest'
import { inboxMessages } from '@azalea/client'
import { aboutKinds } from './about-kinds.ts'
import { newsKinds, waitingKinds } from './home-kinds.ts'
import { inboxKinds } from './inbox-kinds.ts'
import { routes } from './routes.ts'
import { marketRoutes } from './market-routes.ts'
import { workbenchRoutes } from './workbench-routes.ts'

const patterns = [...routes, ...workbenchRoutes, ...marketRoutes].map(({ path }) => path)

const addresses = [
  ...Object.entries({ ...inboxKinds, ...waitingKinds }).map(
    ([kind, { address }]) => [kind, address('7f')] as const,
  ),
  ...Object.entries(aboutKinds).map(([kind, address]) => [`about ${kind}`, address('7f')] as const),
  ...Object.entries(newsKinds).map(
    ([kind, address]) => [`news ${kind}`, address('7f', '330109102259')] as const,
  ),
]

describe('the address of each kind', () => {
  it.each(addresses)('%s is a page: %s', (_, address) => {
    const path = address.replace(/\?.*/, '')
    expect(patterns.some((pattern) => matches(pattern, path))).toBe(true)
  })
})

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path)
}

it('every kind that has words is contributed by a feature, where the program runs too', () => {
  const worded = Object.keys(inboxMessages.zh).flatMap((key) => /^inbox_(.*)/.exec(key)?.[1] ?? [])
  expect(Object.keys(inboxKinds).toSorted()).toEqual(worded.toSorted())
  expect(Object.values(waitingKinds).every(({ icon }) => icon !== undefined)).toBe(true)
})
