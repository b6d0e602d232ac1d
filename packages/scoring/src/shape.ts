import type { JsonValue } from './calibration.ts'
import type { SheetProblem } from './sheet-problem.ts'
import { choicesInWords, measureOf } from './sheet-words.ts'

export type { SheetProblem } from './sheet-problem.ts'

export type JsonSchema = { readonly [key: string]: JsonValue }

/** One description of a value that both reads it strictly and says it as JSON Schema. */
export interface Shape<T> {
  /** The value if it fits; else undefined, with the problems noted. */
  read(value: unknown, path: string, problems: SheetProblem[]): T | undefined
  schema: JsonSchema
}

interface Optional<T> {
  optional: Shape<T>
}

type Fields<T> = {
  [K in keyof T]-?: undefined extends T[K] ? Optional<Exclude<T[K], undefined>> : Shape<T[K]>
}

/** A text without control characters, 1 to `atMost` UTF-16 units long, matching the pattern. */
export function text(options: {
  atMost: number
  pattern?: RegExp
  wordsZh?: string
  wordsEn?: string
}): Shape<string> {
  const { atMost, pattern } = options
  return {
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: atMost,
      ...(pattern === undefined ? {} : { pattern: pattern.source }),
    },
    read(value, path, problems) {
      if (typeof value !== 'string') return wrongType(problems, path, '文字', 'a text')
      if (value.trim() === '' || value.length > atMost || /\p{Cc}|\p{Cs}/u.test(value)) {
        problems.push({ path, code: 'bad_text', ...textSentence(value, atMost) })
        return undefined
      }
      if (pattern === undefined || pattern.test(value)) return value
      problems.push({
        path,
        code: 'bad_format',
        messageZh: `格式不对，应写成${options.wordsZh ?? pattern.source}。`,
        messageEn: `the form is wrong; write ${options.wordsEn ?? pattern.source}.`,
      })
      return undefined
    },
  }
}

/** An integer between the bounds, both included. */
export function integer(atLeast: number, atMost: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum: atLeast, maximum: atMost },
    read(value, path, problems) {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
        return wrongType(problems, path, '整数', 'a whole number')
      }
      if (value >= atLeast && value <= atMost) return value
      const { per, unit } = measureOf(path)
      const [least, most] = [atLeast / per, atMost / per]
      problems.push({
        path,
        code: 'out_of_range',
        messageZh: `请填 ${least} 到 ${most}${unit.zh}${unit.zh === '' ? ' ' : ''}之间的数。`,
        messageEn: `write a number between ${least} and ${most}${unit.en}.`,
      })
      return undefined
    },
  }
}

/** One of a few words. */
export function oneOf<T extends string>(...words: [T, ...T[]]): Shape<T> {
  return {
    schema: words.length === 1 ? { const: words[0] } : { enum: words },
    read(value, path, problems) {
      const found = words.find((word) => word === value)
      if (found === undefined) {
        problems.push({
          path,
          code: 'not_allowed',
          messageZh: `只能写 ${choicesInWords(words).zh}。`,
          messageEn: `write one of ${choicesInWords(words).en}.`,
        })
      }
      return found
    },
  }
}

/** True or false. */
export const flag: Shape<boolean> = {
  schema: { type: 'boolean' },
  read(value, path, problems) {
    return typeof value === 'boolean' ? value : wrongType(problems, path, '是或否', 'true or false')
  },
}

/** A list of so many members. */
export function listOf<T>(shape: Shape<T>, atLeast: number, atMost: number): Shape<T[]> {
  return {
    schema: { type: 'array', items: shape.schema, minItems: atLeast, maxItems: atMost },
    read(value, path, problems) {
      if (!Array.isArray(value)) return wrongType(problems, path, '列表', 'a list')
      if (value.length < atLeast || value.length > atMost) {
        problems.push({
          path,
          code: 'bad_length',
          messageZh: `应有 ${atLeast} 到 ${atMost} 个，现有 ${value.length} 个。`,
          messageEn: `${atLeast} to ${atMost} are wanted; there are ${value.length}.`,
        })
        return undefined
      }
      const members = value.map((one, index) => shape.read(one, `${path}/${index}`, problems))
      const fitting = members.filter((one): one is Awaited<T> & T => one !== undefined)
      return fitting.length === value.length ? fitting : undefined
    },
  }
}

