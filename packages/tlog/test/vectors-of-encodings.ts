import {
  TreeBuilder,
  createTreeHasher,
  hexEncode,
  proveConsistency,
  proveInclusion,
  utf8Encode,
  base64Encode,
} from '../src/index.ts'
import { nodeSuite } from './node-suite.ts'
import { TileStore } from './tile-store.ts'

export function base64Vectors() {
  const bytes = ['', '00', 'ff', '0000', 'fbff', '000000', '00ff10', 'f09f8c8a', 'ffeeddccbbaa99']
  return {
    description: 'RFC 4648 section 4 in its one canonical spelling. valid: hex and its base64.',
    valid: bytes.map((hex) => ({ hex, base64: Buffer.from(hex, 'hex').toString('base64') })),
    invalid: [
      { base64: 'AA', why: 'no padding' },
      { base64: 'AA=', why: 'half the padding' },
      { base64: 'AAA', why: 'no padding' },
      { base64: 'AB==', why: 'unused bits are not zero' },
      { base64: 'AAB=', why: 'unused bits are not zero' },
      { base64: 'AA==\n', why: 'line break' },
      { base64: ' AA==', why: 'space' },
      { base64: 'A A=', why: 'space inside' },
      { base64: '-_8=', why: 'URL alphabet' },
      { base64: 'A===', why: 'six bits are no byte' },
      { base64: '====', why: 'padding only' },
      { base64: 'AA==AA==', why: 'padding inside' },
      { base64: 'AA=A', why: 'padding inside' },
      { base64: 'AAé=', why: 'not ASCII' },
    ],
  }
}

export function decimalVectors() {
  return {
    description: 'Tree sizes and indexes: ASCII decimal, no leading zero, at most 2^53 - 1.',
    valid: ['0', '1', '9', '10', '255', '4294967296', '9007199254740991'],
    invalid: [
      ['', '00', '01', '+1', '-0', '-1', ' 1', '1 ', '1\n', '1.0', '1e3', '0x10', '1_000'],
      ['9007199254740992', '18446744073709551616', 'NaN', 'Infinity', '１', '٣'],
    ].flat(),
  }
}

export function pathVectors() {
  return {
    description:
      'Paths below a log prefix (tlog-tiles). valid: what each names; width 256 is a full tile.',
    valid: [
      { path: 'tile/0/000', kind: 'tile', level: 0, index: 0, width: 256 },
      { path: 'tile/0/000.p/1', kind: 'tile', level: 0, index: 0, width: 1 },
      { path: 'tile/0/999', kind: 'tile', level: 0, index: 999, width: 256 },
      { path: 'tile/0/x001/000', kind: 'tile', level: 0, index: 1000, width: 256 },
      { path: 'tile/1/x001/x000/000.p/255', kind: 'tile', level: 1, index: 1_000_000, width: 255 },
      { path: 'tile/3/x001/x234/067', kind: 'tile', level: 3, index: 1_234_067, width: 256 },
      { path: 'tile/63/000.p/17', kind: 'tile', level: 63, index: 0, width: 17 },
      {
        path: 'tile/0/x009/x007/x199/x254/x740/991',
        kind: 'tile',
        level: 0,
        index: Number.MAX_SAFE_INTEGER,
        width: 256,
      },
      { path: 'tile/entries/000.p/112', kind: 'entries', index: 0, width: 112 },
      { path: 'tile/entries/x003/906', kind: 'entries', index: 3906, width: 256 },
    ],
    invalid: [
      ['', 'tile', 'tile/', 'tile/0', 'tile/0/', '/tile/0/000', 'tile/0/000/', 'tile/0/0'],
      ['tile/0/00', 'tile/0/0000', 'tile/0/x000', 'tile/0/x000/001', 'tile/0/001/000'],
      ['tile/0/x01/000', 'tile/0/X001/000', 'tile/00/000', 'tile/01/000', 'tile/64/000'],
      ['tile/-1/000', 'tile/0/000.p', 'tile/0/000.p/', 'tile/0/000.p/0', 'tile/0/000.p/01'],
      ['tile/0/000.p/256', 'tile/0/000.p/257', 'tile/0/000.p/1/', 'tile/0/000.p/1.p/1'],
      ['tile/data/000', 'tile/entries/0', 'tile/0/../000', 'tile/0/000\n', 'tile/0/000?'],
      ['tile/0/x009/x007/x199/x254/x740/992', 'tile/0/x001/x000/x000/x000/x000/x000/000'],
    ].flat(),
  }
}

/** The leaves of the test that certificate transparency implementations share. */
const CT_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]

export async function treeVectors() {
  const hasher = createTreeHasher(nodeSuite.sha256)
  const small = new TreeBuilder(hasher)
  const smallRoots = [hexEncode(small.root())]
  for (const leaf of CT_LEAVES) {
    small.append(Buffer.from(leaf, 'hex'))
    smallRoots.push(hexEncode(small.root()))
  }
  const builder = new TreeBuilder(hasher)
  const store = new TileStore()
  const roots: Record<number, string> = {}
  const heads = [1, 255, 256, 257, 1000, 65_535, 65_536, 65_537, 70_000]
  for (const size of heads) {
    while (builder.size < size) builder.append(utf8Encode(`entry ${builder.size}`))
    store.add(builder.takeTiles())
    roots[size] = hexEncode(builder.root())
  }
  const head = (size: number) => ({ size, rootHash: Buffer.from(roots[size] ?? '', 'hex') })
  const inclusion = []
  for (const [index, size] of [
    [0, 1],
    [0, 257],
    [256, 257],
    [255, 256],
    [999, 1000],
    [512, 70_000],
    [65_536, 65_537],
    [69_999, 70_000],
  ] as const) {
    const { proof } = await proveInclusion(hasher, store.read, index, head(size))
    inclusion.push({ index, size, proof: proof.map(base64Encode) })
  }
  const consistency = []
  for (const [oldSize, size] of [
    [1, 255],
    [255, 256],
    [256, 257],
    [257, 1000],
    [1000, 65_536],
    [65_536, 70_000],
    [65_537, 70_000],
    [70_000, 70_000],
  ] as const) {
    const proof = await proveConsistency(hasher, store.read, head(oldSize), head(size))
    consistency.push({ oldSize, size, proof: proof.map(base64Encode) })
  }
  return {
    description:
      'RFC 6962 trees. small: roots (hex) after 0, 1, 2, … of the given leaves (hex). large: entry i is the ASCII text "entry <i>"; roots by size, proofs in base64.',
    small: { leaves: CT_LEAVES, roots: smallRoots },
    large: { roots, inclusion, consistency },
  }
}
