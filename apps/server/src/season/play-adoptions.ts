import { uploadPhoto } from '../modules/community/index.ts'
import {
  confirmAdoption,
  proposeAdoption,
  publishAdoptionContract,
  readSeasons,
  writeAdoptionUpdate,
} from '../modules/produce/index.ts'
import { drawField } from './draw-picture.ts'
import { lastDayNo } from './play-activities.ts'
import { visitedGrower } from './play-plots.ts'
import type { Bought } from './play-rounds.ts'
import { atHour, schedule, type Stage } from './stage.ts'

const OFFERED_DAYS_BEFORE = 8

const contract = {
  wordsZh:
    '一、认养的是这块地这一季收成里您的那一份；收了多少、交了多少，这页上看得到。\n二、怎么种、打不打药，以公开的台账为准。\n三、收成不好，您的钱退八成；另两成抵种子和人工。',
  wordsEn:
    '1. You adopt your part of what this plot gives this season; this page shows what is harvested and handed over.\n2. How it is grown and sprayed is what the open book says.\n3. Should the harvest fail, 80 % of the price goes back; the rest pays for seed and work.',
  failure: 'refund',
  refundPermille: 800,
} as const

const offer = {
  kind: 'plot',
  nameZh: '清后溪边的一块青菜',
  nameEn: 'A plot of greens by the stream',
  wordsZh: '三个探头看着土和天，谁种的、浇没浇水，手机上看得到。',
  wordsEn: 'Three sensors watch soil and sky; you see on your telephone how it is doing.',
  priceFen: 12_800,
  shareCount: 12,
  crop: '青菜',
  unit: 'gram',
  part: 'fixed',
  partAmount: 4_000,
} as const

const updates = [
  { daysBefore: 6, words: '间过苗了，长得齐。', isPublic: true },
  { daysBefore: 2, words: '这两天没下雨，傍晚抽水浇了一遍。', isPublic: true },
  { daysBefore: 1, words: '菜心开始包了，再过十来天能收。', isPublic: false },
] as const

/**
 * The plot that the sensors watch is offered for adoption, and its grower tells how it grows. Nobody
 * has adopted yet: that takes a provider of payments, who is no part of a season.
 */
export function playAdoptions(
  stage: Stage,
  { buyer, second }: Pick<Bought, 'buyer' | 'second'>,
): void {
  const { doors } = stage
  const { plotId, grower } = visitedGrower(stage)
  const offered = { offerId: '' }
  schedule(stage, atHour(stage, lastDayNo(stage) - OFFERED_DAYS_BEFORE, 10), async () => {
    const { items } = await readSeasons(doors, buyer.actor, 'zh')
    const growingSeasonId = items[0]?.growingSeasonId ?? ''
    await publishAdoptionContract(doors, buyer.actor, 'season-adoption-contract', contract)
    const { offerId } = await proposeAdoption(doors, buyer.actor, 'season-adoption', {
      ...offer,
      plotId,
      growingSeasonId,
    })
    await confirmAdoption(doors, second.actor, 'season-adoption-confirm', { offerId })
    offered.offerId = offerId
  })
  for (const [no, { daysBefore, words, isPublic }] of updates.entries())
    schedule(stage, atHour(stage, lastDayNo(stage) - daysBefore, 18), async () => {
      const key = `season-adoption-update-${no}`
      const file = { file: drawField(no) }
      const { fileId: photoFileId } = await uploadPhoto(doors, grower.actor, `${key}-photo`, file)
      await writeAdoptionUpdate(doors, grower.actor, key, {
        ...offered,
        words,
        photoFileId,
        isPublic,
      })
    })
}
