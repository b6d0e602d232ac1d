import { explain, findItem, wordsIn } from '@azalea/scoring'
import { sourceOf } from '../ground/sources.ts'
import type { Language } from '../../../platform/http/language.ts'
import type { AdoptedSheet, ItemNames } from '../rules/index.ts'
import type { AwardRow, WholeAward } from './award-view.store.ts'
import type { AwardRowView, AwardView } from './schema.ts'
import { lastDayOnNotice } from './notice-days.ts'

const words = {
  zh: {
    rating: '扫码实名评星1次',
    check_in: (quantity: string) => `现场签到签退，负责人已评分（${quantity}）`,
    recorded_by: (name: string) => `由${name}记录`,
    found_by: (name: string) => `由${name}查实认定`,
    repair_seen_by: (name: string) => `由${name}核实补救`,
    erased: '已删除',
  },
  en: {
    rating: 'One real-name rating by plate',
    check_in: (quantity: string) =>
      `Checked in and out on the spot, scored by the leader (${quantity})`,
    recorded_by: (name: string) => `Recorded by ${name}`,
    found_by: (name: string) => `Found by ${name}`,
    repair_seen_by: (name: string) => `Repair confirmed by ${name}`,
    erased: 'erased',
  },
} as const

export function presentAwardRow(row: AwardRow, itemName: ItemNames): AwardRowView {
  const { awardId, occurredOn, pointsHundredths, state, sourceKind } = row
  return { awardId, itemName: itemName(row), occurredOn, pointsHundredths, state, sourceKind }
}

/** A name, or what stands for a person who has been erased. */
export function presentName(name: string | null | undefined, language: Language): string {
  return name ?? words[language].erased
}

/** An award with every stage, its rule, evidence and fate in words, in the reader's language. */
export function presentAward(
  award: WholeAward,
  sheet: AdoptedSheet,
  names: ReadonlyMap<string, string>,
  language: Language,
): AwardView {
  const item = findItem(sheet.sheet, award.itemRef)
  const itemName = wordsIn(item?.name, language) ?? award.itemRef
  const category = sheet.sheet.categories.find(({ ref }) => ref === item?.category)
  return {
    awardId: award.awardId,
    itemRef: award.itemRef,
    itemName,
    person: {
      personId: award.personId,
      name: presentName(names.get(award.personId), language),
    },
    occurredOn: award.occurredOn,
    pointsHundredths: award.pointsHundredths,
    state: award.state,
    stages: award.calibration.stages.map((stage) => ({
      stage: stage.stage,
      beforeHundredths: stage.beforeHundredths,
      afterHundredths: stage.afterHundredths,
      sentence: explain(stage, language).join(''),
    })),
    rule: {
      ruleSheetId: sheet.ruleSheetId,
      version: sheet.version,
      hash: sheet.hash,
      itemName,
      category: wordsIn(category?.name, language) ?? item?.category ?? '',
    },
    evidence: evidenceOf(award, names, language),
    notice: award.notice && {
      noticeId: award.notice.noticeId,
      publishedAt: award.notice.publishedAt.toISOString(),
      endsAt: award.notice.endsAt.toISOString(),
      lastDay: lastDayOnNotice(award.notice.endsAt),
    },
    finalAt: award.finalAt?.toISOString() ?? null,
    reversal: award.reversedAt && {
      at: award.reversedAt.toISOString(),
      reason: award.reversalReason,
      supersededBy: award.supersededBy,
    },
    history: historyOf(award),
  }
}

function evidenceOf(
  award: WholeAward,
  names: ReadonlyMap<string, string>,
  language: Language,
): AwardView['evidence'] {
  const say = words[language]
  const { evidence } = sourceOf(award.sourceKind)
  switch (evidence) {
    case 'rating':
      return [{ kind: evidence, text: say[evidence] }]
    case 'check_in':
      return [{ kind: evidence, text: say[evidence](minutesOrTimes(award, language)) }]
    case 'recorded_by':
    case 'found_by':
    case 'repair_seen_by':
      return [
        ...(award.words === null ? [] : [{ kind: 'words' as const, text: award.words }]),
        ...(award.photoFileId === null
          ? []
          : [{ kind: 'photo' as const, text: '', photoFileId: award.photoFileId }]),
        {
          kind: 'recorded_by' as const,
          text: say[evidence](presentName(names.get(award.recordedBy), language)),
        },
      ]
  }
}

function minutesOrTimes({ calibration, quantity }: WholeAward, language: Language): string {
  const unit = calibration.stages.find(({ stage }) => stage === 'base')?.input['unit']
  if (unit === 'hour' || unit === 'minute')
    return language === 'zh' ? `${quantity}分钟` : `${quantity} min`
  return language === 'zh' ? `${quantity}次` : `${quantity}×`
}

function historyOf(award: WholeAward): AwardView['history'] {
  const { scoredAt, notice, finalAt, reversedAt } = award
  const steps = [
    { at: scoredAt, state: 'scored' as const },
    ...(notice === null ? [] : [{ at: notice.publishedAt, state: 'on_notice' as const }]),
    ...(finalAt === null ? [] : [{ at: finalAt, state: 'final' as const }]),
    ...(reversedAt === null ? [] : [{ at: reversedAt, state: 'reversed' as const }]),
  ]
  return steps.map(({ at, state }) => ({ at: at.toISOString(), state }))
}
