/**
 * Reads a number as people write it: full-width digits and signs, thousands marks, spaces.
 * `null` for an empty text, `undefined` for what is no number.
 */
export function parseNumber(text: string): number | null | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace('−', '-')
    .replace('。', '.')
  if (plain === '') return null
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined
  return Number(plain)
}