/** Marks a field that may be absent (but not null). */
export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: shape }
}

/** An object with exactly these fields; others are refused, so that a typo is not a silent no. */
export function object<T extends object>(fields: Fields<T>): Shape<T> {
  const entries = Object.entries<Shape<unknown> | Optional<unknown>>(fields).map(
    ([name, field]) => {
      const below = `/${escapePointer(name)}`
      return 'optional' in field
        ? { name, below, shape: field.optional, required: false }
        : { name, below, shape: field, required: true }
    },
  )
  const names = new Set(entries.map(({ name }) => name))
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(entries.map(({ name, shape }) => [name, shape.schema])),
      required: entries.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    },
    read(value, path, problems) {
      if (!isRecord(value)) return wrongType(problems, path, '一组带名称的值', 'named values')
      const before = problems.length
      for (const name of Object.keys(value)) {
        if (!names.has(name)) unknownField(problems, path, name)
      }
      const result: Record<string, unknown> = {}
      for (const { name, below, shape, required } of entries) {
        const member = Object.hasOwn(value, name) ? value[name] : undefined
        if (member !== undefined) {
          result[name] = shape.read(member, path + below, problems)
        } else if (required) {
          missingField(problems, path, name)
        }
      }
      // Every field was read by its own shape, so the whole has the type that the fields describe.
      return problems.length === before ? (result as T) : undefined
    },
  }
}

/** One of several objects, told apart by the word in the field `tag`. */
export function union<Tag extends string, T extends { [K in Tag]: string }>(
  tag: Tag,
  variants: { [V in T[Tag]]: Shape<Extract<T, { [K in Tag]: V }>> },
): Shape<T> {
  const shapes = new Map<string, Shape<T>>(Object.entries<Shape<T>>(variants))
  return {
    schema: { oneOf: [...shapes.values()].map((shape) => shape.schema) },
    read(value, path, problems) {
      if (!isRecord(value)) return wrongType(problems, path, '一组带名称的值', 'named values')
      const word = value[tag]
      const shape = typeof word === 'string' ? shapes.get(word) : undefined
      if (shape !== undefined) return shape.read(value, path, problems)
      const words = [...shapes.keys()]
      problems.push({
        path: `${path}/${tag}`,
        code: 'not_allowed',
        messageZh: `只能写 ${choicesInWords(words).zh}。`,
        messageEn: `write one of ${choicesInWords(words).en}.`,
      })
      return undefined
    },
  }
}

/** Whether the value is an object with named members (not an array, not null). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrongType(problems: SheetProblem[], path: string, zh: string, en: string): undefined {
  problems.push({
    path,
    code: 'wrong_type',
    messageZh: `应写${zh}。`,
    messageEn: `write ${en}.`,
  })
}

function unknownField(problems: SheetProblem[], path: string, name: string): void {
  problems.push({
    path: `${path}/${escapePointer(name)}`,
    code: 'unknown_field',
    messageZh: '格式里没有这一栏，请删去。',
    messageEn: 'the format has no such field; remove it.',
  })
}

function missingField(problems: SheetProblem[], path: string, name: string): void {
  problems.push({
    path: `${path}/${escapePointer(name)}`,
    code: 'missing_field',
    messageZh: `没有填写（文件里写作 ${name}）。`,
    messageEn: `it is missing (in a file it is called ${name}).`,
  })
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function textSentence(
  value: string,
  atMost: number,
): Pick<SheetProblem, 'messageZh' | 'messageEn'> {
  if (value.trim() === '')
    return { messageZh: '还没有填写。', messageEn: 'nothing is written yet.' }
  if (value.length > atMost)
    return {
      messageZh: `最多 ${atMost} 个字，现有 ${value.length} 个字。`,
      messageEn: `${atMost} characters at most; there are ${value.length}.`,
    }
  return {
    messageZh: '里面有看不见的特殊字符，请重新输入。',
    messageEn: 'it holds invisible characters; please type it again.',
  }
}
