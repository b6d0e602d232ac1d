import { describe, expect, it } from 'vitest'
import { formatsFor } from '../format.ts'
import { stageMessages } from '../stage-messages.ts'
import { translator } from '../texts.ts'
import { awardsMessages } from '../words/awards-messages.ts'
import { viewOfAward, viewOfStages, type Award } from './award.ts'

const format = formatsFor('zh', () => new Date('2026-03-02T04:00:00Z'))
const speech = { t: translator(awardsMessages, 'zh'), format }

const award = {
  awardId: 'w',
  itemName: '河道清扫',
  occurredOn: '2026-03-01',
  pointsHundredths: 250,
  state: 'scored',
  isDisputed: false,
  notice: null,
  reversal: null,
  correctedBy: null,
  stages: [
    { stage: 'base', beforeHundredths: 0, afterHundredths: 200, sentence: '两小时，2 分。' },
    { stage: 'cap', beforeHundredths: 200, afterHundredths: 200, sentence: '没有超过。' },
    { stage: 'of_tomorrow', beforeHundredths: 200, afterHundredths: 250, sentence: '新的一步。' },
  ],
} as unknown as Award

const viewOf = (change: Partial<Award>) => viewOfAward({ ...award, ...change } as Award, speech)

describe('an award', () => {
  it('says what, how much, its state, and reads itself aloud with each step', () => {
    expect(viewOf({})).toMatchObject({ title: '河道清扫', points: '+2.5', state: '等公示' })
    expect(viewOf({}).aloud).toBe(
      '河道清扫，昨天，2.5 分，等公示。 两小时，2 分。 没有超过。 新的一步。',
    )
  })

  it('says what it waits for, and until when', () => {
    expect(viewOf({}).fate).toMatchObject({ isOver: false, until: null, leadsTo: null })
    const notice = { noticeId: 'n', endsAt: '2026-03-09T16:00:00Z' } as Award['notice']
    expect(viewOf({ state: 'on_notice', notice }).fate).toMatchObject({
      until: '2026-03-09T16:00:00Z',
      leadsTo: { kind: 'notice', id: 'n' },
    })
    expect(viewOf({ state: 'on_notice', notice, isDisputed: true }).fate).toBeNull()
    expect(viewOf({ state: 'final' }).fate).toBeNull()
  })

  it('that was taken back says why, and leads to what took its place', () => {
    const reversal = { at: '', reason: '记错了', supersededBy: null } as Award['reversal']
    expect(viewOf({ state: 'reversed', reversal }).fate).toEqual({
      isOver: true,
      words: '这笔积分已经撤回。 原因：记错了',
      until: null,
      leadsTo: null,
    })
    const correctedBy = { awardId: 'v', pointsHundredths: 1400 } as Award['correctedBy']
    expect(viewOf({ state: 'reversed', correctedBy }).fate).toMatchObject({
      words: '这笔积分更正了，现在是 +14 分。',
      leadsTo: { kind: 'award', id: 'v' },
    })
  })
})

it('each stage says from what to what; one that changed nothing says so', () => {
  const stages = viewOfStages(award.stages, { t: translator(stageMessages, 'zh'), format })
  expect(stages.map(({ title, effect, isChange }) => [title, effect, isChange])).toEqual([
    ['基本分', '从 0 到 2', true],
    ['封顶', '不变', false],
    ['of_tomorrow', '从 2 到 2.5', true],
  ])
})
