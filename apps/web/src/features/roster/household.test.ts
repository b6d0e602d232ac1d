import { expect, it } from 'vitest'
import { headOf } from './household.ts'

const t = (key: string) => key

it('calls only a head who was erased erased', () => {
  const row = { headName: null, hasHead: true, isOffice: false }
  expect(headOf(t, row)).toBe('erased')
  expect(headOf(t, { ...row, hasHead: false })).toBe('noHead')
  expect(headOf(t, { ...row, hasHead: false, isOffice: true })).toBe('office')
  expect(headOf(t, { ...row, headName: '高文方' })).toBe('高文方')
})
