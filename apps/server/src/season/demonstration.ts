import type { Role } from '../platform/actor.ts'
import type { DemonstrationSignIn } from '../platform/sms.ts'
import { generateRoster, type RosterPerson } from './roster.ts'

/** Dashigai village, Daicun town, Xiaoshan district, Hangzhou; every name in it is invented. */
export const DEMONSTRATION_VILLAGE = '330109102259'

const SEED = 20_260_301
const SIZE = { households: 520, people: 1_700, groups: 9 }
const CODE = '246810'

export interface DemonstrationRole {
  readonly role: Exclude<Role, 'villager'>
  readonly groupNo?: number
  readonly person: RosterPerson & { readonly phone: string }
}

/** The village's people with the offices that some of them hold, always the same. */
export interface Demonstration {
  readonly people: readonly RosterPerson[]
  readonly offices: readonly DemonstrationRole[]
  /** Two villagers without an office, of different households. */
  readonly villagers: readonly (RosterPerson & { readonly phone: string })[]
  /** Villagers without an office who keep a shop. */
  readonly merchants: Readonly<
    Record<'corner' | 'barber', RosterPerson & { readonly phone: string }>
  >
}

const SINGLE_OFFICES: readonly DemonstrationRole['role'][] = [
  'operator',
  ...Array<'committee'>(5).fill('committee'),
  ...Array<'supervisor'>(3).fill('supervisor'),
  'technician',
  'town_officer',
  'auditor',
]

/** Heads of households with a telephone, spread over the village, each of another household. */
export function castDemonstration(): Demonstration {
  const people = generateRoster(SEED, SIZE)
  const heads = people.filter(isReachableHead)
  const step = Math.floor(heads.length / 32)
  const spread = heads.filter((_, index) => index % step === 0)
  const offices = SINGLE_OFFICES.map((role, index) => ({ role, person: nth(spread, index) }))
  const taken = new Set(offices.map(({ person }) => person.houseNo))
  const free = heads.filter(({ houseNo }) => !taken.has(houseNo))
  const leaders = Array.from({ length: SIZE.groups }, (_, index) => {
    const groupNo = index + 1
    const person = nth(
      free.filter((head) => head.groupNo === groupNo),
      3,
    )
    return { role: 'group_leader' as const, groupNo, person }
  })
  const leading = new Set(leaders.map(({ person }) => person.houseNo))
  const plain = free.filter(({ houseNo }) => !leading.has(houseNo))
  return {
    people,
    offices: [...offices, ...leaders],
    villagers: [nth(plain, 20), nth(plain, 90)],
    merchants: { corner: nth(plain, 40), barber: nth(plain, 110) },
  }
}

/** As whom a visitor of the demonstration may sign in. */
export function demonstrationSignIns({
  offices,
  villagers,
  merchants,
}: Demonstration): DemonstrationSignIn[] {
  const shown = offices.filter(
    ({ role }, index) => offices.findIndex((other) => other.role === role) === index,
  )
  const secondMember = offices.filter(({ role }) => role === 'committee')[1]
  const listed = [
    ...villagers.map((person) => ({ role: 'villager' as const, person })),
    { role: 'merchant' as const, person: merchants.corner },
    ...shown,
    ...(secondMember ? [secondMember] : []),
  ]
  return listed.map(({ role, person: { name, phone } }) => ({ role, name, phone, code: CODE }))
}

/** People of the city as whom a visitor may order; 1980000xxxx stands on no roster. */
export const demonstrationCustomers = ['19800000001', '19800000002', '19800000003'].map(
  (phone) => ({
    phone,
    code: CODE,
  }),
)

function isReachableHead(
  person: RosterPerson,
): person is RosterPerson & { readonly phone: string } {
  return person.relation === '户主' && person.phone !== null
}

function nth<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`the invented village has no such person: ${index}`)
  return item
}
