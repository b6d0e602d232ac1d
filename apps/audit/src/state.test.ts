import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditMade } from '../test/audit-made.ts'
import { SyntheticVillage } from '../test/synthetic-village.ts'
import { readState, writeState, type AuditState } from './state.ts'

const village = new SyntheticVillage({ households: 4, days: 3, ratingsADay: 2, shiftsADay: 1 })
const entries = [...village.days()].flat()
let folder: string
let file: string
let state: AuditState
let written: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'azalea-audit-'))
  file = path.join(folder, 'audit.json')
  state = (await auditMade(village, entries)).state!
  await writeState(file, state)
  written = await readFile(file, 'utf8')
})
afterAll(() => rm(folder, { recursive: true }))

const refused = { code: 'bad_state', message: expect.stringContaining('remove it to begin anew') }

describe('the state of an audit', () => {
  it('is read back as it was written', async () => {
    const { sha256, ...read } = (await readState(file)) as AuditState & { sha256: string }
    expect(read).toEqual(state)
    expect(sha256).toHaveLength(64)
    expect(await readState(path.join(folder, 'none.json'))).toBeNull()
  })

  it('is refused with one sentence where anything but azalea-audit wrote it', async () => {
    const other = JSON.stringify({ ...state, village: {} })
    const garbage = [
      '',
      'null',
      '[]',
      '\0\0\0',
      `{"format":"${state.format}"}`,
      JSON.stringify(state),
      other,
      written.slice(0, -1),
      written.replace('"size":', '"size":1'),
      written.replace(state.format, 'azalea-audit-state/6'),
      `${other.slice(0, -1)}${written.slice(-76)}`,
    ]
    for (const text of garbage) {
      await writeFile(file, text)
      await expect(readState(file), text.slice(0, 60)).rejects.toMatchObject(refused)
    }
  })

  it('of a version that kept less is refused with a sentence', async () => {
    const { queues: _, ...less } = state.village
    const older = { ...state, village: less as AuditState['village'] }
    await expect(auditMade(village, entries, { state: older })).rejects.toMatchObject(refused)
  })
})
