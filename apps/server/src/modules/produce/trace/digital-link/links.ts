import { packAddress } from '@azalea/text'
import type { LinkedPack } from './find-link.ts'

/** The GS1 Web Vocabulary, and how it is called elsewhere. */
const VOCABULARY = 'https://ref.gs1.org/voc/'
const prefixes = ['gs1:', VOCABULARY, 'https://gs1.org/voc/', 'https://www.gs1.org/voc/']

/** Where something of a pack stands on this server. */
export interface Target {
  readonly path: string
  readonly type: string
}

interface Link extends Target {
  readonly title: string
  readonly hreflang?: readonly string[]
}

/** What there is of a pack, by its link type of the GS1 Web Vocabulary; the first is the default. */
function linksOf({ villageId, number }: LinkedPack): Readonly<Record<string, Link>> {
  const page = {
    path: `/#/t/${villageId}/${number}`,
    type: 'text/html',
    hreflang: ['zh', 'en'],
  }
  const title = '从地里到手里 · From the plot to the table'
  return {
    defaultLink: { ...page, title },
    pip: { ...page, title },
    traceability: { ...page, title },
    epcis: {
      path: `/api/villages/${villageId}/packs/${number}/epcis`,
      type: 'application/ld+json',
      title: 'EPCIS 2.0',
    },
  }
}

/** What is asked for, by a CURIE or in full; null: there is none of this type. */
export function targetOf(pack: LinkedPack, linkType: string): Target | null {
  const prefix = prefixes.find((one) => linkType.startsWith(one)) ?? ''
  const links = linksOf(pack)
  const name = linkType.slice(prefix.length)
  return Object.hasOwn(links, name) ? (links[name] ?? null) : null
}

/** All of them (RFC 9264), in the form of the GS1-Conformant Resolver standard. */
export function linksetOf(pack: LinkedPack) {
  const links = Object.entries(linksOf(pack)).map(([name, { path, type, title, hreflang }]) => [
    `${VOCABULARY}${name}`,
    [{ href: `${pack.address}${path}`, title, type, ...(hreflang && { hreflang }) }],
  ])
  return {
    linkset: [{ anchor: anchorOf(pack), description: pack.crop, ...Object.fromEntries(links) }],
  }
}

export function anchorOf(pack: LinkedPack): string {
  return packAddress(pack.address, pack.villageId, pack)
}
