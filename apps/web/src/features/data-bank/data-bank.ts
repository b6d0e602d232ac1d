import type { Answer, Item } from '@azalea/client'

/** What the server says of oneself. */

export type AwardState = AwardRow['state']

export type AwardRow = Item<'/api/me/awards'>

export type Entry = Account['entries']['items'][number]

export type Account = Answer<'/api/me/account'>

export type MyShift = MyShifts['now'][number]

export type MyShifts = Answer<'/api/me/shifts'>

export type AccessRow = Item<'/api/me/data-access'>

export type AccessPageAnswer = Answer<'/api/me/data-access'>
