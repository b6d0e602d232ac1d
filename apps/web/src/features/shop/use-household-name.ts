import { useDoor } from '../../app/door.ts'
import type { Counter } from './shop.ts'

type Household = Counter['toSign'][number]['household']

/** Whose household it is and where it stands, as the village says it. */
export function useHouseholdName(): (household: Household) => string {
  const doorOf = useDoor()
  return ({ headName, groupName, houseNo }) => {
    const door = houseNo === null ? '' : doorOf({ groupName: groupName ?? '', houseNo })
    return [headName, door].filter((part) => part !== null && part !== '').join(' · ')
  }
}
