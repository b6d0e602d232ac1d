import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { titleOf } from './index.ts'
import { kinds } from './kinds.ts'
import { MAX_LEAF_BYTES, parseLeaf, UnreadableLeaf } from './leaf.ts'
import { pseudonymPurposes } from './pseudonyms.ts'
import type { About, AnyKind, Json } from './record-kind.ts'

type Public = Readonly<Record<string, Json | undefined>>

/** Each file of a kind exports the kind and what it says about it. */
const files = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(`${import.meta.dirname}/${name}`).map((file) => `${name}/${file}`),
  )
const read: { file: string; kind: AnyKind; about: About }[] = []
for (const file of files) {
  const { about, ...rest } = (await import(`./${file}`)) as { about?: About }
  if (about !== undefined) read.push({ file, kind: Object.values(rest)[0] as AnyKind, about })
}

function spell(kind: AnyKind, fields: Public, envelope: Public = {}): Uint8Array {
  const leaf = {
    v: kind.version,
    village: '330109102259',
    id: 'g3yXjfUljeBlyVMzgDX_Ww',
    kind: kind.kind,
    at: '2026-09-10',
    public: fields,
    commitments: [],
    ...envelope,
  }
  return new TextEncoder().encode(JSON.stringify(sorted(leaf)))
}

/** Also what canonical JSON of ours cannot say, such as 4.5. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  const members = Object.entries(value).map(([name, member]) => [name, sorted(member)] as const)
  return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function problemIn(bytes: Uint8Array): string | null {
  try {
    parseLeaf(bytes)
    return null
  } catch (error) {
    if (!(error instanceof UnreadableLeaf)) throw error
    return error.problem.code
  }
}

describe.each(read)('$kind.kind', ({ file, kind, about }) => {
  const [first] = about.valid

  it('has a file of its name, and its line in records.ts', () => {
    expect(kind.kind).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/)
    expect(file).toBe(`${kind.kind.replace('.', '/')}.ts`)
    expect(kinds.get(kind.kind)).toBe(kind)
  })

  it.each(about.valid.map((fields, no) => ({ no, fields })))('reads valid vector $no', (vector) => {
    const bytes = spell(kind, vector.fields)
    expect(parseLeaf(bytes).public).toEqual(vector.fields)
    expect(bytes.length).toBeLessThan(MAX_LEAF_BYTES)
  })

  it.each(about.invalid)('refuses $but as $problem', ({ but, problem }) => {
    expect(problemIn(spell(kind, { ...first, ...but }))).toBe(problem)
  })

  it('refuses a field more, another version, and a field of another type', () => {
    expect(problemIn(spell(kind, { ...first, zz: 1 }))).toBe('additional_field')
    expect(problemIn(spell(kind, first, { v: kind.version + 1 }))).toBe('unknown_version')
    for (const name of Object.keys(first))
      expect(problemIn(spell(kind, { ...first, [name]: true }))).not.toBeNull()
  })

  it('needs every field of some valid vector', () => {
    const isNeeded = (name: string) =>
      about.valid.some((fields) => problemIn(spell(kind, { ...fields, [name]: undefined })))
    const optional = Object.keys(first).filter((name) => !isNeeded(name))
    for (const name of optional) expect(kind.public.says).toContain(`${name}?:`)
  })

  it('uses a pseudonym for whatever is named, and only known purposes', () => {
    for (const [, purpose = ''] of kind.public.says.matchAll(/pseudonym \*(\w+)\*/g))
      expect(Object.keys(pseudonymPurposes)).toContain(purpose)
    expect(kind.public.says).not.toMatch(/\b(identifier|moment|words)\b/)
  })
})

it('lists each file of a kind, and nothing else', () => {
  const listed = [...kinds.keys()].toSorted()
  expect(read.map(({ kind }) => kind.kind).toSorted()).toEqual(listed)
  expect(titleOf('award.finale')).toBeUndefined()
})

describe('the envelope', () => {
  const [{ kind, about }] = read as [(typeof read)[number]]
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const bytes = (text: string) => new TextEncoder().encode(text)
  const good = text(spell(kind, about.valid[0]))

  it.each([
    ['not JSON', 'not_json', bytes('{')],
    ['no UTF-8', 'not_json', Uint8Array.of(0xff, 0xfe)],
    ['a space', 'not_canonical', bytes(good.replace(':', ': '))],
    ['a byte-order mark', 'not_json', bytes(`\ufeff${good}`)],
    ['unsorted keys', 'not_canonical', bytes(`{"v":1,${good.replace(',"v":1', '').slice(1)}`)],
    ['no object', 'wrong_type', bytes('[]')],
    ['an unknown kind', 'unknown_kind', spell(kind, {}, { kind: 'award.invented' })],
    ['a kind with a prototype’s name', 'unknown_kind', spell(kind, {}, { kind: 'constructor' })],
    ['a field more', 'additional_field', spell(kind, about.valid[0], { moment: '12:00' })],
    ['a field less', 'missing_field', spell(kind, about.valid[0], { id: undefined })],
    ['a bad day', 'bad_format', spell(kind, about.valid[0], { at: '2026-02-30' })],
    ['a short commitment', 'bad_format', spell(kind, about.valid[0], { commitments: ['x'] })],
  ])('refuses %s as %s', (_, problem, leaf) => {
    expect(problemIn(leaf)).toBe(problem)
  })
})

it('keeps each label of a purpose for ever: another one would rename everybody', () => {
  const labels = Object.values(pseudonymPurposes).map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
  expect(labels.toSorted()).toEqual([
    'pseudonym activity',
    'pseudonym adoption',
    'pseudonym adoption-offer',
    'pseudonym attendee',
    'pseudonym award',
    'pseudonym budget',
    'pseudonym claimant',
    'pseudonym crop',
    'pseudonym deed',
    'pseudonym earner',
    'pseudonym gift',
    'pseudonym growing-season',
    'pseudonym harvest-lot',
    'pseudonym hold',
    'pseudonym holder',
    'pseudonym household',
    'pseudonym keeper',
    'pseudonym lease',
    'pseudonym lot',
    'pseudonym market-order',
    'pseudonym market-product',
    'pseudonym merchant',
    'pseudonym notice',
    'pseudonym objection',
    'pseudonym offer',
    'pseudonym opening',
    'pseudonym payment-run',
    'pseudonym planting',
    'pseudonym purchase',
    'pseudonym rater',
    'pseudonym report',
    'pseudonym round-settlement',
    'pseudonym scale',
    'pseudonym shift',
    'pseudonym subject',
    'pseudonym supplier',
    'pseudonym task',
    'pseudonym voucher',
    'pseudonym voucher-kind',
    'pseudonym voucher-month',
    'pseudonym weigh-in',
    'pseudonym year-end',
    'spot-candidate',
    'spot-draw',
  ])
})
