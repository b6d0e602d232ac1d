import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const run = promisify(execFile)

/** As `npx` finds them after `npm ci`. */
const command = (name: string) => path.join(root, 'node_modules/.bin', name)

it.each([
  ['azalea-audit', 'apps/audit'],
  ['azalea-witness', 'apps/witness'],
  ['azalea-ratings', 'apps/calibration'],
  ['azalea-rules', 'apps/calibration'],
])('%s runs in a checkout where nothing was built', async (name, folder) => {
  await rm(path.join(root, folder, 'dist'), { recursive: true, force: true })
  const { stdout } = await run(command(name), ['--help'])
  expect(stdout).toMatch(new RegExp(`^${name} `))
})

it('azalea-audit says in one line what it could not read, and ends with 2', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'azalea-audit-'))
  await writeFile(path.join(folder, 'policy'), 'quorum none\n')
  const failed = await run(command('azalea-audit'), [folder]).catch((error: unknown) => error)
  expect(failed).toMatchObject({ code: 2, stderr: expect.stringMatching(/^azalea-audit: .*\n$/) })
})
