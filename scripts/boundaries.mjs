import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { importsInCycles } from './cycles.mjs'
import { root } from './stages.mjs'
import { locksSideBySide } from './locks-side-by-side.mjs'
import { sourceModules } from './source-files.mjs'
import { untypedCalls } from './untyped-calls.mjs'

/**
 * Checks the imports below `base` against the module map in its `.dependency-cruiser.cjs`.
 *
 * The cruiser answers "no violations" also when it could not read a language it was given, so a
 * module that exists and was not read is a violation too.
 *
 * @param {string} base a checkout, or a copy of one
 * @returns {Promise<{ moduleCount: number, violations: { rule: string, from: string, to: string }[] }>}
 */
export async function checkBoundaries(base) {
  const expected = sourceModules(base)
  const { modules, summary } = await cruise(base)
  const read = new Set(modules.map(({ source }) => path.normalize(source)))
  const unread = expected.filter((file) => !read.has(file))
  return {
    moduleCount: expected.length - unread.length,
    violations: [
      ...summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
      ...importsInCycles(modules).map(({ from, to }) => ({ rule: 'no-cycles', from, to })),
      ...expected
        .filter((file) => file.endsWith('/tables.ts') && importsQueries(base, file))
        .map((file) => ({ rule: 'tables-are-only-types', from: file, to: 'kysely or pg' })),
      ...locksSideBySide(base, expected).map(({ file, lock }) => ({
        rule: 'locks-not-side-by-side',
        from: file,
        to: lock,
      })),
      ...untypedCalls(base, expected).map(({ file, way }) => ({
        rule: 'web-asks-by-typed-calls',
        from: file,
        to: way,
      })),
      ...unread.map((file) => ({ rule: 'every-module-is-read', from: file, to: '' })),
    ],
  }
}

/** The cruiser's swc parser does not tell a type import from another, so the text is asked. */
function importsQueries(base, file) {
  const text = fs.readFileSync(path.join(base, file), 'utf8')
  const imports = text.matchAll(/^import\s+(type\s)?([^;'"]*?)\s*from\s+['"](?:kysely|pg)['"]/gm)
  const isType = (name) => name === '' || name.startsWith('type ')
  return [...imports].some(
    ([, type, names]) =>
      !type &&
      !names
        .replaceAll(/[{}]/g, '')
        .split(',')
        .every((name) => isType(name.trim())),
  )
}

async function cruise(base) {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages', 'apps']
  const preload = pathToFileURL(path.join(root, 'scripts/parse-tsx-with-swc.mjs')).href
  const child = spawn(process.execPath, ['--import', preload, program, ...args], { cwd: base })
  const [output, complaints] = [[], []]
  child.stdout.on('data', (data) => output.push(data))
  child.stderr.on('data', (data) => complaints.push(data))
  // Its exit code counts violations, which are in the answer as well.
  await new Promise((resolve) => child.once('close', resolve))
  try {
    return JSON.parse(Buffer.concat(output).toString())
  } catch {
    throw new Error(`dependency-cruiser failed: ${Buffer.concat(complaints).toString()}`)
  }
}
