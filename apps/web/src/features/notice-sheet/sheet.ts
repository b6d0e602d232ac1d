import type { Answer } from '@azalea/client'

/** `GET /api/villages/{villageId}/notices/{id}`, as the sheet of paper needs it. */
export type Sheet = Answer<'/api/villages/{villageId}/notices/{id}'>
export type SheetRow = Sheet['rows'][number]
