import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fromPublishedSheet, lintItem, lintItems, lintSheet, parseRuleSheet } from './index.ts'
import type { LintInput, RuleItem, RuleSheet } from './index.ts'

interface LintCase extends LintInput {
  expect: 'accept' | 'warn' | 'refuse'
  /** Where the case was written for a ground: the codes of which one must be named. */
  grounds?: string[]
}

function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'))
}

function readSheet(): RuleSheet {
  const parsed = parseRuleSheet(readFixture('rule-sheets/dashigai-garden'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.sheet
}

describe.each([
  'rule-lint-cases',
  'rule-lint-own-cases',
  'rule-lint-unseen-cases',
  'rule-lint-named-cases',
  'rule-lint-blind-cases',
  'rule-lint-blind-later-cases',
  'rule-lint-written-first-cases',
  'rule-lint-written-second-cases',
  'rule-lint-written-third-cases',
])('the lint, by %s', (name) => {
  it.each(readFixture(name) as LintCase[])('$expect $ref: $itemZh $itemEn ($points)', (one) => {
    const { ref, verdict, reasons } = lintItem(one)
    expect({ ref, verdict }).toEqual({ ref: one.ref, verdict: one.expect })
    expect(reasons.length > 0).toBe(verdict !== 'accept')
    if (one.grounds !== undefined) {
      expect(reasons.filter(({ code }) => one.grounds?.includes(code))).not.toEqual([])
    }
    for (const reason of reasons) {
      expect(reason.code).toMatch(/^[a-z_]+$/)
      expect(reason.article).toMatch(/^(《.+》.+|国.+) \(.+\)$/)
      expect(reason.messageZh).toMatch(/^[^a-zA-Z]+。$/)
      expect(reason.messageEn).toMatch(/^[\x20-\x7e–’]+\.$/)
    }
  })
})

describe('the lint', () => {
  it('refuses no row of the published sheets, and warns of gambling alone', () => {
    for (const name of ['luoyu', 'baiyang', 'wendeng-commons']) {
      const villageId = '330109102259'
      const sheet = fromPublishedSheet(readFixture(`rule-sheets/${name}`), { villageId })
      const noted = lintSheet(sheet).filter(({ verdict }) => verdict !== 'accept')
      expect(noted.map(({ ref, verdict }) => [ref, verdict])).toEqual(
        name === 'luoyu' ? [['r169', 'warn']] : [],
      )
    }
  })

  it('accepts our own garden sheet but for gambling', () => {
    const noted = lintSheet(readSheet()).filter(({ verdict }) => verdict !== 'accept')
    expect(noted.map(({ ref }) => ref)).toEqual(['r169'])
  })

  it('cites the ground that the words give', () => {
    const codes = (itemZh: string, points: number | string): string[] =>
      lintItem({ ref: 'x', itemZh, points }).reasons.map(({ code }) => code)
    expect(codes('越级上访的', -20)).toEqual(['petition'])
    expect(codes('土葬的', -50)).toEqual(['rites'])
    expect(codes('拖欠集体承包费的', -10)).toEqual(['contract'])
    expect(codes('不参加村民会议的', -2)).toEqual(['refusing_to_take_part'])
    expect(codes('违法建设的', '降D级')).toEqual(['statutory_offence', 'credit_grade'])
    expect(codes('乱倒垃圾', '降C级')).toEqual(['credit_grade'])
    expect(codes('游手好闲', -5)).toEqual(['no_observable_behaviour'])
    expect(codes('清扫道路', 0)).toEqual(['no_points'])
    expect(codes('clean the road', 1)).toEqual(['no_observable_behaviour'])
  })

  it('holds the English of an item to the same law as its Chinese', () => {
    const sheet = readSheet()
    const [first] = sheet.items
    if (first === undefined) throw new Error('no item')
    const en = 'Spending ten hours a month in the village app'
    const [result] = lintSheet({ ...sheet, items: [{ ...first, name: { ...first.name, en } }] })
    expect(result?.verdict).toBe('refuse')
    expect(result?.reasons.map(({ code }) => code)).toEqual(['app_use'])
    const [listed] = lintItems([{ ref: 'x', itemZh: '参加村里活动', itemEn: en, points: 1 }])
    expect(listed?.verdict).toBe('refuse')
  })

  it('reads through full-width letters, spaces and invisible characters', () => {
    const verdict = (itemZh: string): string => lintItem({ ref: 'x', itemZh, points: -5 }).verdict
    expect(verdict('越 级 上 访')).toBe('refuse')
    expect(verdict('越级上\u200b访')).toBe('refuse')
    expect(lintItem({ ref: 'x', itemZh: '下载ＡＰＰ', points: 1 }).verdict).toBe('refuse')
  })

  it('tells a deduction by its words where points are printed', () => {
    const verdict = (points: string): string =>
      lintItem({ ref: 'x', itemZh: '参加村民活动', points }).verdict
    expect(verdict('5分')).toBe('accept')
    expect(lintItem({ ref: 'x', itemZh: '不参加村民活动', points: '扣5分' }).verdict).toBe('refuse')
    expect(lintItem({ ref: 'x', itemZh: '不参加村民活动', points: '−5' }).verdict).toBe('refuse')
  })

  it('takes a dash between numbers for a range, and any other for a minus', () => {
    const verdict = (points: string): string =>
      lintItem({ ref: 'x', itemZh: '帮助孤寡老人', points }).verdict
    for (const points of ['1-3分', '1～3分', '加 2 – 5 分', '＋2'])
      expect(verdict(points)).toBe('accept')
    for (const points of ['-1', '每次 - 5 分', '－3分', '减2分'])
      expect(verdict(points)).toBe('refuse')
  })

  it('holds an item without points against what it may not earn and what it may not cost', () => {
    const codes = (itemZh: string, points?: string | null) => {
      const { verdict, reasons } = lintItem({
        ref: 'x',
        itemZh,
        ...(points === undefined ? {} : { points }),
      })
      return [verdict, ...reasons.map(({ code }) => code)]
    }
    expect(codes('参加环境清扫')).toEqual(['warn', 'no_points'])
    expect(codes('邻里帮扶', null)).toEqual(['warn', 'no_points'])
    expect(codes('乱倒垃圾', ' ')).toEqual(['warn', 'no_points'])
    expect(codes('越级上访')).toEqual(['refuse', 'petition', 'no_points'])
    expect(codes('举报邻居')).toContain('reports_on_persons')
  })

  it('sees an offence in the verifier that the name hides', () => {
    const item = { ref: 'x', itemZh: '乱倒垃圾', points: -5 }
    expect(lintItem(item).verdict).toBe('accept')
    const found = lintItem({ ...item, verifierZh: '派出所处罚决定书' })
    expect(found.reasons.map(({ code }) => code)).toEqual(['statutory_offence'])
  })

  // A pattern that looks at the rest of the item from each of its characters takes minutes for these.
  it.each([
    ['积分倒数', ''],
    ['考上录取', ''],
    ['自家老屋地', '!'],
    ['不得没有未', ''],
    ['手机登录平台', ''],
    ['爱国爱党正直', '!'],
    ['清', ' give land '],
    ['清', 'lovx'],
    ['清', 'respect report last points '],
    ['清', ' '],
  ])('reads 100 kB of %s%s in seconds', (zh, en) => {
    const long = (words: string): string => `${words.repeat(100_000 / (words.length || 1))}!`
    const started = performance.now()
    for (const points of [-1, 1, null])
      lintItem({
        ref: 'x',
        itemZh: zh.length > 1 ? long(zh) : zh,
        ...(zh.length > 1 ? {} : { itemEn: long(en) }),
        points,
      })
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  it('warns where nobody confirms an item and nothing proves it', () => {
    const sheet = readSheet()
    const first = sheet.items[0]
    if (first === undefined) throw new Error('no item')
    const bare: RuleItem = { ...first, verifierRoles: [], evidenceKinds: [] }
    const [result] = lintSheet({ ...sheet, items: [bare] })
    expect(result?.verdict).toBe('warn')
    expect(result?.reasons.map(({ code }) => code)).toEqual(['no_verifier'])
  })

  it('takes the list of a command, and names the first entry that is none', () => {
    expect(lintItems([{ ref: 'a', itemZh: '清扫道路', points: 1 }])).toEqual([
      { ref: 'a', verdict: 'accept', reasons: [] },
    ])
    expect(lintItems([])).toEqual([])
    const odd = [
      { ref: 'b', itemZh: '清扫道路', points: -0.5, unit: '次' },
      { ref: 'c', itemZh: '清扫道路' },
    ]
    expect(lintItems(odd).map(({ verdict }) => verdict)).toEqual(['accept', 'warn'])
    expect(() => lintItems({})).toThrow(TypeError)
    expect(() => lintItems([{ ref: 'a', itemZh: '清扫', points: [1] }])).toThrow(/entry 0/)
    expect(() => lintItems([{ ref: 'a', itemZh: '清扫', points: 1 }, { ref: 'b' }])).toThrow(
      /entry 1/,
    )
  })
})
