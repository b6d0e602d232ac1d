import { identityCheckCharacter } from '../modules/community/index.ts'
import { SeededChance } from './random.ts'
import { familyNamesOf, givenName, hamletNames, spouseSurname } from './village-names.ts'

/** One invented villager. */
export interface RosterPerson {
  readonly groupNo: number
  readonly hamlet: string
  readonly houseNo: string
  readonly relation: '户主' | '妻子' | '丈夫' | '儿子' | '女儿' | '父亲' | '母亲' | '孙子' | '孙女'
  readonly name: string
  /** Of the demonstration's range 1990000xxxx; null: has none. */
  readonly phone: string | null
  /** With a right check character, of a county that does not exist (330199): nobody's. */
  readonly identityNumber: string
  /** YYYY-MM-DD */
  readonly bornOn: string
}

export interface RosterSize {
  readonly households: number
  readonly people: number
  readonly groups: number
}

/** The present of the invented village; ages are counted from it. */
const YEAR = 2026
const INVENTED_COUNTY = '330199'

/**
 * An invented village, always the same for a seed: households in hamlets with their family names,
 * plausible ages and relations, telephones and identity numbers that are nobody's.
 */
export function generateRoster(seed: number, size: RosterSize): RosterPerson[] {
  const chance = new SeededChance(seed)
  const sizes = householdSizes(chance, size)
  const register = new Register(chance)
  return sizes.flatMap((people, index) => {
    const groupNo = 1 + Math.floor((index * size.groups) / size.households)
    const hamlet = hamletNames[(groupNo - 1) % hamletNames.length] ?? ''
    const home = { groupNo, hamlet, houseNo: `${index + 1}号` }
    return family(chance, groupNo, people).map((member) => ({ ...home, ...register.enter(member) }))
  })
}

/** A roster as a village would upload it: CSV, UTF-8. */
export function rosterToCsv(people: readonly RosterPerson[]): Buffer {
  const rows = people.map((person) => [
    `${person.groupNo}组 ${person.hamlet}`,
    person.houseNo,
    person.name,
    person.relation,
    person.phone ?? '',
    person.identityNumber,
    person.bornOn,
  ])
  const heading = ['组别', '户号', '姓名', '与户主关系', '手机号', '身份证号', '出生日期']
  return Buffer.from([heading, ...rows].map((row) => row.join(',')).join('\r\n'), 'utf8')
}

/** As many sizes as households, their sum the number of people. */
function householdSizes(chance: SeededChance, { households, people }: RosterSize): number[] {
  const likely = [1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6]
  const sizes = Array.from({ length: households }, () => chance.pick(likely))
  let missing = people - sizes.reduce((sum, one) => sum + one, 0)
  for (let tries = 0; missing !== 0 && tries < 1_000_000; tries++) {
    const index = chance.whole(0, households - 1)
    const step = Math.sign(missing)
    const next = (sizes[index] ?? 0) + step
    if (next < 1 || next > 7) continue
    sizes[index] = next
    missing -= step
  }
  return sizes
}

interface Member {
  readonly relation: RosterPerson['relation']
  readonly surname: string
  readonly isWoman: boolean
  readonly birthYear: number
}

/** Head, spouse, children, parents, grandchildren: in the order in which a roster lists them. */
function family(chance: SeededChance, groupNo: number, people: number): Member[] {
  const surname = chance.pick(familyNamesOf(groupNo))
  const headIsWoman = people === 1 ? chance.happens(0.6) : chance.happens(0.12)
  const birthYear = people === 1 ? chance.whole(1936, 1962) : chance.whole(1950, 1988)
  const head: Member = { relation: '户主', surname, isWoman: headIsWoman, birthYear }
  const others: Member[] = [
    {
      relation: headIsWoman ? '丈夫' : '妻子',
      surname: spouseSurname(chance),
      isWoman: !headIsWoman,
      birthYear: birthYear + chance.whole(-3, 4),
    },
  ]
  const childAt = birthYear + chance.whole(22, 29)
  const children = childAt < YEAR ? (people > 3 && chance.happens(0.5) ? 2 : 1) : 0
  for (let child = 0; child < children; child++)
    others.push(childOf(chance, surname, Math.min(YEAR - 1, childAt + child * 3)))
  for (const isWoman of [false, true])
    others.push({
      relation: isWoman ? '母亲' : '父亲',
      surname: isWoman ? spouseSurname(chance) : surname,
      isWoman,
      birthYear: Math.max(1930, birthYear - chance.whole(20, 29)),
    })
  while (others.length < people - 1) others.push(grandchildOf(chance, surname, childAt))
  return [head, ...others.slice(0, people - 1)]
}

function childOf(chance: SeededChance, surname: string, birthYear: number): Member {
  const isWoman = chance.happens(0.5)
  return { relation: isWoman ? '女儿' : '儿子', surname, isWoman, birthYear }
}

function grandchildOf(chance: SeededChance, surname: string, childAt: number): Member {
  const isWoman = chance.happens(0.5)
  const birthYear = Math.min(YEAR - 1, childAt + chance.whole(22, 30))
  return { relation: isWoman ? '孙女' : '孙子', surname, isWoman, birthYear }
}

/** Gives out names, telephones and identity numbers, none of them twice (names may recur). */
class Register {
  readonly #chance: SeededChance
  readonly #identityNumbers = new Set<string>()
  #telephones = 0

  constructor(chance: SeededChance) {
    this.#chance = chance
  }

  enter(member: Member) {
    const { relation, surname, isWoman, birthYear } = member
    const bornOn = `${birthYear}-${this.#twoDigits(12)}-${this.#twoDigits(28)}`
    return {
      relation,
      name: `${surname}${givenName(this.#chance, isWoman, birthYear)}`,
      phone: this.#phone(YEAR - birthYear),
      identityNumber: this.#identityNumber(bornOn, isWoman),
      bornOn,
    }
  }

  #twoDigits(most: number): string {
    return String(this.#chance.whole(1, most)).padStart(2, '0')
  }

  #phone(age: number): string | null {
    if (age < 16 || this.#chance.happens(age > 75 ? 0.55 : 0.03)) return null
    this.#telephones += 1
    return `1990000${String(this.#telephones).padStart(4, '0')}`
  }

  #identityNumber(bornOn: string, isWoman: boolean): string {
    for (;;) {
      const order = this.#chance.whole(0, 499) * 2 + (isWoman ? 0 : 1)
      const first17 = `${INVENTED_COUNTY}${bornOn.replaceAll('-', '')}${String(order).padStart(3, '0')}`
      const identityNumber = first17 + identityCheckCharacter(first17)
      if (this.#identityNumbers.has(identityNumber)) continue
      this.#identityNumbers.add(identityNumber)
      return identityNumber
    }
  }
}
