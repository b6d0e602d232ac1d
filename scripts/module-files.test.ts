import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceModules } from './source-files.mjs'

const root = path.resolve(import.meta.dirname, '..')
const sources = sourceModules(root)
  .filter((file) => !/\.test\.tsx?$|\/(test|fixtures|season)\//.test(file))
  .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), 'utf8') }))

/** Where a module lives: a folder of its own in each program, or files of its own name. */
const modules = {
  money: [
    'apps/server/src/modules/money/',
    'apps/web/src/features/money/',
    'packages/records/src/budget/',
    'packages/records/src/payment-run/',
    'packages/records/src/year-end/',
    'packages/client/src/messages/about-money.ts',
    'apps/audit/src/village-state/judges/money-judge.ts',
    'apps/audit/src/village-state/budgets.ts',
    'apps/audit/src/village-state/payments.ts',
    'apps/audit/src/village-state/year-ends.ts',
  ],
} as const

const isOwn = (file: string, folders: readonly string[]) =>
  folders.some((folder) => file.startsWith(folder))

/** Files elsewhere that import something of these folders: what has to be touched when it is added. */
function importers(folders: readonly string[]): string[] {
  return sources
    .filter(({ file }) => !isOwn(file, folders))
    .filter(({ file, text }) =>
      [...text.matchAll(/from '(\.[^']+)'/g)].some(([, what = '']) =>
        isOwn(path.join(path.dirname(file), what), folders),
      ),
    )
    .map(({ file }) => file)
}

describe.each(Object.entries(modules))('the module %s', (_, folders) => {
  it('is named by few files outside its own folders', () => {
    // What is built on it uses it; whoever adds a module touches none of them.
    const users =
      /^apps\/server\/src\/modules\/[a-z-]+\/|^apps\/audit\/src\/village-state\/(?!parts|village-state)[a-z-]+\.ts$/
    // With `access.json`, which is no source, that is five.
    expect(
      importers(folders)
        .filter((file) => !users.test(file))
        .toSorted(),
    ).toEqual([
      'apps/audit/src/village-state/judges/index.ts',
      'apps/server/src/modules.ts',
      'packages/client/src/messages/message-text.ts',
      'packages/records/src/records.ts',
    ])
  })
})
