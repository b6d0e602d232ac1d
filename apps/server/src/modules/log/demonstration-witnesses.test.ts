import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quorumHolds } from '@azalea/tlog'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { bundleDaemon } from '../../../../witness/test/daemon.ts'
import { useTestDatabase } from '../../../test/database.ts'
import { foundBareVillage, LOG_START, logKeyring, PUBLIC_URL } from '../../../test/log-village.ts'
import { ManualClock } from '../../platform/clock.ts'
import { startDemonstrationWitnesses } from './demonstration-witnesses.ts'
import { systemClock } from '../../platform/clock.ts'
import { readStatus } from './read-status.ts'
import { Sequencer } from './sequencer.ts'

const folder = mkdtempSync(join(tmpdir(), 'azalea-demonstration-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('start with their keys of before, see what is published, and either is enough', async () => {
  const { database, owner } = await useTestDatabase()
  const village = '330109102259'
  await foundBareVillage(owner, village)
  const clock = new ManualClock(LOG_START)
  const parts = { database, clock, keyring: logKeyring, publicUrl: PUBLIC_URL }
  const problems: string[] = []
  const program = await bundleDaemon(folder)
  const onProblem = (problem: string) => void problems.push(problem)
  const start = () => startDemonstrationWitnesses({ ...parts, program, folder, onProblem })
  const first = await start()
  await first.stop()
  const second = await start()
  onTestFinished(() => second.stop())
  const { policy } = second
  expect(policy.witnesses.map(({ key }) => key)).toEqual(
    first.policy.witnesses.map(({ key }) => key),
  )
  for (const { name } of policy.witnesses)
    expect(quorumHolds({ logs: [], ...policy }, new Set([name]))).toBe(true)
  expect(quorumHolds({ logs: [], ...policy }, new Set())).toBe(false)

  const one = new Sequencer(
    { ...parts, witnesses: () => policy, onFault: (fault) => onProblem(String(fault)) },
    village,
  )
  await one.tick()
  const status = await database.inVillage(village, (db) =>
    readStatus(db, village, policy, systemClock.now()),
  )
  expect(status.witnesses.filter(({ seenAt }) => seenAt !== null)).toHaveLength(2)
  expect([status.witnessesNeeded, problems]).toEqual([1, []])
})
