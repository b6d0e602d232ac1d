import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { RepairAward } from './repair-award.tsx'
import { ReverseAward } from './reverse-award.tsx'

const draw = drawForms()

it('an award is taken back with a reason only', async () => {
  const path = '/api/awards/a/reverse'
  const form = await draw(<ReverseAward awardId="a" points="8 分" />, {
    [path]: refused('own_household', '自己家的请别人办。'),
  })
  await form.press('撤回这条得分')
  await form.submit()
  await form.write(' 记错了人 ')
  await form.submit()
  expect(await form.sent()).toEqual([{ path, body: { reason: '记错了人' } }])
  await form.until(() => form.text().includes('自己家的请别人办。'))
})

it('a fault is made good in one way, with minutes where it is volunteering', async () => {
  const ways = (['mending', 'volunteering'] as const).map((way) => ({
    way,
    restoresHundredths: 100,
    minutes: way === 'volunteering' ? 60 : null,
    repairAwardId: null,
  }))
  const form = await draw(<RepairAward awardId="a" ways={ways} />)
  await form.submit()
  await form.press('做了志愿')
  await form.write('扫了村口')
  await form.submit()
  await form.type('做了多久', '60')
  await form.submit()
  expect(await form.sent()).toEqual([
    {
      path: '/api/awards/a/repairs',
      body: { way: 'volunteering', words: '扫了村口', minutes: 60 },
    },
  ])
})
