import { openLogHead } from './open-log-head.ts'
import { verifyReceiptText, type ReceiptTrust } from './verify-receipt.ts'
import {
  formatReceipt,
  parsePolicy,
  parseReceipt,
  utf8Decode,
  utf8Encode,
  type CryptoSuite,
} from '@azalea/tlog'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestLog, testSuite, VILLAGE, type TestLog } from '../../test/test-log.ts'

let suite: CryptoSuite
let log: TestLog
let receipt: string
let trust: ReceiptTrust

beforeAll(async () => {
  suite = testSuite
  log = await createTestLog(2)
  log.append(300)
  await log.publish()
  receipt = await log.receipt(42)
  log.append(500)
  await log.publish()
  trust = await trustIn(log)
})

async function trustIn({ policy, pieces }: TestLog): Promise<ReceiptTrust> {
  const note = await pieces.readCheckpoint()
  const head = await openLogHead(suite, parsePolicy(suite.sha256, policy), note)
  return { policy, head, readTile: pieces.readTile }
}

describe('a receipt', () => {
  it('proves its record, opens its words, and agrees with the head as it stands now', async () => {
    expect(await verifyReceiptText(suite, trust, receipt)).toMatchObject({
      state: 'proved',
      index: 42,
      isCompared: true,
      head: { checkpoint: { size: 300 } },
      leaf: { village: VILLAGE, kind: 'award.final', at: '2026-04-02' },
      parts: [{ words: '第 42 件' }],
    })
  })

  it('proves without a network, and says that it was compared with nothing', async () => {
    const alone = { ...trust, head: null }
    expect(await verifyReceiptText(suite, alone, receipt)).toMatchObject({
      state: 'proved',
      isCompared: false,
    })
  })

  it('may have lost its last line end on the way, or gained blank lines', async () => {
    const crlf = receipt.trimEnd().replaceAll('\n', '\r\n')
    for (const pasted of [crlf, `\n${receipt}`, `\r\n \r\n${crlf}\r\n\r\n`, `\uFEFF${receipt}`])
      expect(await verifyReceiptText(suite, trust, pasted)).toMatchObject({ state: 'proved' })
  })

  it('is refused when its checkpoint was spoilt on the way', async () => {
    const spoilt = receipt.replace('\n300\n', '\n301\n')
    expect(await verifyReceiptText(suite, trust, spoilt)).toMatchObject({ reason: 'bad_signature' })
  })
})

describe('a receipt that was tampered with', () => {
  const withExtra = (change: (extra: string) => string) => {
    const parsed = parseReceipt(receipt)
    const extra = utf8Encode(change(utf8Decode(parsed.extra ?? new Uint8Array(0))))
    return formatReceipt({ ...parsed, extra })
  }
  const refusal = async (text: string, known = trust) => {
    const report = await verifyReceiptText(suite, known, text)
    return report.state === 'refused' ? report.reason : report.state
  }

  it('is refused wherever it was changed, each for its reason', async () => {
    expect(await refusal('')).toBe('not_a_receipt')
    expect(await refusal('{"points": 100}')).toBe('not_a_receipt')
    expect(await refusal(receipt.replace('index 42', 'index 43'))).toBe('not_in_log')
    expect(await refusal(receipt.replace('\n300\n', '\n301\n'))).toBe('bad_signature')
    expect(await refusal(withExtra((text) => text.replace('2026-04-02', '2026-04-03')))).toBe(
      'not_in_log',
    )
    expect(await refusal(withExtra((text) => text.replace('第 42 件', '第 43 件')))).toBe(
      'altered_part',
    )
    expect(await refusal(withExtra(() => '{"v":1,"parts":[]}'))).toBe('no_record')
    expect(await refusal(receipt.replace(/^extra .*\n/m, ''))).toBe('no_record')
  })

  it('is refused when its witnesses are too few', async () => {
    const last = receipt.trimEnd().lastIndexOf('\n')
    expect(await refusal(`${receipt.slice(0, last)}\n`)).toBe('too_few_witnesses')
  })

  it('is refused when it is of another log', async () => {
    const other = await createTestLog(2)
    other.append(300)
    await other.publish()
    expect(await refusal(await other.receipt(42))).toBe('other_log')
  })

  it('shows a fork: signed and witnessed, but not what the head is now', async () => {
    log.forget(700)
    log.appendOther(800)
    await log.publish()
    const report = await verifyReceiptText(suite, await trustIn(log), receipt)
    expect(report).toMatchObject({ state: 'forked' })
  })
})
