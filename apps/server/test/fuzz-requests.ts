import fc from 'fast-check'
import type { Access } from '../src/platform/http/route.ts'
import { Values, type Shape } from './fuzz-values.ts'
import type { Pools } from './fuzz-village.ts'

export interface Operation {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: Shape
  }[]
  readonly body: Shape | null
}

export interface FuzzRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Record<
        string,
        {
          readonly summary: string
          readonly 'x-access'?: Access
          readonly parameters?: Operation['parameters']
          readonly requestBody?: { readonly content: Record<string, { readonly schema: Shape }> }
        }
      >
    >
  >
  readonly components?: { readonly schemas?: Readonly<Record<string, Shape>> }
}

export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, parameters = [], requestBody, ...told }]) => ({
      method: method === 'get' ? ('GET' as const) : ('POST' as const),
      path,
      summary,
      access: told['x-access'] ?? 'public',
      parameters,
      body: Object.values(requestBody?.content ?? {})[0]?.schema ?? null,
    })),
  )
}

/** `/api/breach-reports/{id}/reply` is about a report: what {id} names stands before it. */
function idNameOf(path: string, name: string): string {
  if (name !== 'id') return name
  const noun = /([\w-]+)\/\{id\}/.exec(path)?.[1] ?? ''
  const known: Readonly<Record<string, string>> = {
    'rule-sheets': 'ruleSheet',
    'breach-reports': 'report',
    deeds: 'contribution',
    'spot-draws': 'draw',
    'spot-checks': 'spotCheck',
    activities: 'activity',
  }
  return `${known[noun] ?? noun.replace(/s$/, '')}Id`
}

/** One request of an operation, of what is asked for (tame) or of anything (wild). */
export function requestOf(
  operation: Operation,
  pools: Pools,
  document: Document,
): fc.Arbitrary<FuzzRequest> {
  return fc.boolean().chain((wild) => {
    const values = new Values(pools, document.components?.schemas ?? {}, wild)
    const { method, path, parameters, body, summary } = operation
    const named = (place: string) =>
      fc.record(
        Object.fromEntries(
          parameters
            .filter((parameter) => parameter.in === place)
            .map(({ name, schema }) => [name, values.of(schema, idNameOf(path, name))]),
        ),
        place === 'path' ? {} : { requiredKeys: [] },
      )
    return fc
      .record({
        path: named('path'),
        query: named('query'),
        rawQuery: wild ? fc.constantFrom('', '', ...rawQueries) : fc.constant(''),
        headers: headersOf(wild),
        content: summary.includes('(multipart') ? multipart(wild) : json(values, body, wild),
      })
      .map(({ path: params, query, rawQuery, headers, content }) => ({
        method,
        url: addressOf(path, params, query, rawQuery),
        headers: { ...(method === 'POST' ? content.headers : {}), ...headers },
        ...(method === 'POST' ? { payload: content.payload } : {}),
      }))
  })
}

