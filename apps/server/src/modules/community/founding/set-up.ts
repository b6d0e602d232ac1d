import { createHash, timingSafeEqual } from 'node:crypto'
import type { Database } from '../../../platform/database/database.ts'
import type { DemonstrationSignIn } from '../../../platform/sms.ts'
import { refuse } from '../refusals.ts'
import { findDivision } from './divisions.ts'
import {
  distinctFounders,
  foundVillage,
  type Founder,
  type FoundingParts,
} from './found-village.ts'
import { publicUrlOf, requirePublicUrl } from './village-address.ts'
import {
  lockFounding,
  selectVillageIds,
  selectVillageNames,
  type HouseNumbering,
} from './village.store.ts'

export interface SetupParts extends FoundingParts {
  readonly database: Database
  readonly publicUrl: string
  /** Printed on the server's console; null: nobody may set up (the demonstration). */
  readonly setupToken: string | null
  readonly demonstrationSignIns: readonly DemonstrationSignIn[] | null
}

export interface SetupState {
  readonly needed: boolean
  readonly demonstration: boolean
  /** Those served here, by name. */
  readonly villages: readonly {
    villageId: string
    name: string
    townName: string
    publicUrl: string | null
  }[]
  /** Where people reach this server, when its settings say so: set-up need not ask. */
  readonly publicUrl: string | null
  readonly demonstrationSignIns: readonly DemonstrationSignIn[] | null
}

/** Whether the server still waits for its first village. */
export async function readSetupState(parts: SetupParts): Promise<SetupState> {
  const villages = await parts.database.outsideVillages(selectVillageNames)
  return {
    villages: villages.map((village) => ({
      ...village,
      publicUrl: publicUrlOf(parts.publicUrl, village.publicUrl),
    })),
    publicUrl: publicUrlOf(parts.publicUrl, null),
    needed: villages.length === 0 && parts.setupToken !== null,
    demonstration: parts.demonstrationSignIns !== null,
    demonstrationSignIns: parts.demonstrationSignIns,
  }
}

export interface SetUpInput {
  readonly setupToken: string
  readonly villageId: string
  /** For a village that the list of divisions does not have. */
  readonly villageName?: string | undefined
  readonly townName?: string | undefined
  readonly operator: Founder
  readonly committee: readonly Founder[]
  readonly optInText: string
  /** Where people will reach the village; can be said later, by the operator. */
  readonly publicUrl?: string | undefined
  readonly houseNumbering?: HouseNumbering | undefined
}

/** What has been entered of it so far. */
export type SetUpSoFar = Pick<SetUpInput, 'setupToken'> & {
  readonly [Part in keyof SetUpInput]?: SetUpInput[Part] | undefined
}

/**
 * Whether what has been entered so far would be taken: asked when a step is left.
 * @throws Refusal the same as `setUp`
 */
export async function checkSetUp(parts: SetupParts, input: SetUpSoFar): Promise<void> {
  const { needed } = await readSetupState(parts)
  if (!needed) throw refuse('already_set_up')
  if (!sameToken(parts.setupToken, input.setupToken)) throw refuse('wrong_setup_token')
  if (input.villageId !== undefined) namesOf({ ...input, villageId: input.villageId })
  if (input.publicUrl) requirePublicUrl(input.publicUrl)
  distinctFounders(input)
}

/**
 * Founds the first village of a new server.
 * @throws Refusal 'already_set_up' once any village exists, 'wrong_setup_token',
 *   'unknown_division' when the code is not in the list and no names were given, 'bad_phone', 'founders_share_phone',
 *   'public_url_without_scheme', 'bad_public_url'
 */
export async function setUp(parts: SetupParts, input: SetUpInput): Promise<{ villageId: string }> {
  await checkSetUp(parts, input)
  const { villageId, operator, committee, optInText, houseNumbering } = input
  const names = namesOf(input)
  const publicUrl = input.publicUrl ? requirePublicUrl(input.publicUrl) : null
  return foundVillage(
    parts,
    {
      villageId,
      ...names,
      optInText,
      houseNumbering,
      publicUrl,
      operator,
      committee,
      isDemonstration: false,
    },
    async (db) => {
      // Asked again under the lock: two pages may be open.
      await lockFounding(db)
      if ((await selectVillageIds(db)).length > 0) throw refuse('already_set_up')
    },
  )
}

type Named = Pick<SetUpInput, 'villageId' | 'villageName' | 'townName'>

/** @throws Refusal 'unknown_division' */
function namesOf({ villageId, villageName, townName }: Named): { name: string; townName: string } {
  const listed = findDivision(villageId)
  if (listed) return listed
  if (!villageName || !townName) throw refuse('unknown_division')
  return { name: villageName.trim(), townName: townName.trim() }
}

function sameToken(expected: string | null, given: string): boolean {
  if (expected === null) return false
  const [a, b] = [expected, given.trim()].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
