import type { Item } from '@azalea/client'

export type InboxKind = InboxItem['kind']

/** One line of `GET /api/workbench/inbox`; the nearest deadline comes first. */
export type InboxItem = Item<'/api/workbench/inbox'>
