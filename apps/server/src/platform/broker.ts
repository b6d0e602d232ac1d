import { createHash } from 'node:crypto'
import { hostname } from 'node:os'

/** Where sensors publish, and as whom we listen there. */
export interface BrokerSettings {
  /** mqtt://host:port, or mqtts:// */
  readonly url: string
  /** Its session is kept at the broker by this name: the same after a restart, and nobody else's. */
  readonly clientId: string
  readonly username?: string
  readonly password?: string
  /** Of the authority that vouches for the broker, where the machine does not know it. */
  readonly ca?: Buffer
  readonly cert?: Buffer
  readonly key?: Buffer
}

/** How it stands with the broker: written by who is connected, read by a page. */
export interface BrokerState {
  isConnected: boolean
  /** Since when it stands so. */
  since: Date
  /** Why it is away, as the library says it. */
  problem: string | null
  /** Messages for villages that this server has not, since it started. */
  strays: number
}

export function isBrokerUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname: host, username, password, pathname } = new URL(url)
  const isMqtt = protocol === 'mqtt:' || protocol === 'mqtts:'
  return isMqtt && host !== '' && username === '' && password === '' && pathname.length <= 1
}

/** The same after each start on this machine and folder. */
export function ownClientId(dataDir: string): string {
  const hash = createHash('sha256').update(`${hostname()}\n${dataDir}`).digest('hex')
  return `azalea-${hash.slice(0, 12)}`
}
