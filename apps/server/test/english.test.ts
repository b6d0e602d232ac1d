import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Refusal, type RefusalText } from '../src/platform/refusal.ts'

const source = new URL('../src/', import.meta.url)
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('refusals.ts'),
)

async function tableIn(file: string): Promise<Record<string, RefusalText>> {
  const exported: Record<string, unknown> = await import(new URL(file, source).href)
  const tables = Object.values(exported).flatMap((one) =>
    typeof one === 'function' && 'table' in one ? [one.table as Record<string, RefusalText>] : [],
  )
  return Object.assign({}, ...tables)
}

it('every refusal has one of anything in the singular in English, and typographic apostrophes', async () => {
  const found: string[] = []
  for (const file of files)
    for (const [code, text] of Object.entries(await tableIn(file))) {
      const names = [...text.en.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
      const params = Object.fromEntries(names.map((name) => [name, 1]))
      const said = new Refusal(code, text, params).sentence('en')
      if (
        /(?:^|[^\d.,:\w])1 (?!(?:lies|does|this)\b)(?:[a-z]*[a-rt-z]s|people)\b/.test(said) ||
        /\w'\w/.test(said)
      )
        found.push(`${code}: ${said}`)
    }
  expect(files.length).toBeGreaterThan(5)
  expect(found).toEqual([])
})
