import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url)
const shown = [
  'apps/web/src',
  'apps/server/src',
  'apps/audit/src',
  'packages/scoring/src',
  'packages/records/src',
  'packages/produce-rules/src',
  'packages/client/src',
]
  .flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  )
  .filter((path) => !path.includes('.test.') && !path.includes('gallery'))
  .filter((path) =>
    /messages\.ts$|\/refusals\.ts$|-words\.ts$|\/request-sentences\.ts$|\/report-page\.ts$|scoring\/src\/(sentences|describe|lint-rules|rule-sheet-rules)[a-z-]*\.ts$|records\/src\/[a-z-]+\/[a-z-]+\.ts$/.test(
      path,
    ),
  )
  .toSorted()

/** Second names that texts once had, and the one name of docs/GLOSSARY.md. */
const secondNames: readonly (readonly [RegExp, string])[] = [
  [/(?<!二维)码牌/, '牌子'],
  [/凭证/, '凭据'],
  [/资料库/, '数据银行'],
  [/(?<!花)名册/, '花名册'],
  [/兑换分/, '可用分'],
  [/举报(?!邻居)/, '反映'],
  [/冲正/, '撤回'],
  [/撤销/, '撤回'],
  [/注销/, '删除'],
  [/公开账本/, '村账本'],
  [/条目|积分项目/, '事项'],
  [/检查点/, '账本签名'],
  [/入账以后（申诉）|入账后有人申诉/, '异议'],
  [/\b[Pp]late’s code\b/, 'plate code'],
  [/\bin the book\b|\bthe book’s\b/i, 'log'],
  [/\bopen book that\b|\bpassbook’s\b/, 'log'],
  [/\bproof file\b/i, 'receipt'],
  // An activity is taken part in; a household joins.
  [/参加积分|参加的人家|参加说明|自愿参加/, '加入'],
  [/\bbiased\b/, 'involved'],
]

function textsOf(path: string): string {
  return (
    readFileSync(new URL(path, root), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
      // Of a kind of record its title is shown.
      .filter((line) => !path.startsWith('packages/records') || /\b(title|zh|en):/.test(line))
      .join('\n')
  )
}

it('finds the texts of the whole product', () => {
  expect(shown.length).toBeGreaterThan(50)
})

describe.each(shown)('the texts of %s', (path) => {
  const texts = textsOf(path)
  // These speak of what the law calls by its own names.
  const isLaw = path.includes('/lint-rules')

  it.skipIf(isLaw)('give each thing its one name', () => {
    const found = secondNames
      .filter(([second]) => second.test(texts))
      .map(([second, name]) => `${String(second.exec(texts)?.[0])} → ${name}`)
    expect(found).toEqual([])
  })

  it('have no straight apostrophe or quotation mark in English, and no (s)', () => {
    const found = [
      ...texts.matchAll(/"[^"\n]*[A-Za-z]'[a-z ][^"\n]*"/g),
      ...texts.matchAll(/`[^`]*[A-Za-z]'[a-z][^`]*`/g),
      ...texts.matchAll(/'[^'\n]*[A-Za-z .,]"[A-Za-z$][^'\n]*'/g),
      ...texts.matchAll(/\w\(s\)/g),
    ].map(([one]) => one)
    expect(found).toEqual([])
  })
})

interface Messages {
  readonly namespace: string
  readonly zh: Readonly<Record<string, string>>
  readonly en: Readonly<Record<string, string>>
}

const isMessages = (value: unknown): value is Messages =>
  typeof value === 'object' && value !== null && 'namespace' in value && 'zh' in value

describe.each(shown.filter((path) => path.endsWith('messages.ts')))('%s', (path) => {
  it('has every text in both languages, with the same blanks', async () => {
    const module = (await import(new URL(path, root).href)) as Record<string, unknown>
    for (const { zh, en } of Object.values(module).filter(isMessages)) {
      const plural = Object.keys(zh).filter((key) => key.endsWith('_other'))
      const wanted = [...Object.keys(zh), ...plural.map((key) => key.replace(/_other$/, '_one'))]
      expect(Object.keys(en).toSorted()).toEqual(wanted.toSorted())
      const strange = Object.keys(zh).filter(
        (key) => String(blanksOf(zh[key])) !== String(blanksOf(en[key])),
      )
      expect(strange).toEqual([])
      expect(Object.entries(zh).filter(([, text]) => text.trim() === '')).toEqual([])
    }
  })
})

function blanksOf(text: string | undefined): string[] {
  const blanks = [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '')
  return [...new Set(blanks)].toSorted()
}
