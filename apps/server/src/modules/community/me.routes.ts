import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Database } from '../../platform/database/database.ts'
import { decodeCursor, pageOf, pageQuery } from '../../platform/http/cursor.ts'
import { command, query } from '../../platform/http/route.ts'
import type { Act } from '../record/index.ts'
import { ownHousehold } from './consent/schema.ts'
import { listPage } from './list-page.ts'
import { markRead } from './messages/mark-read.ts'
import { selectMessages } from './messages/message.store.ts'
import { accessPage, readDataAccess } from './people/read-data-access.ts'
import { readOwnHousehold } from './people/read-own-household.ts'
import { publishName } from './people/publish-name.ts'
import { villagers } from './policy.ts'

const messageMark = z.tuple([z.iso.datetime(), z.uuid()])

export function registerMeRoutes(
  http: FastifyInstance,
  parts: { readonly act: Act; readonly database: Database },
): void {
  registerOwnHousehold(http, parts)
  query(
    http,
    {
      url: '/api/me/messages',
      access: villagers,
      summary: 'My messages, newest first',
      tag: 'community',
      query: z.object(pageQuery),
      answer: pageOf(
        z.object({
          messageId: z.string(),
          kind: z.string(),
          params: z.record(z.string(), z.unknown()),
          sentAt: z.string(),
          readAt: z.string().nullable(),
        }),
      ),
    },
    async ({ actor: { villageId, personId }, query: { cursor, limit } }) => {
      const mark = decodeCursor('messages', cursor, messageMark)
      const before = mark && { sentAt: new Date(mark[0]), messageId: mark[1] }
      const rows = await parts.database.inVillage(villageId, (db) =>
        selectMessages(db, villageId, personId, { before, limit: limit + 1 }),
      )
      return listPage('messages', rows, limit, {
        present: (row) => ({
          messageId: row.messageId,
          kind: row.kind,
          params: { ...row.params },
          sentAt: row.sentAt.toISOString(),
          readAt: row.readAt?.toISOString() ?? null,
        }),
        markOf: ({ sentAt, messageId }) => [sentAt.toISOString(), messageId],
      })
    },
  )
  command(
    http,
    {
      url: '/api/me/messages/read',
      access: villagers,
      summary: 'I have read this message, or it and all before it',
      tag: 'community',
      body: z.object({ messageId: z.uuid(), withEarlier: z.boolean().default(false) }),
      answer: z.object({}),
    },
    ({ actor, key, body }) => markRead(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/me/name-publication',
      access: villagers,
      summary: 'Whether my name may be published in full',
      tag: 'community',
      body: z.object({ publishes: z.boolean() }),
      answer: z.object({ publishes: z.boolean() }),
    },
    ({ actor, key, body }) => publishName(parts, actor, key, body),
  )
}

function registerOwnHousehold(http: FastifyInstance, parts: { readonly database: Database }): void {
  query(
    http,
    {
      url: '/api/me/household',
      access: villagers,
      summary: 'Who is entered in my household',
      tag: 'community',
      answer: ownHousehold,
    },
    ({ actor }) => readOwnHousehold(parts.database, actor),
  )
  query(
    http,
    {
      url: '/api/me/data-access',
      access: villagers,
      summary: 'Who has looked at my data',
      tag: 'community',
      query: z.object(pageQuery),
      answer: accessPage,
    },
    ({ actor, query: page }) => readDataAccess(parts, actor, page),
  )
}
