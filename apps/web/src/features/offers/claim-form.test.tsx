import { expect, it, vi } from 'vitest'
import { drawForms } from '../../../test/form-at-work.tsx'
import { outbox } from '../../app/outbox.ts'
import { ClaimForm } from './claim-form.tsx'

const draw = drawForms()
const of = { offerId: 'o', claimant: 'household' } as const
const house = { ...of, title: '老粮站出租', unit: 'piece', mostQuantity: 1 } as const
const greens = { ...of, title: '青菜', unit: 'kg', mostQuantity: 50_000 } as const

it('asks for no amount where a household can have one only', async () => {
  const form = await draw(
    <ClaimForm
      offer={{ ...house, publishes: 'places_only' }}
      ownClaim={null}
      onDone={() => undefined}
    />,
    {},
  )
  const give = vi.spyOn(outbox, 'give').mockRejectedValue(new Error('kept from the network'))
  expect(form.has('input')).toBe(false)
  await form.submit()
  expect(give.mock.calls[0]?.[0]).toMatchObject({
    kind: 'claim',
    body: { wantedQuantity: 1, leastQuantity: 1 },
  })
})

it('says what will be published as the offer has it', async () => {
  const wordsOf = async (publishes: 'masked_names' | 'places_only') => {
    const offer = { ...greens, publishes }
    return (
      await draw(<ClaimForm offer={offer} ownClaim={null} onDone={() => undefined} />, {})
    ).text()
  }
  expect(await wordsOf('places_only')).toContain('不写名字，别人看不到是哪一户')
  expect(await wordsOf('masked_names')).toContain('隐去中间字的户主姓名')
})

it('asks for nothing any more once a claim is kept for later', async () => {
  const onDone = vi.fn()
  const offer = { ...greens, publishes: 'masked_names' } as const
  const form = await draw(<ClaimForm offer={offer} ownClaim={null} onDone={onDone} />, {})
  const kept = { state: 'waiting', entry: {} } as Awaited<ReturnType<typeof outbox.give>>
  vi.spyOn(outbox, 'give').mockResolvedValue(kept)
  await form.submit()
  expect(form.text()).toContain('请填数量。')
  await form.type('要多少', '12')
  await form.submit()
  await form.until(() => onDone.mock.calls.length > 0)
  expect(onDone).toHaveBeenCalledWith('kept')
  await form.until(() => form.read('要多少') === '')
  const instead = { state: 'waiting', entry: { replacesWaiting: true } } as typeof kept
  vi.spyOn(outbox, 'give').mockResolvedValue(instead)
  await form.type('要多少', '15')
  await form.submit()
  await form.until(() => onDone.mock.calls.length > 1)
  expect(onDone).toHaveBeenLastCalledWith('keptInstead')
  await form.until(() => form.read('要多少') === '')
  expect(form.text()).not.toContain('请填数量。')
})

it('speaks to the person, and says whose honour counts, where persons claim', async () => {
  const job = { ...house, title: '养护工', unit: 'person', claimant: 'person' } as const
  const form = await draw(
    <ClaimForm
      offer={{ ...job, publishes: 'masked_names' }}
      ownClaim={null}
      onDone={() => undefined}
    />,
    {},
  )
  expect(form.text()).toContain('每人就 1')
  expect(form.text()).toContain('各人按本户的荣誉分排先后；同一户的几个人一样，由抽签定。')
  expect(form.text()).toContain('隐去中间字的本人姓名')
  expect(form.text()).not.toContain('每户')
})
