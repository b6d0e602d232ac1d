import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditMade } from '../test/audit-made.ts'
import { auditAt, Dice, inFolder, makeLog, type Files } from '../test/copied-log.ts'
import { MadeLog } from '../test/made-log.ts'
import { SyntheticVillage, type MadeEntry } from '../test/synthetic-village.ts'
import { DOES_NOT_AGREE, NOT_AUDITED } from './command.ts'

const SEED = process.env['AZALEA_FUZZ_SEED'] ?? 'signed garbage 1'
const LOGS = 40
const LIES_A_LOG = 6

const village = new SyntheticVillage({ households: 3, days: 12, ratingsADay: 6, shiftsADay: 2 })
let entries: readonly MadeEntry[]

beforeAll(() => {
  entries = [...village.days()].flat()
})

/** What no honest server writes; strings stand where days, names and hashes are due. */
const odd: readonly unknown[] = [
  null,
  0,
  -1,
  Number.MAX_SAFE_INTEGER,
  '',
  '9999-12-31',
  '0000-00-00',
  '2026-02-30',
  '__proto__',
  '\u001b[2J',
  'a'.repeat(20_000),
  [],
  {},
  [[[[]]]],
  true,
]

/** Puts something odd in the place of a value, however deep it stands. */
function twist(value: object, dice: Dice): void {
  const places = Object.entries(value)
  if (places.length === 0) return
  const [name, member] = dice.one(places) as [string, unknown]
  if (member !== null && typeof member === 'object' && dice.below(3) > 0) twist(member, dice)
  else (value as Record<string, unknown>)[name] = dice.one(odd)
}

describe('what an operator signs, whatever it is,', () => {
  it('is judged', async () => {
    for (let no = 0; no < LOGS; no++) {
      const dice = new Dice(`${SEED} ${no}`)
      const made = [...entries]
      for (let lie = 0; lie < LIES_A_LOG; lie++) {
        const at = dice.below(made.length)
        made[at] = structuredClone(made[at]!)
        if (dice.below(4) > 0) twist(made[at].public, dice)
        else made[at].at = String(dice.one(odd))
      }
      const audited = await auditMade(village, made)
      expect(audited.village, `${SEED} ${no}`).not.toBeNull()
    }
  })

  const auditOf = async (...texts: readonly string[]) => {
    const files: Files = new Map()
    const log = new MadeLog((path, bytes) => files.set(path, bytes))
    for (const text of texts) log.append(text)
    await log.publish()
    return inFolder(files, auditAt)
  }

  it('is judged when it is nested without end', async () => {
    for (const text of [
      `${'['.repeat(32_000)}${']'.repeat(32_000)}`,
      `{"public":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    ]) {
      const { code, said } = await auditOf(text)
      expect(code).toBe(DOES_NOT_AGREE)
      expect(said).toContain('entry_unreadable entry 0: it is not canonical JSON')
    }
  })

  it('does not write on the terminal what it likes', async () => {
    const lie = '\u001b[2J\u001b[H\u202e\r\nEverything agrees.\n'
    const head = { at: '2026-01-05', commitments: [], id: '0', kind: lie, public: {}, v: 1 }
    const { code, said } = await auditOf(JSON.stringify({ ...head, village: lie }))
    expect(code).toBe(DOES_NOT_AGREE)
    expect(said).not.toMatch(/^Everything agrees/m)
    expect(said.replaceAll('\n', '')).not.toMatch(/\p{C}/u)
  })
})

describe('the command', () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const inShell = (line: string, ...args: readonly string[]) =>
    new Promise<{ out: string; err: string }>((resolve) => {
      const run = ['-o', 'pipefail', '-c', line, 'bash', process.execPath, '--import', 'tsx', main]
      execFile('bash', [...run, ...args], (_error, out, err) => resolve({ out, err }))
    })

  it('ends quietly when nobody reads on', { timeout: 90_000 }, async () => {
    const { files } = await makeLog()
    const changed = new Map(files)
    for (const path of files.keys()) if (path.startsWith('document/')) changed.delete(path)
    await inFolder(changed, async (folder) => {
      const cut = await inShell('"$@" | true; echo "${PIPESTATUS[0]}"', folder)
      expect(cut).toEqual({ out: `${NOT_AUDITED}\n`, err: '' })
      const json = `${folder}/report.json`
      const kept = await inShell('"$@" | true; echo "${PIPESTATUS[0]}"', folder, '--json', json)
      expect(kept).toEqual({ out: `${DOES_NOT_AGREE}\n`, err: '' })
      const full = await inShell('"$@" >/dev/full; echo "$?"', folder)
      expect(full.out).toBe(`${NOT_AUDITED}\n`)
      expect(full.err).toMatch(/^azalea-audit: ENOSPC[^\n]*\n$/)
    })
  })

  it('says in a sentence which file it cannot use', async () => {
    const { files } = await makeLog()
    await inFolder(files, async (folder) => {
      for (const args of [
        ['--json', `${folder}/no/such/folder.json`],
        ['--policy', `${folder}/no-policy`],
        ['--state', `${folder}/tile`],
        ['--state', `${folder}/no/such/folder.json`],
      ]) {
        const { code, said } = await auditAt(folder, {}, ...args)
        expect(code).toBe(NOT_AUDITED)
        expect(said).toMatch(/^azalea-audit: [^\n]+\n$/)
      }
    })
  })
})
