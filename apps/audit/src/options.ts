import { parseArgs } from 'node:util'
import { AuditError } from './errors.ts'

export const USAGE = `azalea-audit <log URL> [--policy FILE] [--state FILE] [--full] [--openings FILE] [--json FILE] [--html FILE]

Downloads a village's open log and recomputes everything in it: signatures and witnesses, the tree,
every award from its inputs and the rule sheet, every household's honour, every board, every daily
statement. Prints what does not agree, entry by entry.

  <log URL>       e.g. https://village.example/log/330109102259, or a folder with a copy
  --policy FILE   whom to trust (tlog-policy); without it, whom the log itself names
  --state FILE    remember what was seen: the next audit reads only what is new, and notices when
                  what was seen before has changed; an audit that was cut off goes on there
  --full          read everything again, whatever the state says
  --openings FILE what the committee let you open (from the workbench): each part is held against
                  its commitment; the log is read once more for it
  --json FILE     the report for programs
  --html FILE     the report as a page
  --help          print this

Ends with 0 when everything agrees, 1 when something does not, 2 when the log could not be audited.
`

export interface Options {
  readonly log: string
  readonly policy: string | null
  readonly state: string | null
  readonly full: boolean
  readonly openings: string | null
  readonly json: string | null
  readonly html: string | null
}

/** Null when only help was asked for. @throws AuditError 'usage' */
export function readOptions(args: readonly string[]): Options | null {
  const { values, positionals } = parse(args)
  if (values.help) return null
  const [log, ...more] = positionals
  if (log === undefined || more.length > 0) throw new AuditError('usage', 'name one log')
  return {
    log,
    policy: values.policy ?? null,
    state: values.state ?? null,
    full: values.full ?? false,
    openings: values.openings ?? null,
    json: values.json ?? null,
    html: values.html ?? null,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        policy: { type: 'string' },
        state: { type: 'string' },
        full: { type: 'boolean' },
        openings: { type: 'string' },
        json: { type: 'string' },
        html: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new AuditError('usage', error instanceof Error ? error.message : String(error))
  }
}
