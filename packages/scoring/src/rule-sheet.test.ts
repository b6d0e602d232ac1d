import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calibrate,
  capWindows,
  describeGood,
  describeItem,
  describePolicies,
  findItem,
  parseRuleSheet,
  ruleSheetBytes,
  ruleSheetJsonSchema,
} from './index.ts'
import type { JsonValue, RuleItem, RuleSheet, SheetPolicies } from './index.ts'

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))
}

function readSheet(path: string): RuleSheet {
  const parsed = parseRuleSheet(readJson(path))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.sheet
}

const sheet = readSheet('vectors/rule-sheet.json')

function itemOf(ref: string): RuleItem {
  const item = findItem(sheet, ref)
  if (item === undefined) throw new Error(`no item ${ref}`)
  return item
}

describe('capWindows', () => {
  it('asks for the day of a daily cap', () => {
    expect(capWindows(itemOf('rate'), '2026-04-18')).toEqual([
      {
        scope: 'person',
        of: 'item',
        key: 'rate',
        window: 'day',
        firstDay: '2026-04-18',
        lastDay: '2026-04-18',
      },
    ])
  })

  it('asks for each window of several caps, keyed by item, category or source', () => {
    const days = (ref: string): unknown[] =>
      capWindows(itemOf(ref), '2024-02-29').map((one) => [one.key, one.firstDay, one.lastDay])
    expect(days('compost')).toEqual([
      ['compost', '2024-01-01', '2024-03-31'],
      ['compost', '2024-02-29', '2024-02-29'],
    ])
    expect(days('yard-stars')).toEqual([['garden', '2024-02-01', '2024-02-29']])
    expect(days('donate-grain')).toEqual([['donation', '2024-01-01', '2024-12-31']])
    expect(days('found-group')).toEqual([['found-group', null, null]])
  })

  it('asks for the sum that bands add up, and for nothing where there is no cap', () => {
    expect(capWindows(itemOf('hours'), '2026-04-18')).toEqual([
      {
        scope: 'person',
        of: 'item',
        key: 'hours',
        window: 'lifetime',
        firstDay: null,
        lastDay: null,
      },
    ])
    expect(capWindows(itemOf('clean'), '2026-04-18')).toEqual([])
  })

  const stretches = [
    ['day', '2026-04-18', '2026-04-18'],
    ['month', '2026-04-01', '2026-04-30'],
    ['quarter', '2026-04-01', '2026-06-30'],
    ['year', '2026-01-01', '2026-12-31'],
    ['lifetime', null, null],
  ] as const
  const scopes = ['person', 'household'] as const
  const subjects = [
    ['item', 'donate'],
    ['category', 'help'],
    ['source', 'donation'],
  ] as const
  it.each(
    stretches.flatMap((stretch) =>
      scopes.flatMap((scope) =>
        subjects.map((subject) => [...stretch, scope, ...subject] as const),
      ),
    ),
  )('a cap over the %s (%s to %s) for each %s and %s %s', (...kind) => {
    const [window, firstDay, lastDay, scope, of, key] = kind
    const limits = { atMostHundredths: 300, atMostCount: 2 }
    const item: RuleItem = {
      ...itemOf('donate'),
      category: 'help',
      source: 'donation',
      base: { kind: 'fixed', pointsHundredths: 200 },
      caps: [{ scope, of, window, ...limits }],
      stages: [{ stage: 'base' }, { stage: 'cap' }],
    }
    expect(capWindows(item, '2026-04-18')).toEqual([{ scope, of, key, window, firstDay, lastDay }])
    const points = (usedHundredths: number, usedCount: number) =>
      calibrate(
        { ...sheet, items: [item] },
        {
          itemRef: item.ref,
          quantity: 1,
          occurredOn: '2026-04-18',
          prior: [{ scope, of, key, window, usedHundredths, usedCount }],
          competing: [],
        },
      ).pointsHundredths
    // Two points, of three at most and twice at most.
    expect([points(0, 0), points(200, 1), points(300, 1), points(50, 2)]).toEqual([200, 100, 0, 0])
  })

  it('asks once where caps and bands share a window', () => {
    const item = itemOf('hours')
    const cap = { scope: 'person', of: 'item', window: 'lifetime', atMostCount: 9 } as const
    expect(capWindows({ ...item, caps: [cap] }, '2026-04-18')).toHaveLength(1)
  })

  it('refuses a day that does not exist', () => {
    expect(() => capWindows(itemOf('rate'), '2026-02-29')).toThrow(/not a day/)
  })
})

