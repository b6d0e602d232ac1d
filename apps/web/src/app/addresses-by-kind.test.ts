import { describe, expect, it } from 'vitest'
import {
  aboutAddresses,
  inboxAddresses,
  newsAddress,
  waitingAddresses,
} from './addresses-by-kind.ts'
import type { RouteEntry } from './route.tsx'

const tables = import.meta.glob<readonly RouteEntry[]>('../features/*/routes.tsx', {
  eager: true,
  import: 'routes',
})
const patterns = Object.values(tables)
  .flat()
  .map(({ path }) => path)

const addresses = [
  ...Object.entries({ ...inboxAddresses, ...waitingAddresses }).map(
    ([kind, address]) => [kind, address('7f')] as const,
  ),
  ...Object.entries(aboutAddresses).map(
    ([kind, address]) => [`about ${kind}`, address('7f')] as const,
  ),
  ['notice', newsAddress({ kind: 'notice', id: '7f' }, '330109102259')] as const,
  ['activity', newsAddress({ kind: 'activity', id: '7f' }, '330109102259')] as const,
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
