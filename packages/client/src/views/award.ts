import { stageOrder } from '@azalea/scoring'
import type { Answer } from '../contract.ts'
import type { Formats } from '../format.ts'
import type { stageMessages } from '../stage-messages.ts'
import type { KeyOf, Translate } from '../texts.ts'
import type { awardsMessages } from '../words/awards-messages.ts'

export type Award = Answer<'/api/awards/{id}'>

/** A step from what to what, and why, in the reader's language. */
export interface PointStage {
  stage: string
  beforeHundredths: number
  afterHundredths: number
  sentence: string
}

export interface StageView {
  readonly key: string
  readonly title: string
  readonly before: string
  readonly after: string
  /** Before and after in words, for those who listen. */
  readonly effect: string
  readonly isChange: boolean
  readonly sentence: string
}

export interface AwardView {
  readonly title: string
  readonly points: string
  readonly state: string
  /** The whole of it, read aloud. */
  readonly aloud: string
  /** What it waits for now, or what became of it; null while that is said elsewhere, or nothing. */
  readonly fate: AwardFate | null
}

export interface AwardFate {
  readonly isOver: boolean
  readonly words: string
  /** The end of its notice. */
  readonly until: string | null
  readonly leadsTo: { readonly kind: 'notice' | 'award'; readonly id: string } | null
}

interface Speech {
  readonly t: Translate<KeyOf<(typeof awardsMessages)['zh']>>
  readonly format: Formats
}

/** What an award says of itself; its steps are `viewOfStages`. */
export function viewOfAward(award: Award, speech: Speech): AwardView {
  const { t, format } = speech
  const state = t(`state_${award.state}`)
  const words = {
    item: award.itemName,
    day: format.day(award.occurredOn),
    points: format.points(award.pointsHundredths),
    state,
  }
  return {
    title: award.itemName,
    points: format.signedPoints(award.pointsHundredths),
    state,
    aloud: [t('aloud', words), ...award.stages.map(({ sentence }) => sentence)].join(' '),
    fate: fateOf(award, speech),
  }
}

/** How points came about, each step from what to what, and why. */
export function viewOfStages(
  stages: readonly PointStage[],
  { t, format }: { t: Translate<KeyOf<(typeof stageMessages)['zh']>>; format: Formats },
): readonly StageView[] {
  return stages.map(({ stage, beforeHundredths, afterHundredths, sentence }, index) => {
    const known = stageOrder.find((one) => one === stage)
    const isChange = beforeHundredths !== afterHundredths
    const [before, after] = [format.points(beforeHundredths), format.points(afterHundredths)]
    return {
      key: `${index} ${stage}`,
      title: known === undefined ? stage : t(`stage_${known}`),
      before,
      after,
      // A number that changed nothing would read as one to add.
      effect: isChange ? t('fromTo', { before, after }) : t('unchanged'),
      isChange,
      sentence,
    }
  })
}

function fateOf(award: Award, { t, format }: Speech): AwardFate | null {
  const waits = { isOver: false, until: null, leadsTo: null }
  switch (award.state) {
    case 'scored':
      return { ...waits, words: t('fateScored') }
    case 'on_notice': {
      // What is disputed says so itself, with its deadline.
      if (award.isDisputed) return null
      const words = t('fateOnNotice')
      if (award.notice === null) return { ...waits, words }
      const { noticeId, endsAt } = award.notice
      return { ...waits, words, until: endsAt, leadsTo: { kind: 'notice', id: noticeId } }
    }
    case 'final':
      return null
    case 'reversed':
      return reversed(award, { t, format })
  }
}

function reversed({ reversal, correctedBy }: Award, { t, format }: Speech): AwardFate {
  const reason = reversal?.reason ?? null
  const successor = reversal?.supersededBy ?? correctedBy?.awardId ?? null
  const what =
    correctedBy !== null
      ? t('fateCorrected', { points: format.signedPoints(correctedBy.pointsHundredths) })
      : t(successor === null ? 'fateReversed' : 'fateSuperseded')
  return {
    isOver: true,
    words: [what, ...(reason === null ? [] : [t('fateReason', { reason })])].join(' '),
    until: null,
    leadsTo: successor === null ? null : { kind: 'award', id: successor },
  }
}
