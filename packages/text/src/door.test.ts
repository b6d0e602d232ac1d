import { expect, it } from 'vitest'
import { doorText, groupOfDoor, OFFICE_HOUSE_NO } from './door.ts'

it('a door is a group and a house; the office that founding made is named without a group', () => {
  const home = { groupName: '第1组', houseNo: '3-1' }
  const office = { groupName: '第1组', houseNo: OFFICE_HOUSE_NO }
  expect([doorText(home, 'zh'), doorText(home, 'en')]).toEqual(['第1组 3-1', '第1组 3-1'])
  expect([doorText(office, 'zh'), doorText(office, 'en')]).toEqual(['村委', 'the village office'])
  expect([groupOfDoor(home), groupOfDoor(office)]).toEqual(['第1组', ''])
})