describe('the bytes of a rule sheet', () => {
  it('are the same whatever the order of members in the file', () => {
    const shuffle = (value: JsonValue): JsonValue =>
      Array.isArray(value)
        ? value.map(shuffle)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, member]) => [key, shuffle(member ?? null)]),
            )
          : value
    const shuffled = parseRuleSheet(shuffle(sheet as unknown as JsonValue))
    expect(shuffled.ok && ruleSheetBytes(shuffled.sheet)).toBe(ruleSheetBytes(sheet))
  })

  it('read back as the same sheet', () => {
    const again = parseRuleSheet(JSON.parse(ruleSheetBytes(sheet)))
    expect(again).toEqual({ ok: true, sheet })
  })
})

describe('the JSON Schema', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  const validate = ajv.compile(ruleSheetJsonSchema)

  it('is the committed file', () => {
    expect(readJson('rule-sheet.schema.json')).toEqual(ruleSheetJsonSchema)
  })

  it('accepts the sheets that the reader accepts', () => {
    for (const path of ['vectors/rule-sheet.json', 'fixtures/rule-sheets/dashigai-garden.json']) {
      expect(validate(readJson(path)), JSON.stringify(validate.errors)).toBe(true)
    }
  })

  it('refuses what the reader refuses for its shape', () => {
    const shapeCodes = new Set([
      'missing_field',
      'unknown_field',
      'wrong_type',
      'not_allowed',
      'out_of_range',
      'bad_length',
      'bad_format',
    ])
    const cases = readJson('vectors/rule-sheet-invalid.json') as {
      name: string
      at: string
      value: unknown
      problems: { code: string }[]
    }[]
    const shapeCases = cases.filter(({ problems }) => problems.every((p) => shapeCodes.has(p.code)))
    expect(shapeCases.length).toBeGreaterThan(15)
    for (const { name, at, value } of shapeCases) {
      expect(validate(replaced(at, value)), name).toBe(false)
    }
  })
})

describe('parseRuleSheet', () => {
  it.each([null, 7, 'sheet', [], {}])('refuses %j', (value) => {
    expect(parseRuleSheet(value).ok).toBe(false)
  })

  it('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseRuleSheet(value).ok).toBe(false)
      }),
    )
  })

  it('names every wrong place at once', () => {
    const parsed = parseRuleSheet({ ...sheet, villageId: '1', title: { zh: '' } })
    const paths = parsed.ok ? [] : parsed.problems.map(({ path }) => path)
    expect(paths).toEqual(['/villageId', '/title/zh', '/title/en'])
  })

  it('counts own items against the limit of a common sheet', () => {
    const own = (count: number): RuleItem[] =>
      Array.from({ length: count }, (_, index) => ({
        ...itemOf('clean'),
        ref: `own-${index}`,
        isOwn: true,
        base: { kind: 'fixed', pointsHundredths: 200 },
      }))
    expect(parseRuleSheet({ ...sheet, items: own(5) }).ok).toBe(true)
    const six = parseRuleSheet({ ...sheet, items: own(6) })
    expect(six.ok ? [] : six.problems.map(({ code }) => code)).toEqual(['too_many_own_items'])
  })

  it('passes over a key that names the prototype', () => {
    const evil: unknown = JSON.parse(
      `${JSON.stringify(sheet).slice(0, -1)},"__proto__":{"villageId":"330109102259"}}`,
    )
    const parsed = parseRuleSheet(evil)
    expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual(['unknown_field'])
  })
})

