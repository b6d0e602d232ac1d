import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceModules } from './source-files.mjs'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')

/** The kind, its file, and the name under which it is exported. */
const kinds = [
  ...read('packages/records/src/records.ts').matchAll(/{ (\w+) } from '\.\/(.*)\.ts'/g),
].map(([, name = '', file = '']) => ({
  name,
  file: `packages/records/src/${file}.ts`,
  kind: file.replace('/', '.'),
}))
const sources = sourceModules(root)
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: read(file) }))

/** What CONTRIBUTING.md says of adding a kind, beside its own file. */
const expected = {
  list: 'packages/records/src/records.ts',
  judges: /^apps\/audit\/src\/village-state\/judges\/[a-z-]+-judge\.ts$/,
  writers: /^apps\/server\/src\/modules\//,
}

describe('a record kind', () => {
  it('stands in CONTRIBUTING.md with the files it touches', () => {
    const page = read('CONTRIBUTING.md')
    const begin = page.indexOf('## Adding a record kind')
    const [steps = ''] = page.slice(begin).split('\n## ', 1)
    expect([...steps.matchAll(/^\d\. /gm)]).toHaveLength(6)
  })

  it.each(kinds)(
    '$kind touches its file, the list, one judge, and who appends it',
    ({ name, file, kind }) => {
      const naming = new RegExp(`\\b${name}\\b`)
      const named = sources.filter(
        ({ text }) => naming.test(text) && text.includes('@azalea/records'),
      )
      // An event of a module may bear the same name.
      for (const one of named) expect(one.file).toMatch(expected.writers)
      const spelt = sources.filter(({ text }) => text.includes(`'${kind}':`))
      const judges = spelt.map((one) => one.file).filter((one) => expected.judges.test(one))
      expect(judges).toHaveLength(1)
      expect(read(expected.list)).toContain(`{ ${name} }`)
      expect(sources.map((one) => one.file)).toContain(file)
    },
  )

  it('is appended by few: who writes one kind is one module', () => {
    for (const { name } of kinds) {
      const writers = sources.filter(
        ({ file, text }) =>
          file.startsWith('apps/server/src/modules/') && text.includes(`${name}(`),
      )
      const modules = new Set(writers.map(({ file }) => file.split('/')[4]))
      expect([name, modules.size <= 1]).toEqual([name, true])
    }
  })
})
