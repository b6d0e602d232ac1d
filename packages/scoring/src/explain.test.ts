import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explain, formatHundredths, formatPermille, formatQuantity } from './index.ts'
import type { Calibration } from './index.ts'

interface Case {
  name: string
  output: Calibration
}

const cases = JSON.parse(
  readFileSync(new URL('../vectors/calibrate.json', import.meta.url), 'utf8'),
) as Case[]

function outputOf(name: string): Calibration {
  const found = cases.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no case ${name}`)
  return found.output
}

describe('explain', () => {
  it('tells a judged shift stage by stage in Chinese', () => {
    expect(explain(outputOf('a shift at night in the rain, all judges'), 'zh')).toEqual([
      '共 4 小时，每小时 3 分，得 12 分。',
      '夜间、雨雪的部分按规定系数计，得 17.4 分。',
      '负责人评 5 分（满分 5 分），按 110% 计，得 19.14 分。',
      '这次没有抽查到，分数不变。',
      '路过的 4 人给这个岗位平均 4.25 星，按 101.3% 计，得 19.39 分。',
      '有 1 件反映属实，按 70% 计，得 13.57 分。',
      '这件事没有别的事项可计，就按这一项算。',
      '没有超过封顶，全部计入。',
      '零头舍去，以 0.1 分为一档，得 13.5 分。',
    ])
  })

  it('tells the same in English', () => {
    expect(
      explain(
        outputOf('the spot check outweighs the leader, and consecutive hours are limited'),
        'en',
      ),
    ).toEqual([
      '10 hours (credited up to 8 hours) at 3 points per hour: 24 points.',
      'No special circumstances such as night or hardship; the points stay.',
      'The leader gave 4 of 5, which counts 100%: 24 points.',
      'The town’s spot check gave 2 of 5 and weighs 70%; it now counts 65%: 15.6 points.',
      'Nobody passing by has rated this post; the points stay.',
      'No upheld reports; the points stay.',
      'Nothing else counts for this deed, so this item stands.',
      'No cap is exceeded; all of it counts.',
      'Nothing to round.',
    ])
  })

  it('tells caps, bands, repeats and what took its place', () => {
    expect(explain(outputOf('a daily cap leaves a part'), 'zh')[1]).toBe(
      '这一项每人当天最多 1 分，先前已有 5 次共 0.9 分，这次只计 0.1 分。',
    )
    expect(explain(outputOf('once a month, the second'), 'en')[2]).toBe(
      'This item counts at most once a month per household; once with 50 points came before, so it is full and this one adds nothing.',
    )
    expect(explain(outputOf('two bands at once give the difference of the totals'), 'zh')[0]).toBe(
      '累计 21 小时 40 分钟，达到 20 小时这一档，总共 5 分，先前已计 1 分，这次得 4 分。',
    )
    expect(explain(outputOf('the same deduction while one is in force is doubled'), 'zh')).toEqual([
      '发生 1 次，每次扣 5 分，扣 5 分。',
      '上一次还没改正又发生，按 2 倍计，扣 10 分。',
      '这件事没有别的事项可计，就按这一项算。',
    ])
    expect(explain(outputOf('a higher item of the same deed takes all'), 'zh')[1]).toBe(
      '这件事已按另一项“用自家机械清理水沟”（8 分）算，这一项不再计。',
    )
  })

  it('explains a single stage alone', () => {
    const [stage] = outputOf('a ratio by weight, half away from zero').stages
    expect(stage && explain(stage, 'zh')).toEqual(['共 2.5 公斤，每公斤 0.05 分，得 0.13 分。'])
    expect(stage && explain(stage, 'en')).toEqual(['2.5 kg at 0.05 points per kg: 0.13 points.'])
  })
})

describe('amounts in words', () => {
  it('writes hundredths without needless zeros', () => {
    const written = [0, 5, 50, 100, 1250, -1000, -1].map(formatHundredths)
    expect(written).toEqual(['0', '0.05', '0.5', '1', '12.5', '-10', '-0.01'])
    expect([1000, 1013, 0].map(formatPermille)).toEqual(['100%', '101.3%', '0%'])
  })

  it('writes quantities as people say them', () => {
    expect(formatQuantity(150, 'hour', 'zh')).toBe('2 小时 30 分钟')
    expect(formatQuantity(60, 'hour', 'en')).toBe('1 hour')
    expect(formatQuantity(45, 'hour', 'zh')).toBe('45 分钟')
    expect(formatQuantity(1, 'gram', 'en')).toBe('1 gram')
    expect(formatQuantity(1001, 'jin', 'zh')).toBe('2.002 斤')
    expect(formatQuantity(25099, 'yuan', 'en')).toBe('250.99 yuan')
    expect(formatQuantity(450, 'star', 'zh')).toBe('4.5 星')
  })
})
