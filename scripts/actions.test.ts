import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesUnder } from './source-files.mjs'

const root = path.resolve(import.meta.dirname, '..')
const modules = 'apps/server/src/modules'

interface Source {
  readonly file: string
  readonly text: string
}

interface Exported {
  readonly name: string
  readonly parameters: readonly string[]
  readonly callsAct: boolean
}

const callsAct = (text: string) => /(?<!function )\bact\(/.test(text)

/** Splits at the commas that stand in no bracket. */
function splitParameters(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if ('([{<'.includes(sign)) depth += 1
    if (')]}>'.includes(sign) && text[at - 1] !== '=') depth -= 1
    if (sign === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.map((part) => part.replaceAll(/\s+/g, ' ').trim()).filter((part) => part !== '')
}

/** The parameters that begin at an opening bracket. */
function parametersAt(text: string, from: number): string {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth === 0) return text.slice(from + 1, at)
  }
  throw new Error('a bracket that nothing closes')
}

function exportedFunctions(text: string): Exported[] {
  const heads =
    /^export (?:(?:async )?function (\w+)(?:<[^(]*>)?|const (\w+) = (?:async )?(?=\())\(/gm
  return [...text.matchAll(heads)].map((head) => {
    const from = text.indexOf('(', head.index)
    const body = text.slice(head.index, text.indexOf('\n}\n', head.index))
    return {
      name: head[1] ?? head[2] ?? '',
      parameters: splitParameters(parametersAt(text, from)),
      callsAct: callsAct(body),
    }
  })
}

const isObject = (parameter: string | undefined, name: string) =>
  parameter !== undefined &&
  (parameter.startsWith('{') || parameter.startsWith(`${name}: `)) &&
  !/: (string|number|boolean|Buffer|Act)( |$)/.test(parameter.replace(/\{.*\}/, ''))

/** `(parts, actor, key, input)`; an action that is told nothing leaves `input` out. */
function isAction([parts, actor, key, input, ...more]: readonly string[]): boolean {
  return (
    isObject(parts, 'parts') &&
    actor === 'actor: Actor' &&
    key === 'key: string' &&
    (input === undefined || isObject(input, 'input')) &&
    more.length === 0
  )
}

/** `(parts, villageId)`, and what of the village it is about, where that is not all of it. */
const isWorkOfTheClock = ([parts, villageId]: readonly string[]) =>
  isObject(parts, 'parts') && villageId === 'villageId: string'

/** Before there is a village, nobody acts in it. */
const ofNoVillage = new Set(['foundVillage'])

function oddSignatures(sources: readonly Source[]): string[] {
  return sources.flatMap(({ text }) =>
    exportedFunctions(text)
      .filter(({ name, parameters, callsAct: acts }) => {
        const takesKey = parameters.some((parameter) => /^key\??: string/.test(parameter))
        const takesBoth = parameters.some((one) => /^\{[^}]*\bkey\b[^}]*\}: .*Actor/.test(one))
        if (!acts && !takesKey && !takesBoth) return false
        if (ofNoVillage.has(name)) return false
        return !isAction(parameters) && (takesKey || takesBoth || !isWorkOfTheClock(parameters))
      })
      .map(({ name, parameters }) => `${name}(${parameters.join(', ')})`),
  )
}

const files = filesUnder(root, modules).filter((file) => file.endsWith('.ts'))
const sources = files
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), 'utf8') }))
const actions = sources.filter(({ text }) => callsAct(text))

describe('the signature of actions', () => {
  it('is (parts, actor, key, input), and (parts, villageId) of what the clock does', () => {
    expect(actions.length).toBeGreaterThan(70)
    expect(oddSignatures(sources)).toEqual([])
  })

  it.each([
    ['one path of change bare', 'act: Act, actor: Actor, key: string, input: PaintBench'],
    ['two parts', 'act: Act, scoring: Scoring, actor: Actor, key: string, input: PaintBench'],
    ['who asks joined', '{ act }: Parts, { actor, asker }: Who, key: string, input: PaintBench'],
    ['an id instead of an object', '{ act }: Parts, actor: Actor, key: string, benchId: string'],
    ['input that is a word', 'parts: Parts, actor: Actor, key: string, input: string'],
    ['a file', '{ act }: Parts, actor: Actor, key: string, file: Buffer'],
    ['input in two', '{ act }: Parts, actor: Actor, key: string, { a }: A, { b }: B'],
    ['another order', '{ act }: Parts, key: string, actor: Actor, input: PaintBench'],
    ['all in one', '{ act, actor, key }: { act: Act; actor: Actor; key: string }'],
    ['neither', 'parts: Parts, benchId: string'],
  ])('refuses %s', (_, parameters) => {
    const text = `export async function paintBench(\n  ${parameters},\n): Promise<void> {\n  return act({})\n}\n`
    expect(oddSignatures([{ file: 'paint-bench.ts', text }])).toHaveLength(1)
  })

  it.each([
    ['its own', '{ act }: Parts, actor: Actor, key: string, { benchId }: { benchId: string }'],
    ['none', 'parts: { readonly act: Act }, actor: Actor, key: string'],
    ['a village', '{ act, newId }: Parts, villageId: string'],
  ])('takes %s', (_, parameters) => {
    const text = `export async function paintBench(${parameters}): Promise<void> {\n  return act({})\n}\n`
    expect(oddSignatures([{ file: 'paint-bench.ts', text }])).toEqual([])
  })
})

it('each action has its test beside it', () => {
  const names = new Set(files)
  const untested = actions
    .map(({ file }) => file)
    .filter((file) => !names.has(file.replace(/\.ts$/, '.test.ts')))
  expect(untested).toEqual([])
})