function addressOf(
  path: string,
  params: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
  raw: string,
): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(params[name]))
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encoded(value)}`)
  const text = [...pairs, ...(raw === '' ? [] : [raw])].join('&')
  return text === '' ? address : `${address}?${text}`
}

function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return encodeURIComponent(text.slice(0, 2_000).replaceAll(/\p{Cs}/gu, '\ufffd'))
}

const rawQueries = [
  'q=%00',
  'q=%ff%fe',
  'q=%',
  'q=%u0000',
  'limit=1&limit=2',
  'limit=1e3',
  'cursor=AAAA',
  'cursor=WyJhIl0',
  'cursor[]=1',
  'group=99999999999',
  'period=%00',
  '__proto__[a]=1',
  '&&==&',
]

function headersOf(wild: boolean): fc.Arbitrary<Record<string, string>> {
  const key = fc.integer({ min: 0, max: 1_000_000 }).map((no) => `fuzz-key-${no}`)
  const tame = fc.record({ 'idempotency-key': key, 'accept-language': fc.constantFrom('zh', 'en') })
  if (!wild) return tame
  const strange = fc.record(
    {
      'idempotency-key': fc.constantFrom(
        '',
        'short',
        'a'.repeat(65),
        'key with space',
        'fuzz-key-1',
      ),
      'accept-language': fc.constantFrom('', '*', 'zz;q=nan', 'é', 'a'.repeat(5_000)),
      'accept-encoding': fc.constantFrom('', 'gzip;q=', 'br, gzip', '*', 'identity;q=0'),
      'if-none-match': fc.constantFrom('"x"', '*', ''),
      range: fc.constantFrom('bytes=0-0', 'bytes=-1', 'bytes=9-1', 'x'),
      origin: fc.constantFrom('null', 'http://localhost:8080', 'https://evil.example', '%%%', ''),
      'x-forwarded-for': fc.constantFrom(
        '',
        ',',
        'x',
        '::1',
        'fe80::1%eth0',
        '1::1/64',
        '::ffff:1.2.3.4',
      ),
      'x-forwarded-host': fc.constantFrom('', 'evil.example', ','),
      'x-forwarded-proto': fc.constantFrom('javascript', 'https,http'),
      'x-http-method-override': fc.constantFrom('DELETE'),
    },
    { requiredKeys: [] },
  )
  return fc.oneof(
    tame,
    fc.tuple(tame, strange).map(([one, other]) => ({ ...one, ...other })),
  )
}

interface Content {
  readonly headers: Record<string, string>
  readonly payload: string | Buffer
}

const rawBodies = [
  '',
  '{',
  'null',
  '[]',
  '"a"',
  '1e999',
  '{"a":1}garbage',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":1}}',
  '['.repeat(20_000),
  `${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`,
  '\ufeff{}',
  '{"words":"\\ud800"}',
  `{"words":"${'a'.repeat(70_000)}"}`,
]
const contentTypes = [
  'application/json; charset=utf-16',
  'application/json;',
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'application/octet-stream',
  ';;;',
  'a/b/c',
]

function json(values: Values, body: Shape | null, wild: boolean): fc.Arbitrary<Content> {
  const headers = { 'content-type': 'application/json' }
  const told = (body === null ? fc.constant({}) : values.of(body, 'body')).map((value) => ({
    headers,
    payload: JSON.stringify(value) ?? '',
  }))
  if (!wild) return told
  return fc.oneof(
    { weight: 8, arbitrary: told },
    fc.constantFrom(...rawBodies).map((payload) => ({ headers, payload })),
    fc
      .tuple(told, fc.constantFrom(...contentTypes))
      .map(([{ payload }, type]) => ({ headers: { 'content-type': type }, payload })),
  )
}

const csv = '组别,门牌号,姓名,与户主关系,电话\n1,901号,周明,户主,13911112222\n'
const files = [
  csv,
  '',
  '\u0000',
  'PK\u0003\u0004garbage',
  '{"schema":"azalea-rule-sheet/1"}',
  '[',
  '('.repeat(999),
]

function multipart(wild: boolean): fc.Arbitrary<Content> {
  const boundary = 'fuzz-boundary'
  const part = (file: string, head: string) => `--${boundary}\r\n${head}\r\n\r\n${file}\r\n`
  const plainHead = 'content-disposition: form-data; name="file"; filename="a.csv"'
  const whole = fc
    .constantFrom(...files)
    .map((file) => `${part(file, plainHead)}--${boundary}--\r\n`)
  const heads = [
    'content-disposition: form-data',
    'content-disposition: form-data; name="file"',
    'content-disposition: form-data; name="__proto__"; filename="a"',
    'content-disposition: form-data; name="file"; filename="a\u0000/../b.csv"',
    'content-disposition: attachment',
    `x-long: ${'a'.repeat(20_000)}`,
    'no header at all',
    '',
  ]
  const broken = fc.oneof(
    fc.constantFrom(...heads).map((head) => `${part(csv, head)}--${boundary}--\r\n`),
    fc.tuple(whole, fc.nat(200)).map(([text, at]) => text.slice(0, at)),
    fc.constantFrom('', `--${boundary}--\r\n`, `--${boundary}\r\n`, 'garbage', '\r\n'.repeat(500)),
    whole.map((text) => text.replaceAll('\r\n', '\n')),
    whole.map((text) => text + text),
    whole.map((text) => part('1', 'content-disposition: form-data; name="field"').repeat(9) + text),
  )
  const types = [
    `multipart/form-data; boundary=${boundary}`,
    `multipart/form-data; boundary="${boundary}"`,
  ]
  const strange = [
    ...types,
    ...contentTypes,
    'multipart/form-data; boundary=other',
    'multipart/mixed; boundary=x',
  ]
  return fc
    .tuple(
      wild ? fc.oneof(whole, broken, broken) : whole,
      wild
        ? fc.oneof(fc.constantFrom(...types), fc.constantFrom(...strange))
        : fc.constantFrom(...types),
    )
    .map(([payload, type]) => ({ headers: { 'content-type': type }, payload }))
}
