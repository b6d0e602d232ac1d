/** Where pictures of the land come from, which maps lie on; whoever runs the server chooses. */
export interface MapTiles {
  /** With {z}, {x} and {y}. */
  readonly address: string
  /** Whose pictures they are, as their terms ask it to be said. */
  readonly credit: string
}

/** Null when it is no address of tiles. */
export function readMapTiles(address: string, credit: string): MapTiles | null {
  const hasPlaces = ['{z}', '{x}', '{y}'].every((place) => address.includes(place))
  return hasPlaces && originOf(address) !== null ? { address, credit } : null
}

/** The one origin that a page may fetch them from; null when it is none. */
export function originOf(address: string): string | null {
  const plain = address.replaceAll(/\{[zxy]\}/g, '0')
  if (!URL.canParse(plain)) return null
  const { protocol, origin } = new URL(plain)
  return protocol === 'https:' || protocol === 'http:' ? origin : null
}
