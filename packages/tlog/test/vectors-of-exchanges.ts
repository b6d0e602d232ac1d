import {
  TreeBuilder,
  createTreeHasher,
  formatAddCheckpoint,
  formatCheckpoint,
  formatPolicy,
  formatReceipt,
  hexEncode,
  proveConsistency,
  proveInclusion,
  signNote,
  utf8Encode,
  type Policy,
  type Signer,
} from '../src/index.ts'
import { nodeSuite } from './node-suite.ts'
import { TileStore } from './tile-store.ts'
import { LOG, NOW_SECONDS, STRANGER, WITNESS_A, WITNESS_B, WITNESS_PQ } from './vectors-of-notes.ts'

const hasher = createTreeHasher(nodeSuite.sha256)
const SIZE = 1000
const builder = new TreeBuilder(hasher)
const store = new TileStore()
for (let i = 0; i < 300; i++) builder.append(utf8Encode(`entry ${i}`))
store.add(builder.takeTiles())
const OLD_HEAD = { size: 300, rootHash: builder.root() }
for (let i = 300; i < SIZE; i++) builder.append(utf8Encode(`entry ${i}`))
store.add(builder.takeTiles())
const HEAD = { size: SIZE, rootHash: builder.root() }

const POLICY: Policy = {
  logs: [{ key: LOG.key }],
  witnesses: [
    { name: 'A', key: WITNESS_A.key },
    { name: 'B', key: WITNESS_B.key },
    { name: 'PQ', key: WITNESS_PQ.key },
  ],
  groups: [{ name: 'two', threshold: 2, members: ['A', 'B', 'PQ'] }],
  quorum: 'two',
}

async function checkpointNote(signers: readonly Signer[], head = HEAD, origin = LOG.key.name) {
  const text = formatCheckpoint({ origin, ...head, extensions: [] })
  const signatures = await Promise.all(signers.map((one) => signNote(one, text, NOW_SECONDS)))
  return { text, signatures }
}

export async function receiptVectors() {
  const checkpoint = await checkpointNote([LOG, WITNESS_A, WITNESS_B])
  const { proof } = await proveInclusion(hasher, store.read, 700, HEAD)
  const good = formatReceipt({ index: 700, proof, checkpoint })
  const withSigners = async (signers: readonly Signer[]) =>
    formatReceipt({ index: 700, proof, checkpoint: await checkpointNote(signers) })
  const otherOrigin = await checkpointNote([LOG, WITNESS_A, WITNESS_B], HEAD, 'example.com/other')
  const extra = utf8Encode('salt and payload')
  const valid = (why: string, receipt: string) => ({ why, receipt })
  const invalid = (why: string, code: string, receipt: string) => ({ why, code, receipt })
  return {
    description:
      'Receipts (tlog-proof) for the entry (hex) under the policy; entry i of the log is the ASCII text "entry <i>".',
    policy: formatPolicy(nodeSuite.sha256, POLICY),
    entry: hexEncode(utf8Encode('entry 700')),
    valid: [
      valid('two witnesses', good),
      valid('with extra data', formatReceipt({ index: 700, proof, checkpoint, extra })),
      valid('a witness with ML-DSA', await withSigners([LOG, WITNESS_A, WITNESS_PQ])),
      valid('a stranger beside', await withSigners([LOG, STRANGER, WITNESS_A, WITNESS_B])),
    ],
    invalid: [
      invalid('one witness', 'quorum_not_met', await withSigners([LOG, WITNESS_A])),
      invalid('the log has not signed', 'untrusted', await withSigners([WITNESS_A, WITNESS_B])),
      invalid(
        'another origin',
        'untrusted',
        formatReceipt({ index: 700, proof, checkpoint: otherOrigin }),
      ),
      invalid('another index', 'bad_proof', good.replace('index 700', 'index 701')),
      invalid('index outside the tree', 'bad_proof', good.replace('index 700', 'index 1000')),
      invalid(
        'proof too short',
        'bad_proof',
        formatReceipt({ index: 700, proof: proof.slice(1), checkpoint }),
      ),
      invalid(
        'proof in reverse',
        'bad_proof',
        formatReceipt({ index: 700, proof: proof.toReversed(), checkpoint }),
      ),
      invalid('another root', 'bad_signature', good.replace(`\n${SIZE}\n`, '\n1001\n')),
      invalid('leading zero', 'malformed', good.replace('index 700', 'index 0700')),
      invalid('no index', 'malformed', good.replace('index 700\n', '')),
      invalid('another version', 'malformed', good.replace('@v1', '@v2')),
      invalid('CRLF', 'malformed', good.replaceAll('\n', '\r\n')),
      invalid('no final newline', 'malformed', good.slice(0, -1)),
      invalid('empty extra data', 'malformed', good.replace('index', 'extra \nindex')),
      invalid(
        'extra data that is not canonical',
        'malformed',
        good.replace('index', 'extra AB==\nindex'),
      ),
      invalid(
        'extra data after the index',
        'malformed',
        good.replace('index 700\n', 'index 700\nextra AA==\n'),
      ),
      invalid(
        '64 hashes',
        'malformed',
        good.replace('index 700\n', `index 700\n${`${'A'.repeat(43)}=\n`.repeat(64)}`),
      ),
    ],
  }
}

export async function addCheckpointVectors() {
  const checkpoint = await checkpointNote([LOG])
  const proof = await proveConsistency(hasher, store.read, OLD_HEAD, HEAD)
  const good = formatAddCheckpoint({ oldSize: 300, proof, checkpoint })
  const first = formatAddCheckpoint({ oldSize: 0, proof: [], checkpoint })
  const hash = `${'A'.repeat(43)}=\n`
  return {
    description: 'Bodies of add-checkpoint (tlog-witness). valid: old size and number of hashes.',
    valid: [
      { body: good, oldSize: 300, hashes: proof.length },
      { body: first, oldSize: 0, hashes: 0 },
      { body: first.replace('old 0\n', `old 7\n${hash.repeat(63)}`), oldSize: 7, hashes: 63 },
    ],
    invalid: [
      { body: '', why: 'empty' },
      { body: first.replace('old 0\n', `old 7\n${hash.repeat(64)}`), why: '64 hashes' },
      { body: first.replace('old 0', 'old 00'), why: 'leading zero' },
      { body: first.replace('old 0', 'old +1'), why: 'sign' },
      { body: first.replace('old 0', 'old -0'), why: 'sign' },
      { body: first.replace('old 0', 'old 9007199254740992'), why: '2^53' },
      { body: first.replace('old 0', 'old  0'), why: 'two spaces' },
      { body: first.replace('old 0', 'Old 0'), why: 'upper case' },
      { body: first.replace('old 0\n', ''), why: 'no old size' },
      { body: first.replace('old 0\n\n', 'old 0\n'), why: 'no blank line' },
      { body: good.replace('=\n', '\n'), why: 'unpadded hash' },
      { body: good.replaceAll('\n', '\r\n'), why: 'CRLF' },
      { body: good.slice(0, -1), why: 'no final newline' },
      { body: `old 0\n\n${checkpoint.text}`, why: 'no signature' },
    ],
  }
}
