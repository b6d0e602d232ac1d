import {
  base64Encode,
  formatCheckpoint,
  formatSignatureLine,
  formatVerifierKey,
  signNote,
  utf8Encode,
  type Signer,
} from '../src/index.ts'
import { nodeSuite, testSigner } from './node-suite.ts'

export const LOG = testSigner('example.com/log', 'ed25519')
export const LOG_PQ = testSigner('example.com/log', 'ml_dsa_44_cosignature')
export const WITNESS_A = testSigner('witness.example/a', 'ed25519_cosignature')
export const WITNESS_B = testSigner('witness.example/b', 'ed25519_cosignature')
export const WITNESS_PQ = testSigner('witness.example/pq', 'ml_dsa_44_cosignature')
export const STRANGER = testSigner('stranger.example', 'ed25519_cosignature')

export const NOW_SECONDS = 1_790_000_000

const vkey = (signer: Signer) => formatVerifierKey(signer.key)
const ROOT = nodeSuite.sha256(utf8Encode('some root'))
const ROOT_TEXT = base64Encode(ROOT)

export function checkpointVectors() {
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
  const valid = (size: number, extensions: string[] = [], origin = 'example.com/log') => ({
    text: formatCheckpoint({ origin, size, rootHash: ROOT, extensions }),
    origin,
    size,
    rootHash: ROOT_TEXT,
    extensions,
  })
  const origin = 'example.com/log'
  return {
    description: 'Note texts (tlog-checkpoint). valid: their fields, root hash in base64.',
    valid: [
      valid(0),
      valid(1),
      valid(20_852_163),
      valid(Number.MAX_SAFE_INTEGER),
      valid(7, ['an extension line', '— looks like a signature']),
      valid(7, [], '日志 one+two'),
    ],
    invalid: [
      { text: text([origin, '00', ROOT_TEXT]), why: 'leading zero' },
      { text: text([origin, '07', ROOT_TEXT]), why: 'leading zero' },
      { text: text([origin, '+1', ROOT_TEXT]), why: 'sign' },
      { text: text([origin, '-0', ROOT_TEXT]), why: 'sign' },
      { text: text([origin, ' 1', ROOT_TEXT]), why: 'space' },
      { text: text([origin, '9007199254740992', ROOT_TEXT]), why: '2^53' },
      { text: text([origin, '1', `${ROOT_TEXT} `]), why: 'space after the root' },
      { text: text([origin, '1', ROOT_TEXT.slice(0, -1)]), why: 'unpadded root' },
      { text: text([origin, '1', 'AAAA']), why: 'short root' },
      { text: text([origin, '1', `${ROOT_TEXT.slice(0, -2)}B=`]), why: 'root is not canonical' },
      { text: text([origin, '1']), why: 'no root' },
      { text: text(['', '1', ROOT_TEXT]), why: 'empty origin' },
      { text: text([origin, '1', ROOT_TEXT, '']), why: 'empty extension line' },
      { text: text([origin, '1', ROOT_TEXT, '', 'x']), why: 'empty extension line inside' },
      { text: text([origin, '1', ROOT_TEXT]).slice(0, -1), why: 'no final newline' },
      { text: text([origin, '1', ROOT_TEXT]).replaceAll('\n', '\r\n'), why: 'CRLF' },
      { text: text([origin, '1', ROOT_TEXT, 'tab\there']), why: 'control character' },
    ],
  }
}

const CHECKPOINT = formatCheckpoint({
  origin: 'example.com/log',
  size: 123,
  rootHash: ROOT,
  extensions: [],
})

const CHANGED = CHECKPOINT.replace('123', '124')
const EXTENDED = `${CHECKPOINT}extension\n`
const BLANK_LINES = 'a\n\nb\n\n\n'

const line = async (signer: Signer, text = CHECKPOINT) =>
  formatSignatureLine(await signNote(signer, text, NOW_SECONDS))

