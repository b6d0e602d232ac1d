import {
  numbersMessages,
  platesMessages,
  ratingsMessages,
  starsWords,
  viewOfPlate,
  type PlateAnswer,
  type StarsView,
} from '@azalea/client'
import { formats, speak } from '../../core/index.ts'

/** What the page shows of a plate, every line ready to be read. */
export interface PlateLines {
  readonly title: string
  readonly about: string
  readonly story: string
  /** The mean in words, what it comes to, and how many gave each. */
  readonly stars: readonly string[]
  readonly mayRate: boolean
  readonly whyNot: string
  readonly whatHappens: readonly string[]
  readonly recentTitle: string
  readonly recent: readonly {
    readonly key: string
    readonly words: string
    readonly stars: string
  }[]
}

export function linesOf(plate: PlateAnswer): PlateLines {
  const [t, format] = [speak(platesMessages), formats()]
  const view = viewOfPlate(plate, { t, format })
  const keeper = view.keeper === null ? null : t('keeper') + view.keeper
  const whose = view.isMine ? t('mine') : keeper
  const { recent } = plate
  return {
    title: view.title,
    about: [view.place, ...(whose === null ? [] : [whose])].join(' · '),
    story: plate.subject.story,
    stars: starsLines(view.stars),
    mayRate: view.rate !== null,
    whyNot: view.whyNot ?? '',
    whatHappens: whatHappens(plate.myRating),
    recentTitle: t(recent.some(({ words }) => words !== null) ? 'recent' : 'recentStars'),
    recent: recent.map(({ stars, words, ratedOn }, index) => ({
      key: `${index} ${ratedOn}`,
      words: words ?? '',
      stars: `${'★'.repeat(stars)} ${format.day(ratedOn)}`,
    })),
  }
}

/** A plate that was never read, since nobody answered: nothing is known of it but its code. */
export function unseenLines(code: string): PlateLines {
  const t = speak(platesMessages)
  return {
    title: code,
    about: t('unseen'),
    story: '',
    stars: [],
    mayRate: true,
    whyNot: '',
    whatHappens: [speak(ratingsMessages)('unseen'), ...whatHappens(null)],
    recentTitle: '',
    recent: [],
  }
}

function starsLines({ mean, count, fairScore, given }: StarsView): string[] {
  const said = starsWords({ mean, count }, { t: speak(numbersMessages), format: formats() })
  if (said === null) return [speak(platesMessages)('nobodyYet')]
  return [
    `${said.mean} · ${said.count}`,
    ...(fairScore === null ? [] : [fairScore]),
    ...given.map(({ words }) => words),
  ]
}

function whatHappens(earlier: PlateAnswer['myRating']): string[] {
  const t = speak(ratingsMessages)
  const replaces =
    earlier && t('replaces', { day: formats().day(earlier.ratedOn), count: earlier.stars })
  return [t('whoSees'), t('onceADay'), ...(replaces === null ? [] : [replaces])]
}
