import { readFile } from 'node:fs/promises'
import {
  createVerifierKey,
  formatPolicy,
  parsePolicy,
  type Policy,
  type VerifierKey,
} from '@azalea/tlog'
import { ConfigError } from '../../platform/config.ts'
import { nodeSuite } from '../../platform/ed25519.ts'
import { logPath } from './log-signer.ts'
import type { LogRow } from './log.store.ts'

/** Whom the village asks to watch its log: a policy without a log. */
export type WitnessPolicy = Omit<Policy, 'logs'>

/** Nobody watches: what is published carries the log's signature alone, and the page says so. */
export const noWitnesses: WitnessPolicy = { witnesses: [], groups: [], quorum: 'none' }

/**
 * Reads the witnesses, groups and quorum of a tlog-policy file; its log lines are left out.
 * @throws ConfigError with the line that cannot be read
 */
export async function readWitnessPolicy(path: string): Promise<WitnessPolicy> {
  try {
    const { witnesses, groups, quorum } = parsePolicy(nodeSuite.sha256, await readFile(path))
    return { witnesses, groups, quorum }
  } catch (error) {
    throw new ConfigError(
      `AZALEA_WITNESSES must name a file with lines such as "witness committee committee.example/witness+3c6338a0+BA1g… https://committee.example/witness"; ${path} is none (${(error as Error).message}).`,
    )
  }
}

export function logKeyOf({ origin, publicKey }: LogRow): VerifierKey {
  return createVerifierKey(nodeSuite.sha256, { name: origin, type: 'ed25519', publicKey })
}

/** Whom to trust for one log: its own key and the witnesses. */
export function policyOf(log: LogRow, witnesses: WitnessPolicy, publicUrl: string): Policy {
  return { logs: [{ key: logKeyOf(log), url: `${publicUrl}${logPath(log)}` }], ...witnesses }
}

/** As a file (tlog-policy). */
export function policyText(policy: Policy): string {
  return formatPolicy(nodeSuite.sha256, policy)
}