export async function noteVectors() {
  return {
    description:
      'Signed notes with plain Ed25519 signatures, Ed25519 cosignatures and ML-DSA-44 cosignatures. keys: the vkeys trusted. valid: names of those who signed, one a line that holds. invalid: why the note must be refused.',
    published: {
      vkey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
      note: 'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
    },
    keys: [LOG, LOG_PQ, WITNESS_A, WITNESS_B, WITNESS_PQ].map(vkey),
    valid: await validNotes(),
    invalid: await invalidNotes(),
  }
}

const strangers = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => line(testSigner(`s${i}.example`, 'ed25519'))))

async function validNotes() {
  const [log, a, b, pq] = [
    await line(LOG),
    await line(WITNESS_A),
    await line(WITNESS_B),
    await line(WITNESS_PQ),
  ]
  const [logName, aName] = [LOG.key.name, WITNESS_A.key.name]
  const otherKey = await line({ ...STRANGER, key: { ...STRANGER.key, name: logName } })
  const hundred = (await strangers(98)).join('')
  const valid = (why: string, signedBy: string[], signatures: string, text = CHECKPOINT) => ({
    why,
    note: `${text}\n${signatures}`,
    signedBy,
  })
  return [
    valid('log alone', [logName], log),
    valid('ML-DSA log', [logName], await line(LOG_PQ)),
    valid(
      'log and witnesses',
      [logName, aName, WITNESS_B.key.name, WITNESS_PQ.key.name],
      log + a + b + pq,
    ),
    valid('an unknown key is ignored', [logName], (await line(STRANGER)) + log),
    valid('a known name with another key is ignored', [logName], log + otherKey),
    valid('a hundred signatures', [logName, aName], hundred + log + a),
    valid('a line twice counts once', [aName], a + a),
    valid('blank lines in the text', [logName], await line(LOG, BLANK_LINES), BLANK_LINES),
    valid(
      'extension lines under Ed25519',
      [logName, aName],
      (await line(LOG, EXTENDED)) + (await line(WITNESS_A, EXTENDED)),
      EXTENDED,
    ),
  ]
}

async function invalidNotes() {
  const [log, a, pq] = [await line(LOG), await line(WITNESS_A), await line(WITNESS_PQ)]
  const good = `${CHECKPOINT}\n${log}`
  const tooMany = (await strangers(98)).join('') + log + log + log
  const invalid = (code: string, why: string, note: string) => ({ why, code, note })
  const bad = (why: string, note: string) => invalid('bad_signature', why, note)
  const malformed = (why: string, note: string) => invalid('malformed', why, note)
  return [
    bad('a known key that fails spoils the rest', `${CHECKPOINT}\n${await line(LOG, CHANGED)}${a}`),
    bad('changed text', `${CHANGED}\n${log}`),
    bad('changed text, cosigned', `${CHANGED}\n${a}`),
    bad('changed text, ML-DSA', `${CHANGED}\n${pq}`),
    bad('extension added under ML-DSA', `${EXTENDED}\n${pq}`),
    invalid('untrusted', 'only strangers', `${CHECKPOINT}\n${await line(STRANGER)}`),
    malformed('no signature', CHECKPOINT),
    malformed('no signature after the blank line', `${CHECKPOINT}\n`),
    malformed('no final newline', good.slice(0, -1)),
    malformed('no blank line', `${CHECKPOINT}${log}`),
    malformed('CRLF', good.replaceAll('\n', '\r\n')),
    malformed('tab in the text', `tab\there\n\n${log}`),
    malformed('hyphen for em dash', good.replace('—', '-')),
    malformed('two spaces', good.replace('/log ', '/log  ')),
    malformed('no-break space in a name', good.replace('— example', '— ex\u00a0ample')),
    malformed('plus in a name', good.replace('— example', '— ex+ample')),
    malformed('text after a signature line', `${good}text\n`),
    malformed('key ID only', `${CHECKPOINT}\n— example.com/log AAAAAA==\n`),
    malformed('unpadded signature', good.replace(/=+\n$/, '\n')),
    malformed('101 signatures', `${CHECKPOINT}\n${tooMany}`),
  ]
}

