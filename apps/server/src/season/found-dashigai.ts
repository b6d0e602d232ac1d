import {
  addSubject,
  confirmRoster,
  decideConsent,
  decideSignInChanges,
  foundVillage,
  grantRole,
  previewRoster,
  readSignInChanges,
  selectRosterHouseholds,
  selectRosterPeople,
} from '../modules/community/index.ts'
import { adoptRuleSheet, importRuleSheet } from '../modules/scoring/index.ts'
import type { Role } from '../platform/actor.ts'
import {
  DEMONSTRATION_VILLAGE,
  type Demonstration,
  type DemonstrationRole,
} from './demonstration.ts'
import type { SeededChance } from './random.ts'
import { seasonSheet } from './season-sheet.ts'
import { rosterToCsv } from './roster.ts'
import type { Cast, FoundingDoors, Place, Player } from './stage.ts'

const OPT_IN_TEXT =
  '我户自愿加入大石盖村积分制：同意村里按公布的细则记录我户为公共事务所做的事，公示时名字遮住中间的字；随时可以退出，退出后不再记录。'
const JOINS = 0.9
const ADULT_BORN_UNTIL = '2006-12-31'
const OLDEST_VOLUNTEER_BORN = '1948-01-01'

interface Doors extends FoundingDoors {
  readonly demonstration: Demonstration
  readonly chance: SeededChance
}

interface Days {
  readonly firstDay: string
  readonly lastDay: string
}

/** Founds the village, imports its roster, fills its offices, and lets most households join. */
export async function foundDashigai(doors: Doors, days: Days): Promise<Cast> {
  const { demonstration } = doors
  const founders = (role: Role) => demonstration.offices.filter((office) => office.role === role)
  const named = ({ person: { name, phone } }: DemonstrationRole) => ({ name, phone })
  await foundVillage(doors, {
    villageId: DEMONSTRATION_VILLAGE,
    name: '大石盖村',
    townName: '戴村镇',
    optInText: OPT_IN_TEXT,
    isDemonstration: true,
    operator: named(first(founders('operator'))),
    committee: founders('committee').map(named),
  })
  const before = await readPlayers(doors)
  const operator = playing(before, first(founders('operator')))
  // An earlier load may have come further: a confirmed file is not uploaded again.
  const officeHolders = demonstration.offices.length
  if (before.size <= officeHolders) await importRoster(doors, operator)
  const players = await readPlayers(doors)
  await fillOffices(doors, players)
  const member = playing(players, first(founders('committee')))
  const { villagers, undecided } = await joinHouseholds(doors, players)
  const offices = (role: Role) => founders(role).map((office) => playing(players, office))
  const cast = {
    villagers,
    undecided,
    byPhone: players,
    committee: offices('committee'),
    supervisors: offices('supervisor'),
    groupLeaders: offices('group_leader'),
  }
  await adoptSheet(doors, cast.committee, days)
  return { ...cast, ...(await fixPlates(doors, member, villagers)) }
}

async function importRoster(doors: Doors, operator: Player): Promise<void> {
  const file = rosterToCsv(doors.demonstration.people)
  const { importId, errors } = await previewRoster(doors, operator.actor, 'season-roster', { file })
  if (errors.length > 0)
    throw new Error(`the invented roster has faults: ${JSON.stringify(errors[0])}`)
  const input = { importId, skipErrors: false }
  await confirmRoster(doors, operator.actor, 'season-roster-confirm', input)
  await confirmIdentities(doors)
}

/** What the operator's file says of the founders' identity numbers, a member of the committee confirms. */
async function confirmIdentities(doors: Doors): Promise<void> {
  const players = await readPlayers(doors)
  const members = doors.demonstration.offices.filter(({ role }) => role === 'committee')
  for (const [index, office] of members.entries()) {
    const { actor } = playing(players, office)
    const { items } = await readSignInChanges(doors, actor)
    const changeIds = items.filter((one) => one.mayConfirm).map(({ changeId }) => changeId)
    if (changeIds.length === 0) continue
    const decision = { changeIds, decision: 'confirmed' as const }
    await decideSignInChanges(
      { ...doors, sms: { fixedCodeOf: () => null } },
      actor,
      `season-identities-${index}`,
      decision,
    )
  }
}

/** Everybody on the roster by telephone, with the offices that they hold. */
async function readPlayers({ database, demonstration }: Doors): Promise<Map<string, Player>> {
  const villageId = DEMONSTRATION_VILLAGE
  return database.inVillage(villageId, async (db) => {
    const people = await selectRosterPeople(db, villageId)
    const households = await selectRosterHouseholds(db, villageId)
    const groups = new Map(households.map((one) => [one.householdId, one.groupNo]))
    return new Map(
      people.flatMap(({ personId, householdId, phone }) => {
        if (phone === null) return []
        const held = demonstration.offices.filter(({ person }) => person.phone === phone)
        const roles = new Set<Role>(['villager', ...held.map(({ role }) => role)])
        const leadsGroupNo = held.find(({ groupNo }) => groupNo !== undefined)?.groupNo ?? null
        const actor = { villageId, personId, householdId, roles, leadsGroupNo }
        return [[phone, { actor, householdId, groupNo: groups.get(householdId) ?? 1 }]]
      }),
    )
  })
}

