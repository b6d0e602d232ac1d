import { describe, expect, it } from 'vitest'
import { mayOpen } from './route.tsx'
import { routes } from './routes.ts'
import { marketRoutes } from './market-routes.ts'
import { workbenchRoutes } from './workbench-routes.ts'
import type { Role, Session } from './session.tsx'

function signedIn(...roles: Role[]): Session {
  return {
    person: { personId: 'p', name: '陈小芳' },
    village: { villageId: 'v', name: '大石盖村', townName: '戴村镇', isDemonstration: true },
    roles,
    household: {
      householdId: 'h',
      houseNo: '1',
      groupNo: 1,
      groupName: '溪头',
      joined: true,
    },
    villages: [],
  }
}

describe('access', () => {
  it('lets anybody open a page without a rule', () => {
    expect(mayOpen(undefined, null)).toBe(true)
  })

  it('asks a visitor to sign in where that is the rule', () => {
    expect(mayOpen('signed-in', null)).toBe(false)
    expect(mayOpen('signed-in', signedIn('villager'))).toBe(true)
  })

  it('asks for one of the named roles', () => {
    expect(mayOpen(['committee', 'group_leader'], signedIn('villager', 'group_leader'))).toBe(true)
    expect(mayOpen(['committee', 'group_leader'], signedIn('villager'))).toBe(false)
    expect(mayOpen(['committee'], null)).toBe(false)
  })
})

it('no two features claim the same path', () => {
  const paths = [...routes, ...workbenchRoutes, ...marketRoutes].map((route) => route.path)
  expect(paths).toEqual(expect.arrayContaining(['/settings', '/workbench/money']))
  expect(paths).toEqual([...new Set(paths)])
})

it('what stands at the workbench is sent to who goes there', () => {
  const isDesk = (path: string) => path.startsWith('/workbench/') && path !== '/workbench/*?'
  expect(routes.filter(({ path }) => isDesk(path))).toEqual([])
  expect(workbenchRoutes.filter(({ path }) => !/^\/workbench(\/|$)/.test(path))).toEqual([])
})

it('what stands at the market is sent to who goes there', () => {
  const isMarket = (path: string) => path.startsWith('/market/') && path !== '/market/*?'
  expect(routes.filter(({ path }) => isMarket(path))).toEqual([])
  expect(marketRoutes.filter(({ path }) => !path.startsWith('/market/:villageId'))).toEqual([])
})