export function policyVectors() {
  const keys = `log ${vkey(LOG)}\nwitness A ${vkey(WITNESS_A)} https://a.example/\nwitness B ${vkey(WITNESS_B)}\nwitness PQ ${vkey(WITNESS_PQ)}\n`
  const twoOf = `${keys}group G 2 A B PQ\nquorum G\n`
  const nested = `${keys}group inner any A B\ngroup outer all inner PQ\nquorum outer\n`
  const valid = (policy: string, cosigned: string[], holds: boolean) => ({
    policy,
    cosigned,
    holds,
  })
  return {
    description:
      'Policies (tlog-policy). valid: whether the quorum holds when the named witnesses cosigned.',
    valid: [
      valid(`log ${vkey(LOG)}\nquorum none\n`, [], true),
      valid('quorum none', [], true),
      valid(`${keys}quorum A\n`, ['A'], true),
      valid(`${keys}quorum A\n`, ['B', 'PQ'], false),
      valid(twoOf, ['A'], false),
      valid(twoOf, ['A', 'PQ'], true),
      valid(nested, ['A', 'B'], false),
      valid(nested, ['B', 'PQ'], true),
      valid(nested, ['PQ'], false),
      valid(`# 中文注释\n\t \n  quorum\tnone \n  # quorum none\n`, [], true),
      valid(`log ${vkey(LOG_PQ)} https://example.com/log\nquorum none\n`, [], true),
      valid(`witness 村委会 ${vkey(WITNESS_A)}\nquorum 村委会\n`, ['村委会'], true),
    ],
    invalid: [
      { policy: '', why: 'no quorum' },
      { policy: `${keys}`, why: 'no quorum' },
      { policy: `${keys}quorum A\nquorum A\n`, why: 'two quorums' },
      { policy: `quorum A\n${keys}`, why: 'used before its definition' },
      { policy: `${keys}quorum a\n`, why: 'not defined' },
      { policy: `${keys}quorum A B\n`, why: 'too many words' },
      { policy: `${keys}group G 0 A\nquorum G\n`, why: 'threshold 0' },
      { policy: `${keys}group G 3 A B\nquorum G\n`, why: 'threshold above the members' },
      { policy: `${keys}group G 01 A B\nquorum G\n`, why: 'leading zero' },
      { policy: `${keys}group G any\nquorum G\n`, why: 'no members' },
      { policy: `${keys}group G any A A\nquorum G\n`, why: 'a member twice' },
      { policy: `${keys}group G any A\ngroup H any A\nquorum H\n`, why: 'in two groups' },
      { policy: `${keys}group G any none\nquorum G\n`, why: 'none is no member' },
      { policy: `${keys}group A any B\nquorum A\n`, why: 'name defined twice' },
      { policy: `${keys}group none any B\nquorum none\n`, why: 'none is predefined' },
      { policy: `log ${vkey(LOG)}\nlog ${vkey(LOG)}\nquorum none\n`, why: 'log twice' },
      { policy: `${keys}witness C ${vkey(WITNESS_A)}\nquorum A\n`, why: 'witness key twice' },
      { policy: `log ${vkey(WITNESS_A)}\nquorum none\n`, why: 'cosignature key for a log' },
      { policy: `witness A ${vkey(LOG)}\nquorum A\n`, why: 'log key for a witness' },
      {
        policy: `log ${vkey(LOG).replace('+', '+0')}\nquorum none\n`,
        why: 'key ID of nine digits',
      },
      { policy: `log ${vkey(LOG).toUpperCase()}\nquorum none\n`, why: 'changed name' },
      { policy: 'log\nquorum none\n', why: 'no key' },
      { policy: 'Quorum none\n', why: 'unknown keyword' },
      { policy: 'quorum none # why\n', why: 'a comment is a whole line' },
      { policy: 'quorum none\r\n', why: 'CRLF' },
      { policy: 'quorum\u00a0none\n', why: 'no-break space is no white space here' },
    ],
  }
}
