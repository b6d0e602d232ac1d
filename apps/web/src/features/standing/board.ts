import type { Answer, Item } from '@azalea/client'

/** What the server says of boards and of one's own place on them. */

export const boards = ['households', 'people', 'groups'] as const
export type BoardName = (typeof boards)[number]
export const periods = ['month', 'year', 'all'] as const
export type Period = (typeof periods)[number]

export type BoardRow = Item<'/api/villages/{villageId}/boards/{board}'>

export type BoardPageAnswer = Answer<'/api/villages/{villageId}/boards/{board}'>
