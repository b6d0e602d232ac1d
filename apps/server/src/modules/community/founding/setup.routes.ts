import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { line, paragraphs, personName } from '../../../platform/http/text.ts'
import { roles } from '../../../platform/actor.ts'
import { command, query } from '../../../platform/http/route.ts'
import { rosterKeepers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { phoneText, villageId } from '../sign-in/schema.ts'
import { changeNumbering } from './change-numbering.ts'
import { listTowns, listVillages } from './divisions.ts'
import { setObjectionPhone } from './set-objection-phone.ts'
import { sayPublicUrl } from './village-address.ts'
import { checkSetUp, readSetupState, setUp, type SetupParts } from './set-up.ts'
import { countVillage, houseNumberings, readVillage } from './village.store.ts'

/** A fixed line, a mobile or several of them, as people write them: 0571-82345678. */
const publishedPhone = z
  .string()
  .trim()
  .regex(/^[0-9+()（）、\- ]{5,40}$/)
const founder = z.object({ name: personName, phone: phoneText })
const publicUrl = line(200, 0).meta({
  description: 'Where people reach the village; what codes and papers carry',
})
const numbering = z.enum(houseNumberings)
const foundingBody = z.object({
  setupToken: line(200),
  villageId,
  villageName: line(60).optional(),
  townName: line(60).optional(),
  operator: founder,
  committee: z.array(founder).min(1).max(20),
  optInText: paragraphs(5_000),
  publicUrl: publicUrl.optional(),
  houseNumbering: numbering.optional().meta({
    description: 'Whether a house number is one of the whole village (left out) or of its group',
  }),
})
const division = z.object({ code: z.string(), name: z.string() })
const signIn = z.object({
  role: z.enum(roles),
  name: z.string(),
  phone: z.string(),
  code: z.string(),
})

export function registerSetupRoutes(http: FastifyInstance, parts: SetupParts): void {
  query(
    http,
    {
      url: '/api/setup',
      access: 'public',
      summary: 'The villages served here, and whether the first is still to be founded',
      tag: 'set-up',
      answer: z.object({
        needed: z.boolean(),
        demonstration: z.boolean(),
        villages: z.array(
          z.object({
            villageId: z.string(),
            name: z.string(),
            townName: z.string(),
            publicUrl: publicUrl.nullable(),
          }),
        ),
        publicUrl: publicUrl.nullable(),
        demonstrationSignIns: z.array(signIn).nullable(),
      }),
    },
    async () => {
      const state = await readSetupState(parts)
      const { demonstrationSignIns: signIns, villages } = state
      return { ...state, villages: [...villages], demonstrationSignIns: signIns && [...signIns] }
    },
  )
  query(
    http,
    {
      url: '/api/setup/divisions',
      access: 'public',
      summary: 'Towns, and the villages of one',
      tag: 'set-up',
      query: z.object({
        town: z
          .string()
          .regex(/^\d{0,12}$/)
          .optional(),
      }),
      answer: z.object({ towns: z.array(division), villages: z.array(division) }),
    },
    async ({ query: { town } }) => {
      if (!(await readSetupState(parts)).needed) throw refuse('already_set_up')
      return { towns: listTowns(), villages: town ? listVillages(town) : [] }
    },
  )
  registerFoundingRoutes(http, parts)
  registerVillageRoutes(http, parts)
  registerAddressRoute(http, parts)
}

function registerFoundingRoutes(http: FastifyInstance, parts: SetupParts): void {
  command(
    http,
    {
      url: '/api/setup',
      access: 'public',
      perMinute: 10,
      summary: 'Found the first village of this server',
      tag: 'set-up',
      body: foundingBody,
      answer: z.object({ villageId: z.string() }),
    },
    ({ body }) => setUp(parts, body),
  )
  command(
    http,
    {
      url: '/api/setup/check',
      access: 'public',
      perMinute: 30,
      summary: 'Whether what was entered so far would be taken; changes nothing',
      tag: 'set-up',
      body: foundingBody.partial().required({ setupToken: true }),
      answer: z.object({}),
    },
    async ({ body }) => {
      await checkSetUp(parts, body)
      return {}
    },
  )
}

function registerVillageRoutes(http: FastifyInstance, parts: SetupParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId',
      access: 'public',
      summary: 'A village and how many take part',
      tag: 'community',
      params: z.object({ villageId }),
      answer: z.object({
        villageId: z.string(),
        name: z.string(),
        townName: z.string(),
        optInText: z.string(),
        optInVersion: z.int(),
        houseNumbering: numbering,
        memberHouseholds: z.int(),
        households: z.int(),
        people: z.int(),
        objectionPhone: z.string().nullable().meta({ description: 'Whom to call about a notice' }),
      }),
    },
    ({ params }) =>
      parts.database.inVillage(params.villageId, async (db) => {
        const village = await readVillage(db, params.villageId)
        if (!village) throw refuse('unknown_village')
        const { name, townName, optInText, optInVersion, houseNumbering } = village
        const { objectionPhone } = village
        const size = await countVillage(db, params.villageId)
        const told = { ...params, name, townName, optInText, optInVersion }
        return { ...told, houseNumbering, objectionPhone, ...size }
      }),
  )
  command(
    http,
    {
      url: '/api/village/house-numbering',
      access: rosterKeepers,
      summary: 'Change how houses are numbered, while no award stands',
      tag: 'community',
      body: z.object({ numbering }),
      answer: z.object({ numbering }),
    },
    ({ actor, key, body }) => changeNumbering(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/village/objection-phone',
      access: rosterKeepers,
      summary: 'Whom to call about a notice, on its sheet and its page',
      tag: 'community',
      body: z.object({ phone: publishedPhone.nullable() }),
      answer: z.object({ objectionPhone: z.string().nullable() }),
    },
    ({ actor, body, key }) => setObjectionPhone(parts, actor, key, body),
  )
}

function registerAddressRoute(http: FastifyInstance, parts: SetupParts): void {
  command(
    http,
    {
      url: '/api/village/public-url',
      access: ['operator'],
      summary: 'Say where people reach the village',
      tag: 'set-up',
      body: z.object({ publicUrl }),
      answer: z.object({ publicUrl }),
    },
    ({ actor, key, body }) => sayPublicUrl(parts, actor, key, body),
  )
}
