import { expect, it } from 'vitest'
import { drawForms, refused } from '../../../test/form-at-work.tsx'
import { GivePoints } from './give-points.tsx'

const draw = drawForms()
const gifts = { walletHundredths: 4000, leftHundredths: 2500 }
const groups = { '/api/groups': { json: { groups: [{ groupNo: 2, name: '第2组' }] } } }

it('shows what will be so before it is, and sends hundredths once it is confirmed', async () => {
  const form = await draw(<GivePoints gifts={gifts} />, {
    ...groups,
    '/api/gifts/receiver': { json: { groupName: '第2组', houseNo: '12' } },
    '/api/gifts': { json: { giftId: 'g' } },
  })
  await form.submit()
  expect(form.text()).toContain('请写姓名。')
  await form.type('送给谁家', '王小二')
  await form.until(() => form.has('option[value="2"]'))
  await form.choose('2')
  await form.type('送多少', '30')
  await form.submit()
  expect(form.text()).toContain('本月最多还能送 25 分。')
  await form.type('送多少', '12.5')
  await form.submit()
  await form.until(() => form.text().includes('请核对'))
  expect(form.text()).toMatch(/王小二家（第2组.*12.*）.*送后您家还有27.5 分.*送后本月还能送12.5 分/)
  await form.press('送出 12.5 分')
  expect(await form.sent()).toEqual([
    {
      path: '/api/gifts',
      body: { to: { name: '王小二', groupNo: 2 }, pointsHundredths: 1250 },
    },
  ])
  await form.until(() => form.text().includes('送出 12.5 分给王小二家了。'))
})

it('says why it cannot go to that household, and keeps what was written', async () => {
  const form = await draw(<GivePoints gifts={gifts} />, {
    ...groups,
    '/api/gifts/receiver': refused('gift_to_own_household', '这是您自己家，不用送。'),
  })
  await form.type('送给谁家', '陈秀芳')
  await form.until(() => form.has('option[value="2"]'))
  await form.choose('2')
  await form.type('送多少', '5')
  await form.submit()
  await form.until(() => form.text().includes('这是您自己家，不用送。'))
  expect(form.read('送给谁家')).toBe('陈秀芳')
})
