import { expect, it } from 'vitest'
import { addressOf } from './address.ts'

it('fills the parts of the path and makes the rest a query, without empty values', () => {
  expect(addressOf('/api/me/home')).toBe('/api/me/home')
  expect(
    addressOf('/api/villages/{villageId}/notices/{id}', {
      villageId: '330109102259',
      id: 'a/b?c',
      cursor: null,
      limit: 50,
      q: '陈 芳&',
      sort: undefined,
    }),
  ).toBe('/api/villages/330109102259/notices/a%2Fb%3Fc?limit=50&q=%E9%99%88%20%E8%8A%B3%26')
})

it('refuses a path whose part is missing, which would address another path', () => {
  expect(() => addressOf('/api/awards/{id}', {})).toThrow('needs its id')
  expect(() => addressOf('/api/awards/{id}', { id: '' })).toThrow('needs its id')
})
