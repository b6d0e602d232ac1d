import { expect, it } from 'vitest'
import { Route } from 'wouter'
import { drawForms } from '../../../test/form-at-work.tsx'
import { CalledWallPage } from './called-wall-page.tsx'

const draw = drawForms()
const line = { quantity: 50_000, isDisputed: false, groupName: '后坞' }
const queue = {
  title: '青菜先卖',
  unit: 'kg',
  nextCursor: null,
  lines: [
    { ...line, place: 1, state: 'accepted', name: '王×勇' },
    { ...line, place: 2, state: 'called', name: '俞×斌' },
    { ...line, place: 3, state: 'called', name: '施×', isDisputed: true },
    { ...line, place: 4, state: 'called', name: null },
    { ...line, place: 5, state: 'waiting', name: '孔×' },
  ],
}

it('shows who is called now: not who has answered, who is disputed or who waits', async () => {
  const page = <Route path="/wall/called/:villageId" component={CalledWallPage} />
  const answers = {
    '/api/villages/330109102259/offers': {
      json: {
        items: [
          { offerId: 'one', state: 'drawn' },
          { offerId: 'two', state: 'settled' },
        ],
        nextCursor: null,
      },
    },
    '/api/villages/330109102259/offers/one/queue': { json: queue },
  }
  const wall = await draw(page, answers, '/wall/called/330109102259')
  await wall.until(() => wall.text().includes('俞×斌'))
  expect(wall.text()).toContain('第 4 位')
  for (const name of ['王×勇', '施×', '孔×']) expect(wall.text()).not.toContain(name)
})
