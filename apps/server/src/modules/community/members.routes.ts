import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { roles } from '../../platform/actor.ts'
import type { Database } from '../../platform/database/database.ts'
import { command, query } from '../../platform/http/route.ts'
import type { Act, VillageSecrets } from '../record/index.ts'
import { confirmLeave } from './consent/confirm-leave.ts'
import { decideConsent } from './consent/decide-consent.ts'
import { dropLeave } from './consent/drop-leave.ts'
import { readPeopleNames } from './people/person.store.ts'
import { consentKeepers, removalConfirmers, roleGivers, staff, villagers } from './policy.ts'
import { grantRole } from './roles/grant-role.ts'
import { revokeRole } from './roles/revoke-role.ts'
import { rolesGivenBy } from './roles/role-policy.ts'
import { selectGrants } from './roles/role.store.ts'

export interface MemberParts {
  readonly act: Act
  readonly database: Database
  readonly secrets: VillageSecrets
}

const grantable = z.enum(roles).exclude(['villager'])
const nothing = z.object({})

export function registerMemberRoutes(http: FastifyInstance, parts: MemberParts): void {
  registerRoleRoutes(http, parts)
  command(
    http,
    {
      url: '/api/households/:householdId/consent',
      access: consentKeepers,
      summary: 'A household joins or leaves',
      tag: 'community',
      params: z.object({ householdId: z.uuid() }),
      body: z.object({
        decision: z.enum(['join', 'leave']),
        givenByPersonId: z.uuid().optional(),
      }),
      answer: z.object({
        joined: z.boolean(),
        takesEffectAt: z
          .string()
          .nullable()
          .meta({ description: 'When a leaving from paper takes effect by itself; null: at once' }),
      }),
    },
    ({ actor, key, params, body }) => decideConsent(parts, actor, key, { ...params, ...body }),
  )
  registerLeaveRoutes(http, parts)
}

function registerLeaveRoutes(http: FastifyInstance, parts: MemberParts): void {
  command(
    http,
    {
      url: '/api/households/:householdId/leave/confirm',
      access: removalConfirmers,
      summary: 'Confirm, as a second person, a leaving that was entered from paper',
      tag: 'community',
      params: z.object({ householdId: z.uuid() }),
      answer: nothing,
    },
    ({ actor, key, params }) => confirmLeave(parts, actor, key, params),
  )
  command(
    http,
    {
      url: '/api/households/:householdId/leave/drop',
      access: [...villagers, ...removalConfirmers],
      summary: 'Turn down a leaving that was entered from paper: anybody of the household may',
      tag: 'community',
      params: z.object({ householdId: z.uuid() }),
      answer: nothing,
    },
    ({ actor, key, params }) => dropLeave(parts, actor, key, params),
  )
}

function registerRoleRoutes(http: FastifyInstance, parts: MemberParts): void {
  query(
    http,
    {
      url: '/api/roles',
      access: staff,
      summary: 'Who holds which role',
      tag: 'community',
      answer: z.object({
        items: z.array(
          z.object({
            personId: z.string(),
            name: z.string().nullable(),
            role: z.enum(roles),
            groupNo: z.int().nullable(),
            grantedAt: z.string(),
          }),
        ),
        mayGive: z
          .array(z.enum(roles))
          .meta({ description: 'The offices that the reader gives and takes' }),
      }),
    },
    async ({ actor, actor: { villageId } }) =>
      parts.database.inVillage(villageId, async (db) => {
        const grants = await selectGrants(db, villageId, null)
        const personIds = grants.map(({ personId }) => personId)
        const names = await readPeopleNames(db, villageId, personIds)
        return {
          items: grants.map(({ personId, role, groupNo, grantedAt }) => ({
            personId,
            name: names.get(personId) ?? null,
            role,
            groupNo,
            grantedAt: grantedAt.toISOString(),
          })),
          mayGive: rolesGivenBy(actor),
        }
      }),
  )
  command(
    http,
    {
      url: '/api/roles/grant',
      access: roleGivers,
      summary: 'Give a role',
      tag: 'community',
      body: z.object({
        personId: z.uuid(),
        role: grantable,
        groupNo: z.int().min(1).max(999).optional(),
      }),
      answer: nothing,
    },
    ({ actor, key, body }) => grantRole(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/roles/revoke',
      access: staff,
      summary: 'Take a role back, or lay down one’s own',
      tag: 'community',
      body: z.object({ personId: z.uuid(), role: grantable }),
      answer: nothing,
    },
    ({ actor, key, body }) => revokeRole(parts, actor, key, body),
  )
}
