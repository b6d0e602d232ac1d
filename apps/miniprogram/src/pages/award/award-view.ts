import {
  stageMessages,
  stageOrder,
  translator,
  type Answer,
  type Formats,
  type KeyOf,
  type Language,
  type Translate,
} from '@azalea/client'
import { entryNumber } from '@azalea/tlog'
import type { awardMessages } from './messages.ts'

type AwardText = Translate<KeyOf<(typeof awardMessages)['zh']>>

export interface AwardView {
  readonly item: string
  readonly when: string
  readonly state: string
  readonly points: string
  readonly reason: string
  readonly rule: string
  readonly stages: readonly StageLine[]
}

export interface StageLine {
  readonly key: string
  readonly title: string
  readonly effect: string
  readonly sentence: string
}

/** How an award came about, each step with its effect and its reason. */
export function viewOfAward(
  award: Answer<'/api/awards/{id}'>,
  language: Language,
  { t, format }: { readonly t: AwardText; readonly format: Formats },
): AwardView {
  const { itemName, occurredOn, state, pointsHundredths, stages, rule, reversal } = award
  const stageText = translator(stageMessages, language)
  return {
    item: itemName,
    when: format.day(occurredOn),
    state: t(`state_${state}`),
    points: format.signedPoints(pointsHundredths),
    reason: reversal?.reason ? t('reason', { reason: reversal.reason }) : '',
    rule: t('rule', { item: rule.itemName }),
    stages: stages.map(({ stage, beforeHundredths, afterHundredths, sentence }, index) => {
      const known = stageOrder.find((one) => one === stage)
      const [before, after] = [format.points(beforeHundredths), format.points(afterHundredths)]
      return {
        key: `${index} ${stage}`,
        title: known === undefined ? stage : stageText(`stage_${known}`),
        effect: before === after ? t('unchanged') : t('effect', { before, after }),
        sentence,
      }
    }),
  }
}

/** Where it stands in the log, in a sentence. */
export function bookSentence(
  { state, index, entersOn }: Answer<'/api/awards/{id}/book'>,
  t: AwardText,
  format: Formats,
): string {
  switch (state) {
    case 'in_book':
      return t('bookIn', { no: index === null ? '' : format.number(entryNumber(index)) })
    case 'late':
      return t('bookLate')
    case 'waiting':
      return entersOn === null ? t('bookWaiting') : t('bookEntersOn', { day: format.day(entersOn) })
  }
}
