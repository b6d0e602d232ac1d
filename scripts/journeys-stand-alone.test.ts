import { parseSync } from '@swc/core'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../test')

interface Node {
  readonly type?: string
  readonly [field: string]: unknown
}

it.each(fs.readdirSync(folder).filter((name) => name.endsWith('.test.ts')))(
  'each test of %s runs alone and in any order',
  (name) => {
    expect(sharedState(fs.readFileSync(path.join(folder, name), 'utf8'))).toEqual([])
  },
)

it('sees what one test leaves to another', () => {
  const tests = (first: string, second: string) =>
    `it('one', async () => { ${first} })\nit('two', async () => { ${second} })`
  const left = `let id: string\n${tests('id = await make()', 'await open(id)')}`
  expect(sharedState(left)).toEqual(['id is set in one test and read in another'])
  const nested = `describe('x', () => { let n = 0\n${tests('n += 1', 'f(n)')} })`
  expect(sharedState(nested)).toHaveLength(1)
  const place = `let page: Page\nbeforeAll(open)\n${tests('await page.goto(a)', 'await page.reload()')}`
  expect(sharedState(place)).toEqual(['page is one place for several tests'])
  const given = `let phone: BrowserContext\nbeforeAll(open)\n${tests('f(phone)', 'g(phone)')}`
  expect(sharedState(given)).toEqual([])
  const cases = "let page: Page\nit.each(['/a', '/b'])('%s', async (path) => page.goto(path))"
  expect(sharedState(cases)).toHaveLength(1)
  expect(sharedState("let id: string\nit('one', async () => { id = f(); g(id) })")).toEqual([])
})

/** Which variables of a file carry something from one of its tests to another. */
function sharedState(text: string): string[] {
  const program = parseSync(text, { syntax: 'typescript' }) as unknown as Node
  const tests = nodesOf(program, isTest)
  const outer = nodesOf(
    program,
    ({ type, kind }) => type === 'VariableDeclaration' && kind === 'let',
    isTest,
  )
  return outer
    .flatMap(({ declarations }) => declarations as Node[])
    .flatMap((declared) => {
      const { value, typeAnnotation } = declared['id'] as Node
      const name = String(value)
      const users = tests.filter((test) => namesIn(test).has(name)).flatMap(casesOf)
      if (users.length < 2) return []
      const isSet = users.some((test) =>
        nodesOf(test, isChange).some((change) => sets(change, name)),
      )
      if (isSet) return [`${name} is set in one test and read in another`]
      return namesIn(typeAnnotation).has('Page') ? [`${name} is one place for several tests`] : []
    })
}

/** `it(…)`, `it.each(…)(…)`. */
function isTest({ type, callee }: Node): boolean {
  return type === 'CallExpression' && namesIn(callee).has('it')
}

/** At least how many tests it makes. */
function casesOf(test: Node): Node[] {
  return namesIn(test['callee']).has('each') ? [test, test] : [test]
}

function isChange({ type }: Node): boolean {
  return type === 'AssignmentExpression' || type === 'UpdateExpression'
}

function sets({ left, argument }: Node, name: string): boolean {
  const target = (left ?? argument) as Node
  return target.type !== 'MemberExpression' && namesIn(target).has(name)
}

function namesIn(from: unknown): Set<unknown> {
  return new Set(nodesOf(from, ({ type }) => type === 'Identifier').map(({ value }) => value))
}

/** The nodes of a kind below one, not looking into those that are `closed`. */
function nodesOf(
  from: unknown,
  fits: (node: Node) => boolean,
  closed: (node: Node) => boolean = () => false,
): Node[] {
  if (typeof from !== 'object' || from === null) return []
  const node = from as Node
  if (closed(node)) return []
  const below = Object.values(node).flatMap((field) => nodesOf(field, fits, closed))
  return fits(node) ? [node, ...below] : below
}
