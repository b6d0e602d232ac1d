// `npm test`: the tests on a real PostgreSQL, then the journeys in a real browser beside the check.
// A stage that fails does not hide the next; the last line counts all of them.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root, run, runInstalled, stage } from './stages.mjs'

const resultsDir = path.join(root, 'test-results')
const workers = '2'

const totals = { passed: 0, failed: 0 }
fs.mkdirSync(resultsDir, { recursive: true })

const village = openVillage()
await testStage('tests', ['--project', 'unit', '--project', 'server'])
const settings = { KEPT_VILLAGE: await village.printed }
// The journeys wait for the browser much of their time; the check tells only what it finds wrong.
await Promise.all([testStage('journeys', ['--project', 'journeys'], settings), check()])
await village.close()

console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = totals.failed === 0 ? 0 : 1

async function check() {
  const checks = () => run(process.execPath, ['scripts/check.mjs'], { quiet: true })
  if (!(await stage('check', checks))) totals.failed += 1
}

/**
 * Begins to load the village of the journeys. Nothing is printed when it could not be had: then the
 * journeys load one themselves, and say what is wrong.
 */
function openVillage() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/keep-village.ts'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const printed = new Promise((resolve) => {
    child.stdout.once('data', (line) => resolve(String(line).trim()))
    void ended.then(() => resolve(''))
  })
  const close = () => {
    child.stdin.end()
    return ended
  }
  return { printed, close }
}

async function testStage(name, selection, settings = {}) {
  const report = path.join(resultsDir, `${name}.json`)
  fs.rmSync(report, { force: true })
  const succeeded = await stage(name, () =>
    runInstalled(
      'vitest',
      [
        'run',
        ...selection,
        `--maxWorkers=${workers}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { env: { ...process.env, ...settings } },
    ),
  )
  const { passed, failed } = countOf(report)
  totals.passed += passed
  // A run that fails without a failing test (it could not start, a file could not be loaded, a
  // promise was left rejected) is a failure too: the last line must never look green for it.
  totals.failed += succeeded ? failed : Math.max(failed, 1)
}

function countOf(report) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 0 }
  const { numPassedTests, testResults } = JSON.parse(fs.readFileSync(report, 'utf8'))
  const failedIn = ({ status, assertionResults }) => {
    const failedTests = assertionResults.filter((test) => test.status === 'failed').length
    return status === 'failed' ? Math.max(failedTests, 1) : failedTests
  }
  const failed = testResults.reduce((sum, file) => sum + failedIn(file), 0)
  return { passed: numPassedTests, failed }
}
