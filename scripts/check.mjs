// `npm run check`: everything that can be known without running the product.
import fs from 'node:fs'
import path from 'node:path'
import { checkBoundaries } from './boundaries.mjs'
import { lintArguments } from './lint-arguments.mjs'
import { root, run, runInstalled, stage } from './stages.mjs'

const stages = [
  ['format', () => runInstalled('oxfmt', ['--check'])],
  ['lint and types', () => runInstalled('oxlint', lintArguments)],
  ['types of parts', checkParts],
  ['boundaries', reportBoundaries],
  ['generated files', () => run(process.execPath, ['scripts/generate.mjs', '--check'])],
]

const failed = []
for (const [name, work] of stages) {
  if (!(await stage(name, work))) failed.push(name)
}
if (failed.length > 0) {
  console.error(`\nThe check failed: ${failed.join(', ')}`)
  process.exitCode = 1
}

/**
 * Lint has read every folder's tsconfig.json. Beside it may stand narrower ones, of a part that is to
 * know less: the sources of a package no platform, a worker no page.
 */
async function checkParts() {
  const results = []
  for (const project of partProjects()) {
    const succeeded = await runInstalled('tsc', ['-p', project])
    if (!succeeded) console.error(`types: ${project}`)
    results.push(succeeded)
  }
  return results.every(Boolean)
}

function partProjects() {
  const workspaces = ['packages', 'apps'].flatMap((folder) =>
    fs.readdirSync(path.join(root, folder)).map((name) => path.join(folder, name)),
  )
  return workspaces.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder))
      .filter((name) => /^tsconfig\..+\.json$/.test(name))
      .map((name) => path.join(folder, name)),
  )
}

async function reportBoundaries() {
  const { moduleCount, violations } = await checkBoundaries(root)
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`)
  console.log(`${moduleCount} modules read`)
  return violations.length === 0 && moduleCount > 0
}
