import { describe, expect, it } from 'vitest'
import {
  emptyProposal,
  emptyShift,
  endsTooEarly,
  missingIn,
  nextShift,
  toBody,
  withStart,
} from './proposal.ts'

const morning = {
  ...emptyShift,
  quota: 5,
  startsAt: '2026-11-23T00:00:00.000Z',
  endsAt: '2026-11-23T02:00:00.000Z',
}
const complete = {
  ...emptyProposal,
  title: ' 清扫河道 ',
  place: '西溪桥头',
  itemRef: 'V1',
  shifts: [morning],
}

describe('a proposal', () => {
  it('asks how many are wanted, and decides nothing beforehand', () => {
    expect(emptyShift.quota).toBeNull()
    expect(toBody({ ...complete, shifts: [{ ...morning, quota: null }] })).toBeNull()
  })

  it('takes its times from its first and last shift, whatever their order', () => {
    const body = toBody({ ...complete, shifts: [nextShift([morning]), morning] })
    expect(body?.startsAt).toBe('2026-11-23T00:00:00.000Z')
    expect(body?.endsAt).toBe('2026-11-23T04:00:00.000Z')
  })

  it('closes sign-up when the first shift begins, unless it says otherwise', () => {
    expect(toBody(complete)?.signUpClosesAt).toBe(morning.startsAt)
    const earlier = '2026-11-22T12:00:00.000Z'
    expect(toBody({ ...complete, signUpClosesAt: earlier })?.signUpClosesAt).toBe(earlier)
  })

  it('cannot be sent while anything is missing', () => {
    expect(toBody(emptyProposal)).toBeNull()
    expect(toBody({ ...complete, title: '  ' })).toBeNull()
    expect(toBody({ ...complete, itemRef: '' })).toBeNull()
    expect(toBody({ ...complete, shifts: [morning, { ...morning, quota: null }] })).toBeNull()
    expect(toBody({ ...complete, shifts: [] })).toBeNull()
  })

  it('names what is missing, and nothing else', () => {
    expect(missingIn(emptyProposal)).toEqual(['title', 'place', 'item', 'time', 'quota'])
    expect(missingIn({ ...complete, shifts: [{ ...morning, quota: null }] })).toEqual(['quota'])
    expect(missingIn({ ...complete, shifts: [{ ...morning, endsAt: null }] })).toEqual(['time'])
    expect(missingIn(complete)).toEqual([])
  })

  it('is not sent with a shift that ends before it begins', () => {
    const backwards = { ...complete, shifts: [{ ...morning, endsAt: morning.startsAt }] }
    expect([endsTooEarly(backwards), endsTooEarly(complete)]).toEqual([true, false])
    expect(toBody(backwards)).toBeNull()
    expect(missingIn(backwards)).toEqual([])
  })

  it('is sent without the spaces around its words', () => {
    expect(toBody(complete)?.title).toBe('清扫河道')
  })
})

describe('a shift being written', () => {
  it('lasts two hours until somebody says otherwise', () => {
    expect(withStart({ ...emptyShift, quota: 5 }, '2026-11-23T00:00:00.000Z')).toMatchObject(
      morning,
    )
  })

  it('keeps an end that is still later than the new start', () => {
    const moved = withStart(morning, '2026-11-23T01:00:00.000Z')
    expect(moved.endsAt).toBe(morning.endsAt)
  })

  it('moves an end that would come before the new start', () => {
    const moved = withStart(morning, '2026-11-24T00:00:00.000Z')
    expect(moved.endsAt).toBe('2026-11-24T02:00:00.000Z')
  })

  it('is followed by one as long, without a gap', () => {
    expect(nextShift([morning])).toMatchObject({
      startsAt: '2026-11-23T02:00:00.000Z',
      endsAt: '2026-11-23T04:00:00.000Z',
      quota: 5,
    })
  })
})