describe('describeItem', () => {
  it('says a whole item in words', () => {
    expect(describeItem(itemOf('litter'), 'zh')).toEqual([
      '每次扣 5 分。',
      '没改正又发生的，按 2 倍计。',
      '一件事对上几项，只计最高的一项。',
      '公示 7 天后生效。',
      '改正以前一直有效。',
      '改正后退回 100%。',
      '志愿服务满 4 小时，退回 50%。',
    ])
    expect(describeItem(itemOf('yard-stars'), 'en')).toEqual([
      'By bands of each deed: 3 stars and more: 1 point; 4 stars and more: 2 points; 4.5 stars and more: 3 points.',
      'Of several items for one deed the highest counts.',
      'For the whole category at most 5 points a month per household.',
      'Final after 7 days on notice.',
    ])
  })

  it('leaves no hole, for any item in either language', () => {
    const garden = readSheet('fixtures/rule-sheets/dashigai-garden.json')
    for (const item of [...sheet.items, ...garden.items]) {
      for (const sentence of describeItem(item, 'zh')) expect(sentence).toMatch(/^[^a-z]+。$/)
      for (const sentence of describeItem(item, 'en')) expect(sentence).toMatch(/^[\x20-\x7e]+\.$/)
    }
  })
})

describe('describePolicies', () => {
  const policies: SheetPolicies = {
    wallet: { kind: 'carry_over', on: '01-10', keepPermille: 500, atMostHundredths: 20_000 },
    startingHundredths: 100_000,
    gifts: { atMostHundredthsPerMonth: 10_000 },
    onlyHighest: 'same_group',
    objectionAnswerWorkingDays: 7,
    withdrawalWorkingDays: 1,
    ownItems: { atMostMerits: 5, atMostDeductions: 3, atMostHundredthsEach: 200 },
  }

  it('says what holds for the whole sheet', () => {
    expect(describePolicies(policies, 'zh')).toEqual([
      '可用分每年 1 月 10 日结转 50%，最多 200 分，荣誉分不动。',
      '每户加入时得 1000 可用分，只得一次；荣誉分从零开始。',
      '可用分可以送给别家，每户每月最多送 100 分，不能卖。',
      '一件事对上同一互斥组的几项，只计最高的一项。',
      '有人提出异议，7 个工作日内答复。',
      '本人要求不再公开自己的得分，1 个工作日内办到。',
      '村里最多自设 5 项加分、3 项扣分，每项最多 2 分。',
    ])
    expect(describePolicies(policies, 'en')).toEqual([
      'Each year on 10 January, 50% (at most 200) of the points to spend are carried over; honour is never touched.',
      'Each household gets 1000 points to spend when it joins, once; honour begins at nothing.',
      'A household may give others up to 100 points to spend in a month, never for money.',
      'Of several items of one exclusive group for one deed the highest counts.',
      'An objection is answered within 7 working days.',
      'Whoever asks for it is out of public view within one working day.',
      'The village may add 5 merits and 3 deductions of at most 2 points each.',
    ])
    const plain = { ...policies, wallet: { kind: 'keep' }, startingHundredths: 0 } as const
    expect(describePolicies(plain, 'zh')[0]).toBe('可用分一直留着，不清零。')
    const reset = { ...plain, wallet: { kind: 'reset', on: '12-31' } } as const
    expect(describePolicies(reset, 'zh')[0]).toBe('可用分每年 12 月 31 日清零，荣誉分不动。')
    expect(describePolicies(reset, 'en')[0]).toContain('reset each year on 31 December')
  })

  it('says what a good costs', () => {
    const [soap] = sheet.goods
    if (soap === undefined) throw new Error('no goods')
    expect(describeGood(soap, 'zh')).toEqual([
      '1 块要 5 分。',
      '开始时有 60 块。',
      '兑换后 7 天内可以退。',
    ])
    expect(describeGood(soap, 'en')).toEqual([
      'One piece costs 5 points.',
      'To begin with there are 60.',
      'It can be given back within 7 days.',
    ])
  })
})

function replaced(at: string, value: unknown): unknown {
  const changed = readJson('vectors/rule-sheet.json') as Record<string, unknown>
  const steps = at.split('/').slice(1)
  const last = steps.pop() ?? ''
  const parent = steps.reduce<Record<string, unknown>>(
    (node, step) => node[step] as Record<string, unknown>,
    changed,
  )
  if (value === null) delete parent[last]
  else parent[last] = value
  return changed
}
