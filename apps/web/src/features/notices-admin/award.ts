import type { Answer, Item } from '@azalea/client'

/** An award that is not final yet. */
export type OpenAward = Item<'/api/awards'>
export type OpenAwardPage = Answer<'/api/awards'>
export type AwardState = Award['state']

export type NoticePage = Answer<'/api/villages/{villageId}/notices'>
export type NoticeRow = NoticePage['items'][number]

export type Award = Answer<'/api/awards/{id}'>

/** How many awards are of other households than the reader's, and their sum. */
export function publishable(awards: readonly OpenAward[]): {
  count: number
  pointsHundredths: number
  own: number
} {
  const others = awards.filter(({ isOwnHousehold }) => !isOwnHousehold)
  return {
    count: others.length,
    pointsHundredths: others.reduce((sum, award) => sum + award.pointsHundredths, 0),
    own: awards.length - others.length,
  }
}
