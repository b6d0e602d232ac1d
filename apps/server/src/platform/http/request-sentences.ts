import { englishProse } from '@azalea/text'
import { fieldWords } from './field-words.ts'
import type { Language } from './language.ts'

/** A fault that the check of a request found, with what was sent at its place. */
export interface RequestIssue {
  readonly code: string
  /** A JSON pointer into the part of the request. */
  readonly pointer: string
  readonly input: unknown
  readonly message?: string | undefined
  readonly params: Readonly<Record<string, unknown>>
}

interface Words {
  readonly zh: string
  readonly en: string
}

/**
 * What is wrong with a field and what is wanted, for the person who filled it: no word of the check's
 * own reaches anybody.
 */
export function requestSentence(issue: RequestIssue, language: Language): string {
  const field = fieldOf(issue.pointer)
  const wanted = wantedOf(issue)
  return language === 'zh'
    ? `“${field.zh}”${wanted.zh}。`
    : englishProse(`${field.en.charAt(0).toUpperCase()}${field.en.slice(1)}: ${wanted.en}.`)
}

/** The last named step of the pointer; which one, where it stands in a list. */
function fieldOf(pointer: string): Words {
  const steps = pointer.split('/').slice(1)
  const name = steps.findLast((step) => !/^\d+$/.test(step)) ?? ''
  const words = Object.hasOwn(fieldWords, name) ? fieldWords[name] : undefined
  const field = words ?? { zh: '请求', en: 'the request' }
  const no = steps.findLast((step) => /^\d+$/.test(step))
  if (no === undefined) return field
  return { zh: `${field.zh}（第 ${Number(no) + 1} 个）`, en: `${field.en} (no. ${Number(no) + 1})` }
}

function wantedOf(issue: RequestIssue): Words {
  const { code, input, params } = issue
  if (input === undefined || input === null || input === '') return missing
  switch (code) {
    case 'too_small':
      return tooSmall(String(params['origin']), Number(params['minimum']), input)
    case 'too_big':
      return tooBig(String(params['origin']), Number(params['maximum']), input)
    case 'invalid_type':
      return typeWords[String(params['expected'])] ?? unfit
    case 'invalid_format':
      return formatWords[String(params['format'])] ?? unfit
    case 'unrecognized_keys':
      return { zh: '里有这里不收的内容', en: 'holds something that is not taken here' }
    case 'custom':
      return issue.message === 'name'
        ? { zh: '：这不像姓名', en: 'this does not look like a name' }
        : (formatWords[issue.message === 'day' ? 'date' : ''] ?? unfit)
    default:
      return unfit
  }
}

const missing: Words = { zh: '还没有填写', en: 'this is not filled in yet' }
const unfit: Words = {
  zh: '的写法不对，请重新选择或填写',
  en: 'this does not fit; please choose or write it again',
}

const typeWords: Readonly<Record<string, Words>> = {
  int: { zh: '要填整数', en: 'a whole number is wanted' },
  number: { zh: '要填数字', en: 'a number is wanted' },
  string: { zh: '要填文字', en: 'text is wanted' },
  boolean: { zh: '要选是或否', en: 'yes or no is wanted' },
  array: { zh: '要填一个列表', en: 'a list is wanted' },
  object: { zh: '要把各栏填完整', en: 'all its fields are wanted' },
}

const formatWords: Readonly<Record<string, Words>> = {
  date: { zh: '要写成年-月-日，如 2026-03-01', en: 'write a day such as 2026-03-01' },
  datetime: {
    zh: '要写清日期和时间，如 2026-03-01 08:30',
    en: 'write a day and a time such as 2026-03-01 08:30',
  },
  time: { zh: '要写成时:分，如 08:30', en: 'write a time such as 08:30' },
}

function tooSmall(origin: string, least: number, input: unknown): Words {
  switch (origin) {
    case 'string':
      return least <= 1
        ? { zh: '请写上看得见的文字', en: 'please write something that can be seen' }
        : { zh: `至少要写 ${least} 个字`, en: `at least ${least} characters are needed` }
    case 'array':
      return Array.isArray(input) && input.length === 0
        ? { zh: '还没有选', en: 'nothing is chosen yet' }
        : { zh: `至少要有 ${least} 个`, en: `at least ${least} are needed` }
    default:
      return { zh: `不能小于 ${least}`, en: `${least} is the least` }
  }
}

function tooBig(origin: string, most: number, input: unknown): Words {
  switch (origin) {
    case 'string':
      return { zh: `最多写 ${most} 个字`, en: `at most ${most} characters fit here` }
    case 'array':
      return {
        zh: `最多 ${most} 个，现有 ${Array.isArray(input) ? input.length : '更多'} 个`,
        en: `at most ${most} are taken at once`,
      }
    default:
      return most >= Number.MAX_SAFE_INTEGER
        ? { zh: '太大了', en: 'this number is too large' }
        : { zh: `不能大于 ${most}`, en: `${most} is the most` }
  }
}
