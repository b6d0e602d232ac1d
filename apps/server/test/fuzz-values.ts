import fc from 'fast-check'
import type { Pools } from './fuzz-village.ts'
import { VILLAGE } from './server.ts'

/** As much of OpenAPI as a request is made from. */
export interface Shape {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
}

const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00a',
  '\u200b\u200b\u200b',
  '\u3164\u3164',
  '村口\u202eabcd',
  '\uffff',
  '村'.repeat(3_000),
  '👨‍👩‍👧'.repeat(70),
  'a'.repeat(20_000),
  'Ǽ̸'.repeat(300),
  '%',
  '%_\\',
  "'; DROP TABLE record; --",
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '0000-01-01',
  '0000-12-31T23:59:59Z',
  '9999-12-31',
  '9999-12-31T23:59:59.999Z',
  '2026-02-30',
  '2026-03-02T01:00:00+23:59',
  '-271821-04-20T00:00:00Z',
  '000000000000',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '٣',
  'W10',
]
const hostileNumbers = [
  -1,
  0,
  0.5,
  99,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 31) - 1,
  1e21,
  1e308,
  -1e308,
]
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...hostileTexts) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...hostileNumbers) },
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom<unknown>(null, true, [], {}, [[]], [null], { __proto__: null, length: 1 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Values of the document's shapes: in `wild` requests one of four is something else. */
export class Values {
  readonly #pools: Pools
  readonly #schemas: Readonly<Record<string, Shape>>
  readonly #wild: boolean

  constructor(pools: Pools, schemas: Readonly<Record<string, Shape>>, wild: boolean) {
    this.#pools = pools
    this.#schemas = schemas
    this.#wild = wild
  }

  of(shape: Shape, name: string): fc.Arbitrary<unknown> {
    const tame = this.#tame(shape, name)
    return this.#wild
      ? fc.oneof({ weight: 6, arbitrary: tame }, { weight: 1, arbitrary: hostile })
      : tame
  }

  #tame(shape: Shape, name: string): fc.Arbitrary<unknown> {
    if (shape.$ref !== undefined)
      return this.of(this.#schemas[shape.$ref.split('/').at(-1) ?? ''] ?? {}, name)
    if (shape.const !== undefined) return fc.constant(shape.const)
    if (shape.enum !== undefined) return fc.constantFrom(...shape.enum)
    const choices = shape.anyOf ?? shape.oneOf
    if (choices !== undefined) return fc.oneof(...choices.map((one) => this.of(one, name)))
    switch (shape.type ?? '') {
      case 'object':
        return this.#object(shape)
      case 'array':
        return fc.array(this.of(shape.items ?? {}, name), { maxLength: 3 })
      case 'boolean':
        return fc.boolean()
      case 'integer':
      case 'number':
        return fc.integer({
          min: Math.max(shape.minimum ?? 0, -1_000),
          max: Math.min(shape.maximum ?? 120, 1_000_000),
        })
      case 'null':
        return fc.constant(null)
      case 'string':
        return this.#text(shape, name)
      default:
        return hostile
    }
  }

  #object({ properties = {}, required = [] }: Shape): fc.Arbitrary<unknown> {
    const parts = Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, this.of(part, name)]),
    )
    const kept = this.#wild ? [] : required.filter((name) => name in parts)
    return fc.record(parts, { requiredKeys: kept })
  }

  #text({ format, pattern }: Shape, name: string): fc.Arbitrary<unknown> {
    if (format === 'uuid') return this.id(name)
    if (format === 'date') return fc.integer({ min: -40, max: 40 }).map(dayFrom)
    if (format === 'date-time')
      return fc.integer({ min: -400, max: 400 }).map((hours) => momentFrom(hours).toISOString())
    if (/village/i.test(name)) return fc.constant(VILLAGE)
    const { codes, names, phones, refs } = this.#pools
    if (/ref$/i.test(name)) return fc.constantFrom('tool-repair', ...refs)
    if (/phone/i.test(name)) return fc.constantFrom('13800000001', ...phones)
    if (/code/i.test(name)) return fc.constantFrom('246810', ...codes)
    if (pattern !== undefined)
      return fc.constantFrom('a'.repeat(64), VILLAGE, 'award', '2026-03', '2026', 'all')
    if (/name/i.test(name)) return fc.constantFrom('陈芳', ...names)
    return fc.constantFrom('这是一句话。', '村口扫雪', '清理北渠', '一行\n两行', 'ok 👍')
  }

  /** Something that there is: of the kind that the name tells, or of any. */
  id(name: string): fc.Arbitrary<string> {
    const kind = `${name.replace(/Ids?$/, '').replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}_id`
    const fitting = this.#pools.idsOf.get(kind) ?? []
    const any = fc.constantFrom(...this.#pools.all)
    return fitting.length === 0
      ? any
      : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fitting) }, any)
  }
}

const momentFrom = (hours: number) => new Date(Date.UTC(2026, 2, 2, 1) + hours * 3_600_000)
const dayFrom = (days: number) =>
  momentFrom(days * 24)
    .toISOString()
    .slice(0, 10)
