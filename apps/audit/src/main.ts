import { decodeText } from '@azalea/text'
import { readFile, writeFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { TlogError } from '@azalea/tlog'
import { audit } from './audit.ts'
import { AuditError } from './errors.ts'
import { Findings } from './findings.ts'
import { openLogSource } from './log-source.ts'
import { readOptions, USAGE, type Options } from './options.ts'
import { count, lineOf, reportOf, summaryOf, type Report } from './report.ts'
import { pageOf } from './report-page.ts'
import { readLines } from './read-lines.ts'
import { readState, writeState } from './state.ts'

// What is kept grows with the accounts, not with the entries; without this, garbage would.
setFlagsFromString('--heap-growing-percent=25')

const PROGRESS_MILLISECONDS = 2_000
const AGREES = 0
const DOES_NOT_AGREE = 1
const NOT_AUDITED = 2

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (options === null) {
    process.stdout.write(USAGE)
    return AGREES
  }
  const begun = performance.now()
  const findings = new Findings((finding) => process.stdout.write(`${lineOf(finding)}\n`))
  const outcome = await audit({
    source: openLogSource(options.log),
    policy: options.policy === null ? null : await readPolicyFile(options.policy),
    state: options.state === null ? null : await readState(options.state),
    full: options.full,
    openings: options.openings === null ? null : readLines(options.openings),
    findings,
    onProgress: tellProgress(),
    onState: async (state) => {
      if (options.state !== null) await writeState(options.state, state)
    },
  })
  const seconds = (performance.now() - begun) / 1000
  const report = reportOf(options.log, outcome, findings, seconds)
  await writeReports(options, report)
  process.stdout.write(summaryOf(report))
  return report.agrees ? AGREES : DOES_NOT_AGREE
}

/** @throws AuditError 'bad_policy' */
async function readPolicyFile(path: string): Promise<string> {
  const text = decodeText(await readFile(path))
  if (text === null) throw new AuditError('bad_policy', `${path} is not a text.`)
  return text
}

async function writeReports({ json, html }: Options, report: Report): Promise<void> {
  if (json !== null) await writeFile(json, jsonOf(report))
  if (html !== null) await writeFile(html, pageOf(report))
}

/** A finding on a line, in pieces: a log that lies everywhere makes a long report. */
function* jsonOf({ findings: { all, ...findings }, ...report }: Report): Generator<string> {
  const head = JSON.stringify({ ...report, findings }, null, 2)
  yield `${head.slice(0, head.lastIndexOf('\n  }'))},\n    "all": [`
  for (const [no, finding] of all.entries())
    yield `${no > 0 ? ',' : ''}\n      ${JSON.stringify(finding)}`
  yield '\n    ]\n  }\n}\n'
}

/** A line on standard error every other second. */
function tellProgress(): (read: number, size: number) => void {
  let told = performance.now()
  return (read, size) => {
    if (performance.now() - told < PROGRESS_MILLISECONDS) return
    told = performance.now()
    const percent = Math.floor((100 * read) / size)
    process.stderr.write(`${count(read)} of ${count(size)} entries (${percent} %)\n`)
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const isExpected = error instanceof AuditError || error instanceof TlogError
  const told = isExpected ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`azalea-audit: ${told}\n`)
  if (error instanceof AuditError && error.code === 'usage') process.stderr.write(`\n${USAGE}`)
  process.exitCode = NOT_AUDITED
}
