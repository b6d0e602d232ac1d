import { expect, it } from 'vitest'
import { parseHash } from './hash-location.ts'

it.each([
  ['', '/', ''],
  ['#', '/', ''],
  ['#/plates/K7Q2', '/plates/K7Q2', ''],
  ['#plates/K7Q2', '/plates/K7Q2', ''],
  ['#/sign-in?next=%2Fme', '/sign-in', 'next=%2Fme'],
  ['#/board/%E7%AC%AC3%E7%BB%84', '/board/第3组', ''],
  ['#/broken/%E7%AC', '/broken/%E7%AC', ''],
])('reads %s', (hash, path, search) => {
  expect(parseHash(hash)).toEqual({ path, search })
})