async function fillOffices(doors: Doors, players: Map<string, Player>): Promise<void> {
  const { offices } = doors.demonstration
  const operator = playing(players, first(offices))
  const member = playing(players, first(offices.filter(({ role }) => role === 'committee')))
  for (const [index, office] of offices.entries()) {
    const { role, groupNo } = office
    if (role === 'operator' || role === 'committee') continue // made when the village was founded
    const giver = role === 'group_leader' ? member : operator
    const { personId } = playing(players, office).actor
    await grantRole(doors, giver.actor, `season-role-${index}`, { personId, role, groupNo })
  }
}

/** Nine households in ten join, each by its head; the grown-ups of those take part. */
async function joinHouseholds(
  doors: Doors,
  players: Map<string, Player>,
): Promise<Pick<Cast, 'villagers' | 'undecided'>> {
  const { demonstration, chance } = doors
  const must = new Set(
    [...demonstration.offices.map(({ person }) => person), ...demonstration.villagers].map(
      ({ houseNo }) => houseNo,
    ),
  )
  const joined = new Set<string>()
  const undecided: Player[] = []
  for (const person of demonstration.people) {
    const head = person.relation === '户主' && person.phone ? players.get(person.phone) : undefined
    if (!head) continue
    if (!(chance.happens(JOINS) || must.has(person.houseNo))) {
      undecided.push(head)
      continue
    }
    const input = { householdId: head.householdId, decision: 'join' as const }
    await decideConsent(doors, head.actor, `season-join-${person.houseNo.replace('号', '')}`, input)
    joined.add(head.householdId)
  }
  const villagers = demonstration.people.flatMap(({ phone, bornOn }) => {
    const player = phone === null ? undefined : players.get(phone)
    const fit = bornOn <= ADULT_BORN_UNTIL && bornOn >= OLDEST_VOLUNTEER_BORN
    return player && fit && joined.has(player.householdId) ? [player] : []
  })
  return { villagers, undecided }
}

/** One member drafts the sheet, the village votes, another member enters the resolution. */
async function adoptSheet(doors: Doors, committee: readonly Player[], { firstDay, lastDay }: Days) {
  const [drafter, adopter] = committee
  if (!drafter || !adopter) throw new Error('the committee is too small to adopt a rule sheet')
  const file = Buffer.from(JSON.stringify(seasonSheet(lastDay)), 'utf8')
  const { ruleSheetId, problems } = await importRuleSheet(doors, drafter.actor, 'season-sheet', {
    file,
  })
  if (ruleSheetId === null)
    throw new Error(`the garden sheet has problems: ${JSON.stringify(problems)}`)
  const resolution = { date: firstDay, eligible: 520, present: 391, for: 362, against: 17 }
  const reason = '只扣村规民约约定的分，违法的仍由公安机关依法处理。'
  const lintAnswers = [{ ref: 'r169', reason }]
  const input = { ruleSheetId, resolution, effectiveFrom: firstDay, lintAnswers }
  await adoptRuleSheet(doors, adopter.actor, 'season-sheet-adopted', input)
}

const PLOTS_A_ROW = 18
const ENTRANCES = ['东村口', '西村口', '南桥头', '北樟树下', '水库坝头', '后山路口']

async function fixPlates(doors: Doors, member: Player, villagers: readonly Player[]) {
  const keepers = doors.chance.shuffled([
    ...new Map(villagers.map((one) => [one.householdId, one])).values(),
  ])
  const fix = async (
    kind: 'plot' | 'yard' | 'post',
    index: number,
    label: string,
    story: string,
  ) => {
    const keeper =
      kind === 'post'
        ? undefined
        : keepers[(kind === 'yard' ? 108 + index : index) % keepers.length]
    const input = {
      kind,
      label,
      story,
      groupNo: keeper?.groupNo,
      keeperHouseholdId: keeper?.householdId,
    }
    const made = await addSubject(doors, member.actor, `season-${kind}-${index}`, input)
    return { ...made, label, keeperHouseholdId: keeper?.householdId ?? null } satisfies Place
  }
  const plots: Place[] = []
  for (let index = 0; index < 108; index++) {
    const row = String.fromCodePoint(0x41 + Math.floor(index / PLOTS_A_ROW))
    const number = String((index % PLOTS_A_ROW) + 1).padStart(2, '0')
    const story = index % 5 === 0 ? '这块地的菜按名次先卖，多的送老年食堂。' : ''
    plots.push(await fix('plot', index, `菜地 ${row}-${number}`, story))
  }
  const yards: Place[] = []
  for (let index = 0; index < 60; index++)
    yards.push(await fix('yard', index, `庭院 ${String(index + 1).padStart(2, '0')}`, ''))
  const posts: Place[] = []
  for (const [index, entrance] of ENTRANCES.entries())
    posts.push(await fix('post', index, `${entrance}岗`, '村口值守的岗点，轮班时在这里签到签退。'))
  return { plots, yards, posts }
}

function playing(players: Map<string, Player>, office: DemonstrationRole): Player {
  const player = players.get(office.person.phone)
  if (!player) throw new Error(`${office.person.name} is not on the roster`)
  return player
}

function first<T>(list: readonly T[]): T {
  const [item] = list
  if (item === undefined) throw new RangeError('an office that nobody holds')
  return item
}
