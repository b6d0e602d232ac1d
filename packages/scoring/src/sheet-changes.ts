import type { Bilingual } from './rule-sheet.ts'
import { wordsIn } from './words-in.ts'
import type { Language } from './amounts-in-words.ts'
import { choiceInWords, measureOf, sheetFieldWords } from './sheet-words.ts'

/**
 * What differs between two states of a part of a sheet, a line for each field: *points: 2 points →
 * 3 points*. Stages and caps are told apart by what they are, not by their place.
 */
export function changesInWords(before: unknown, now: unknown, lang: Language): string[] {
  const [old, fresh] = [leavesOf(before, lang), leavesOf(now, lang)]
  const none = lang === 'zh' ? '没有' : 'none'
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((label) => {
    const [from, to] = [old.get(label) ?? none, fresh.get(label) ?? none]
    if (from === to) return []
    return [lang === 'zh' ? `${label}：${from} → ${to}` : `${label}: ${from} → ${to}`]
  })
}

/** Fields that only tell what their member is; its label says it. */
const telling = new Set(['stage', 'scope', 'of', 'window', 'ref', 'code'])
/** Fields that only hold others. */
const holding = new Set(['base', 'each', 'caps', 'stages', 'bands', 'items', 'goods', 'categories'])

function leavesOf(root: unknown, lang: Language): Map<string, string> {
  const leaves = new Map<string, string>()
  const separator = lang === 'zh' ? '·' : ', '
  const walk = (value: unknown, path: string, labels: readonly string[], inMember: boolean) => {
    if (Array.isArray(value)) {
      if (value.every((one) => typeof one !== 'object')) {
        const words = value.map((one, index) => leafWords(one, `${path}/${index}`, lang))
        leaves.set(labels.join(separator), words.join(lang === 'zh' ? '、' : ', '))
      } else
        for (const [index, one] of value.entries())
          walk(one, `${path}/${index}`, [...labels, memberLabel(one, path, index, lang)], true)
      return
    }
    if (typeof value === 'object' && value !== null) {
      const isBilingual = 'zh' in value && 'en' in value && value.zh === value.en
      for (const [name, member] of Object.entries(value)) {
        if ((inMember && telling.has(name)) || (isBilingual && name === 'en')) continue
        const label = holding.has(name) ? [] : [sheetFieldWords(name)[lang]]
        walk(member, `${path}/${name}`, [...labels, ...label], false)
      }
      if (inMember && Object.keys(value).every((name) => telling.has(name)))
        leaves.set(labels.join(separator), lang === 'zh' ? '有' : 'yes')
      return
    }
    if (value !== undefined) leaves.set(labels.join(separator), leafWords(value, path, lang))
  }
  walk(root, '', [], false)
  return leaves
}

function memberLabel(member: unknown, path: string, index: number, lang: Language): string {
  const fields = typeof member === 'object' && member !== null ? member : {}
  const say = (name: string): string => {
    const value = name in fields ? (fields as Record<string, unknown>)[name] : undefined
    return typeof value === 'string' ? choiceInWords(value)[lang] : ''
  }
  if ('stage' in fields) return say('stage')
  if ('window' in fields)
    return lang === 'zh'
      ? `${say('scope')}${say('window')}封顶（${say('of')}）`
      : `cap ${say('window')} (${say('scope')}, ${say('of')})`
  if ('name' in fields && typeof fields.name === 'object' && fields.name !== null)
    return wordsIn(fields.name as Bilingual, lang)
  const field = sheetFieldWords(path.split('/').at(-1) ?? '')[lang]
  return lang === 'zh' ? `${field}第 ${index + 1} 条` : `${field} no. ${index + 1}`
}

function leafWords(value: unknown, path: string, lang: Language): string {
  if (typeof value === 'number') {
    const { per, unit } = measureOf(path)
    const shown = value / per
    return `${shown}${shown === 1 && lang === 'en' ? unit.en.replace(/s$/, '') : unit[lang]}`
  }
  if (typeof value === 'boolean')
    return lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  return choiceInWords(String(value))[lang]
}

/** The sheet with the Chinese words wherever its English was left empty. */
export function withEnglish<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withEnglish) as T
  if (typeof value !== 'object' || value === null) return value
  const filled: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withEnglish<unknown>(member)]),
  )
  const { zh, en } = filled
  if (typeof zh === 'string' && (en === undefined || (typeof en === 'string' && en.trim() === '')))
    filled['en'] = zh
  return filled as T
}
