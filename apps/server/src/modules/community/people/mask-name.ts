import { charactersOfName, cleanName } from '@azalea/text'

/** Surnames of two characters that are met today, so that 欧阳明 becomes 欧阳× and not 欧×明. */
const compoundSurnames = new Set(
  (
    '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒 司空 端木 轩辕 宇文 长孙 独孤 南宫 百里 ' +
    '东郭 西门 呼延 钟离 闾丘 申屠 公羊 澹台 濮阳 淳于 单于 太史 太叔 仲孙 赫连 鲜于 拓跋 万俟 闻人 公冶 ' +
    '宗政 夹谷 谷梁 第五 左丘 梁丘 东门 南门 羊舌 微生 公良 公西 漆雕 乐正 壤驷 巫马 歐陽 司馬 諸葛 東方'
  ).split(' '),
)

const MASK = '×'

/**
 * A name as it may be published: 陈×芳, 张×, 欧阳×, 买××·阿××. Counted by code point, so that a rare
 * character outside the BMP stays whole. A name that was erased (null) is a single ×.
 */
export function maskName(name: string | null): string {
  const trimmed = cleanName(name ?? '')
  if (trimmed === '') return MASK
  const parts = trimmed.split('·')
  if (parts.length > 1) return parts.map(maskPart).join('·')
  const characters = charactersOfName(trimmed)
  const surname = surnameLength(characters)
  const rest = characters.slice(surname)
  if (!/^\p{Script=Han}/u.test(trimmed)) return maskPart(trimmed)
  if (characters.length === 1) return MASK
  if (rest.length === 1) return `${characters.slice(0, surname).join('')}${MASK}`
  return `${characters.slice(0, surname).join('')}${MASK.repeat(rest.length - 1)}${rest.at(-1) ?? ''}`
}

function surnameLength(characters: readonly string[]): number {
  return characters.length >= 3 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1
}

function maskPart(part: string): string {
  const [first = '', ...rest] = charactersOfName(part)
  // The length of a long name is told no further than three marks.
  return `${first}${MASK.repeat(Math.min(Math.max(rest.length, 1), 2))}`
}
