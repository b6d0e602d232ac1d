import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@azalea/client'
import {
  asRegistered,
  enteredMembers,
  foundingBody,
  isPhone,
  stepOfProblem,
  type Founding,
} from './founding.ts'

const founding: Founding = {
  townCode: '330109102000',
  villageId: '330109102259',
  unlisted: false,
  villageName: '旧名',
  townName: '',
  operator: { name: '王小明', phone: '13900000001' },
  committee: [
    { name: '陈芳', phone: '13900000002' },
    { name: '', phone: '' },
  ],
  optInText: '我户自愿参加。',
  publicUrl: ' https://village.example ',
  publicUrlLater: true,
  houseNumbering: 'group',
}

describe('what is sent to found a village', () => {
  it('leaves out empty rows of the committee and names of a listed village', () => {
    expect(foundingBody(founding, ' token\n')).toEqual({
      setupToken: 'token',
      villageId: '330109102259',
      operator: founding.operator,
      committee: [{ name: '陈芳', phone: '13900000002' }],
      optInText: '我户自愿参加。',
      houseNumbering: 'group',
    })
  })

  it('names a village that the list does not have', () => {
    expect(foundingBody({ ...founding, unlisted: true, townName: '戴村镇' }, 't')).toMatchObject({
      villageName: '旧名',
      townName: '戴村镇',
    })
  })

  it('gives the address unless it is to be said later', () => {
    expect(foundingBody({ ...founding, publicUrlLater: false }, 't')).toMatchObject({
      publicUrl: 'https://village.example',
    })
    const bad = new ApiProblem({ status: 422, code: 'bad_public_url' })
    expect(stepOfProblem(bad)).toBe('address')
  })

  it('keeps a half-filled row, so that it is told and not dropped', () => {
    expect(enteredMembers([{ name: '陈芳', phone: '' }])).toHaveLength(1)
  })
})

describe('a telephone number', () => {
  it.each(['13900000001', '139 0000 0001', '+86 139-0000-0001', '１３９０００００００１'])(
    '%s',
    (text) => {
      expect(isPhone(text)).toBe(true)
    },
  )
  it.each(['', '1390000000', '139000000012', '05718888888', '12900000001'])('not %s', (text) => {
    expect(isPhone(text)).toBe(false)
  })
})

describe('a refusal', () => {
  const problem = (code: string, field?: string) =>
    new ApiProblem({
      status: 400,
      code,
      errors: field === undefined ? [] : [{ field, message: '' }],
    })

  it('leads to the step where it can be mended', () => {
    expect(stepOfProblem(problem('wrong_setup_token'))).toBe('token')
    expect(stepOfProblem(problem('unknown_division'))).toBe('village')
    expect(stepOfProblem(problem('founders_share_phone'))).toBe('committee')
    expect(stepOfProblem(problem('invalid_request', 'committee.0.phone'))).toBe('committee')
    expect(stepOfProblem(problem('already_set_up'))).toBeNull()
  })
})

it('shows the founders as the roster will have them', () => {
  const typed = { name: ' 高⽂方 ', phone: '+86 １３９ 0000 0001' }
  expect(asRegistered(typed)).toEqual({ name: '高文方', phone: '13900000001' })
  expect(asRegistered({ name: '陈芳', phone: '139' })).toEqual({ name: '陈芳', phone: '139' })
})
