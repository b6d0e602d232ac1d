import type { Answer } from '../contract.ts'
import type { Formats } from '../format.ts'
import type { KeyOf, Translate } from '../texts.ts'
import type { platesMessages } from '../words/plates-messages.ts'

export type PlateAnswer = Answer<'/api/plates/{code}'>

export interface PlateView {
  readonly title: string
  /** Village, group and kind. */
  readonly place: string
  /** Whose it is, as much as the reader may know; `isMine` says so itself. */
  readonly keeper: string | null
  readonly isMine: boolean
  /** What the way to rating is called; null where the reader cannot go it, and `whyNot` says why. */
  readonly rate: string | null
  readonly whyNot: string | null
  readonly stars: StarsView
}

export interface StarsView {
  /** Null while nobody has rated. */
  readonly mean: number | null
  readonly count: number
  /** What the mean comes to when raters' leanings are allowed for. */
  readonly fairScore: string | null
  /** How many gave each number of stars, five first; `share` is of the most frequent one. */
  readonly given: readonly {
    readonly star: number
    readonly count: number
    readonly share: number
    readonly words: string
  }[]
}

interface Speech {
  readonly t: Translate<KeyOf<(typeof platesMessages)['zh']>>
  readonly format: Formats
}

/** What the page of a plate says to whoever scans it. */
export function viewOfPlate(plate: PlateAnswer, speech: Speech): PlateView {
  const { t } = speech
  const { label, kind, groupName, keeper, isMine } = plate.subject
  const place = [plate.villageName, groupName, t(`kind_${kind}`)].filter(Boolean).join(' · ')
  const { canRate, myRating } = plate
  return {
    title: label,
    place,
    keeper: isMine ? null : keeper,
    isMine,
    rate: canRate.ok ? t(myRating === null ? 'rateThis' : 'rateAgain') : null,
    whyNot: canRate.sentence,
    stars: viewOfStars(plate, speech),
  }
}

function viewOfStars(
  { stars: { averageTenths, count, distribution }, fairScore }: PlateAnswer,
  { t, format }: Speech,
): StarsView {
  const inStars = (hundredths: number) => format.number(Math.round(hundredths / 10) / 10)
  const most = Math.max(1, ...distribution)
  return {
    mean: averageTenths === null ? null : averageTenths / 10,
    count,
    fairScore:
      fairScore === null
        ? null
        : t('fairScore', {
            stars: inStars(fairScore.scoreHundredths),
            low: inStars(fairScore.lowHundredths),
            high: inStars(fairScore.highHundredths),
            count: fairScore.ratings,
          }),
    given: distribution
      .map((people, index) => ({
        star: index + 1,
        count: people,
        share: people / most,
        words: t('gaveStars', { star: index + 1, count: people }),
      }))
      .reverse(),
  }
}
