import { decodeText } from '@azalea/text'
import { readFile, writeFile } from 'node:fs/promises'
import { TlogError } from '@azalea/tlog'
import { audit } from './audit.ts'
import { AuditError } from './errors.ts'
import { PATIENCE, type Patience } from './fetch-file.ts'
import { Findings } from './findings.ts'
import { openLogSource } from './log-source.ts'
import { readOptions, USAGE, type Options } from './options.ts'
import { oneLine } from './one-line.ts'
import { count, lineOf, reportOf, summaryOf, type Report } from './report.ts'
import { pageOf } from './report-page.ts'
import { readLines } from './read-lines.ts'
import { readState, writeState } from './state.ts'

const PROGRESS_MILLISECONDS = 2_000
export const AGREES = 0
export const DOES_NOT_AGREE = 1
export const NOT_AUDITED = 2

/** Where the command speaks. */
export interface Voice {
  readonly out: (text: string) => unknown
  readonly err: (text: string) => unknown
  /** Told what was asked for, before the work begins. */
  readonly onOptions?: (options: Options) => void
}

/** The command `azalea-audit`; gives its exit code. */
export async function runCommand(
  args: readonly string[],
  voice: Voice,
  patience: Patience = PATIENCE,
): Promise<number> {
  try {
    const options = readOptions(args)
    if (options === null) {
      voice.out(USAGE)
      return AGREES
    }
    voice.onOptions?.(options)
    return await auditAsAsked(options, voice, patience)
  } catch (error) {
    voice.err(`azalea-audit: ${sentenceOf(error)}\n`)
    if (error instanceof AuditError && error.code === 'usage') voice.err(`\n${USAGE}`)
    return NOT_AUDITED
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isOfSystem = 'syscall' in error // such as a report that cannot be written
  const isExpected = error instanceof AuditError || error instanceof TlogError || isOfSystem
  return isExpected ? oneLine(error.message) : (error.stack ?? error.message)
}

async function auditAsAsked(options: Options, voice: Voice, patience: Patience): Promise<number> {
  const begun = performance.now()
  const findings = new Findings((finding) => voice.out(`${lineOf(finding)}\n`))
  const outcome = await audit({
    source: openLogSource(options.log, patience),
    policy: options.policy === null ? null : await readPolicyFile(options.policy),
    state: options.state === null ? null : await readState(options.state),
    full: options.full,
    openings: options.openings === null ? null : readLines(options.openings),
    findings,
    onProgress: tellProgress(voice),
    onState: async (state) => {
      if (options.state !== null) await writeState(options.state, state)
    },
  })
  const seconds = (performance.now() - begun) / 1000
  const report = reportOf(options.log, outcome, findings, seconds)
  await writeReports(options, report)
  voice.out(summaryOf(report))
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
function tellProgress(voice: Voice): (read: number, size: number) => void {
  let told = performance.now()
  return (read, size) => {
    if (performance.now() - told < PROGRESS_MILLISECONDS) return
    told = performance.now()
    const percent = Math.floor((100 * read) / size)
    voice.err(`${count(read)} of ${count(size)} entries (${percent} %)\n`)
  }
}
