import { formatVerifierKey, type Policy } from '@azalea/tlog'

/** How another policy would change whom one trusts. Addresses are not trusted, so they do not count. */
export interface PolicyChange {
  /** The log has another name or another key. */
  log: boolean
  /** Names of witnesses that would be gone, that would be new, or that would have another key. */
  gone: readonly string[]
  added: readonly string[]
  rekeyed: readonly string[]
  /** Another number or choice of witnesses would be enough. */
  quorum: boolean
}

/** Null when both trust the same keys in the same way. */
export function policyChange(known: Policy, served: Policy): PolicyChange | null {
  const before = witnessKeys(known)
  const after = witnessKeys(served)
  const change = {
    log: logKeys(known) !== logKeys(served),
    gone: [...before.keys()].filter((name) => !after.has(name)),
    added: [...after.keys()].filter((name) => !before.has(name)),
    rekeyed: [...after].flatMap(([name, key]) =>
      before.has(name) && before.get(name) !== key ? [name] : [],
    ),
    quorum: quorumOf(known) !== quorumOf(served),
  }
  const { log, gone, added, rekeyed, quorum } = change
  return log || quorum || gone.length + added.length + rekeyed.length > 0 ? change : null
}

function logKeys({ logs }: Policy): string {
  return JSON.stringify(logs.map(({ key }) => formatVerifierKey(key)))
}

function witnessKeys({ witnesses }: Policy): Map<string, string> {
  return new Map(witnesses.map(({ name, key }) => [name, formatVerifierKey(key)]))
}

function quorumOf({ groups, quorum }: Policy): string {
  return JSON.stringify([groups, quorum])
}
