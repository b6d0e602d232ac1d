import type { Answer, Formats, Translate } from '@azalea/client'
import type { plateMessages } from './messages.ts'
import type { KeyOf } from '@azalea/client'

type PlateText = Translate<KeyOf<(typeof plateMessages)['zh']>>

/** What the page shows of a plate, every line ready to be read. */
export interface PlateView {
  readonly label: string
  readonly about: string
  readonly story: string
  readonly starsNow: string
  readonly distribution: readonly string[]
  readonly mayRate: boolean
  readonly whyNot: string
  readonly mineWas: string
  readonly recent: readonly {
    readonly key: string
    readonly words: string
    readonly stars: string
  }[]
}

export function viewOfPlate(
  plate: Answer<'/api/plates/{code}'>,
  t: PlateText,
  format: Formats,
): PlateView {
  const { subject, myRating, canRate } = plate
  const keeper = subject.keeper === null ? null : t('keeper', { name: subject.keeper })
  const about = [t(`kind_${subject.kind}`), subject.groupName, plate.villageName, keeper]
  return {
    label: subject.label,
    about: about.filter((part) => part !== null).join(' · '),
    story: subject.story,
    ...starsOf(plate.stars, t),
    mayRate: canRate.ok,
    whyNot: canRate.sentence ?? '',
    mineWas:
      myRating === null
        ? ''
        : t('mineWas', { day: format.day(myRating.ratedOn), stars: myRating.stars }),
    recent: plate.recent.map(({ stars, words, ratedOn }, index) => ({
      key: `${index} ${ratedOn}`,
      words: words ?? '',
      stars: `${'★'.repeat(stars)} ${format.day(ratedOn)}`,
    })),
  }
}

/** The mean and how many gave each, in words and numbers. */
export function starsOf(
  { averageTenths, count, distribution }: Answer<'/api/plates/{code}'>['stars'],
  t: PlateText,
): Pick<PlateView, 'starsNow' | 'distribution'> {
  if (averageTenths === null) return { starsNow: t('nobodyYet'), distribution: [] }
  return {
    starsNow: t('starsNow', { mean: (averageTenths / 10).toFixed(1), count }),
    distribution: distribution
      .map((people, index) => t('gaveStars', { star: index + 1, count: people }))
      .reverse(),
  }
}
