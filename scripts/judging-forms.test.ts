import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Where nobody is judged: something is told, an office given, a vote entered. */
const tells = new Set([
  'POST /api/awards/{id}/objections',
  'POST /api/breach-reports',
  'POST /api/roles/grant',
  'POST /api/notices',
  'POST /api/rule-sheets/{id}/adopt',
])

const root = join(import.meta.dirname, '../apps/web/src')
const server = join(root, '../../server/src/modules')
const duties = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|\/)duties\.ts$/.test(name))
  .flatMap((name) => [...readFileSync(join(server, name), 'utf8').matchAll(/'(POST [^']+)':/g)])
  .map(([, route = '']) => route)
const judging = duties
  .filter((route) => !tells.has(route))
  .map((route) => `'${route.slice('POST '.length)}'`)
const sources = readdirSync(join(root, 'features'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name, text: readFileSync(join(root, 'features', name), 'utf8') }))
const judges = sources.filter(({ text }) => judging.some((route) => text.includes(route)))

describe('the forms by which people are judged', () => {
  it('are found by the commands that they send', () => {
    const names = judges.map(({ name }) => name)
    expect(names).toContain('objections/answer-form.tsx')
    expect(names).toContain('notices-admin/repair-award.tsx')
    expect(names).toContain('workbench/decision-form.tsx')
  })

  it.each([...judges.map(({ name }) => name), 'breach-reports/judge-forms.tsx'])(
    '%s lets choose by components that begin with nothing',
    (name) => {
      const { text } = sources.find((one) => one.name === name) ?? { text: '' }
      expect(text).not.toBe('')
      expect(text).not.toMatch(/<Segmented\b/)
      expect(text).not.toMatch(/useState<\w*(Verdict|Outcome|Choice|Decision|Stars?)\w*>\('/)
    },
  )
})
