import {
  base64DecodeHash,
  proveConsistency,
  TlogError,
  type TreeHead,
  type TileReader,
} from '@azalea/tlog'
import type { NamedCheckpoint } from './village-state/spot-checks.ts'
import type { Findings } from './findings.ts'
import { hasher } from './suite.ts'

/** Whether the checkpoints that entries name are of this log: its tree had that root at that size. */
export async function checkCheckpoints(
  readTile: TileReader,
  log: TreeHead & { readonly origin: string },
  checkpoints: readonly NamedCheckpoint[],
  findings: Findings,
): Promise<void> {
  for (const { index, origin, size, root } of checkpoints) {
    const told = `the checkpoint of ${size} entries that it names`
    if (origin !== log.origin) findings.add('spot_check_wrong', index, `${told} is of another log`)
    else if (!(await hadRoot(readTile, log, size, root)))
      findings.add('spot_check_wrong', index, `${told} has another root`)
  }
}

async function hadRoot(
  readTile: TileReader,
  head: TreeHead,
  size: number,
  root: string,
): Promise<boolean> {
  try {
    const old = { size, rootHash: base64DecodeHash(root) }
    await proveConsistency(hasher, readTile, old, head)
    return true
  } catch (error) {
    if (!(error instanceof TlogError)) throw error
    return false
  }
}
