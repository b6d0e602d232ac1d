import type { KindName, LeafOfKind } from '@azalea/records'
import { drawSpotChecks, spotListBytes, type SpotList } from '@azalea/scoring'
import { canonicalJson } from '@azalea/text'
import { base64EncodeHash, TreeBuilder } from '@azalea/tlog'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkCheckpoints } from '../check-checkpoints.ts'
import { Findings } from '../findings.ts'
import { hasher, sha256Text } from '../suite.ts'
import { SpotChecks } from './spot-checks.ts'

const sha256 = (text: string) => sha256Text(text, 'hex')
const list: SpotList = {
  draw: 'draw',
  ratePermille: 500,
  randomPermille: 500,
  candidates: ['a', 'b', 'c', 'd'].map((candidate, no) => ({ candidate, priority: 7 * no })),
}
const checkpoint = { origin: 'log.example/1', size: 12, root: 'cm9vdA==' }
const { origin, size, root } = checkpoint
const drawn = drawSpotChecks(sha256, sha256(`${origin}\n${size}\n${root}\n`), list)
const [one, two] = drawn.map(({ candidate }) => candidate)
const left = ['a', 'b', 'c', 'd'].find((name) => name !== one && name !== two)

const announced = {
  draw: 'draw',
  list: sha256(spotListBytes(list)),
  candidates: 4,
  ratePermille: 500,
  randomPermille: 500,
}
const draw = {
  draw: 'draw',
  checkpoint,
  drawn: 2,
  dueOn: '2026-03-05',
  result: sha256(canonicalJson(drawn.map((each) => ({ ...each })))),
}

let findings: Findings
let checks: SpotChecks
let document: string
beforeEach(() => {
  findings = new Findings()
  checks = new SpotChecks()
  document = spotListBytes(list)
})

const leaf = <Kind extends KindName>(kind: Kind, fields: object) =>
  ({
    village: '330109102259',
    kind,
    at: '2026-03-02',
    public: fields,
    commitments: [],
  }) as unknown as LeafOfKind<Kind>
const village = () => ({
  findings,
  tally: { spotDraws: 0, retiredDraws: 0, spotChecks: 0, lapsedChecks: 0 },
  readDocument: async () => document,
})
const announce = (changed: object = {}) =>
  checks.announce(village(), 10, leaf('spot-draw.announced', { ...announced, ...changed }))
const drawIt = (changed: object = {}) =>
  checks.draw(village(), 14, leaf('spot-draw.drawn', { ...draw, ...changed }))
const score = (candidate: string | undefined, given = 4) =>
  checks.score(
    village(),
    20,
    leaf('spot-check.scored', { draw: 'draw', candidate, score: given }).public,
  )
const lapse = (candidate: string | undefined) =>
  checks.lapse(village(), 22, leaf('spot-check.lapsed', { draw: 'draw', candidate }).public)
const told = () => findings.kept.map(({ code, index }) => `${code} ${index}`)

describe('spot checks in the log', () => {
  it('are found in order when list, checkpoint, scores and awards agree', async () => {
    await announce()
    drawIt()
    score(one)
    checks.use(village(), 30, one, 4)
    checks.use(village(), 31, undefined, undefined)
    const again = new SpotChecks()
    again.load(JSON.parse(JSON.stringify(checks.toJson())))
    again.use(village(), 32, one, 4)
    expect(told()).toEqual([])
  })

  it('are found out when the list is another, or cannot be drawn from', async () => {
    await announce({ candidates: 5 })
    document = spotListBytes({ ...list, candidates: list.candidates.toReversed() })
    checks = new SpotChecks()
    await announce()
    await announce()
    expect(told()).toEqual([
      'spot_check_wrong 10',
      'spot_check_wrong 10',
      'spot_check_wrong 10',
      'spot_check_wrong 10',
      'spot_check_wrong 10',
    ])
  })

  it('are found out when the checkpoint was known before, or another draw is told', async () => {
    drawIt()
    for (const changed of [
      { checkpoint: { ...checkpoint, size: 10 } },
      { checkpoint: { ...checkpoint, size: 15 } },
      { drawn: 3 },
      { result: sha256('another') },
    ]) {
      checks = new SpotChecks()
      await announce()
      drawIt(changed)
    }
    expect(findings.total).toBeGreaterThanOrEqual(5)
    expect(new Set(told())).toEqual(new Set(['spot_check_wrong 14']))
  })

  it('are found out when something else was checked, twice, or counts otherwise than it says', async () => {
    await announce()
    drawIt()
    score(left)
    score(two)
    score(two, 5)
    checks.use(village(), 30, two, 5)
    checks.use(village(), 31, one, 3)
    checks.use(village(), 32, undefined, 3)
    expect(told()).toEqual([20, 20, 30, 31, 32].map((index) => `spot_check_wrong ${index}`))
  })

  it('are told apart: made, lapsed, and kept back', async () => {
    await announce()
    drawIt()
    score(one)
    lapse(two)
    checks.closeDay(village(), 25, '2026-03-06')
    expect(told()).toEqual([])
    score(two)
    lapse(one)
    expect(told()).toEqual(['spot_check_wrong 20', 'spot_check_wrong 22'])

    findings = new Findings()
    checks = new SpotChecks()
    await announce()
    drawIt()
    score(one)
    checks.closeDay(village(), 24, '2026-03-05')
    expect(told()).toEqual([])
    checks.closeDay(village(), 25, '2026-03-06')
    checks.closeDay(village(), 26, '2026-03-07')
    expect(told()).toEqual(['spot_check_wrong 25'])
  })

  it('wait in sight until they are drawn, and no other list may pass them by', async () => {
    await announce()
    checks.prune('2027-03-02')
    expect(checks.waiting()).toEqual([{ index: 10, announcedOn: '2026-03-02' }])
    await checks.announce(
      village(),
      30,
      leaf('spot-draw.announced', { ...announced, draw: 'other' }),
    )
    expect(told()).toContain('spot_check_wrong 30')
  })

  it('of a retired log name its checkpoints, none of a later day or a larger size', async () => {
    const begun = (size: number) =>
      leaf('log.begun', {
        previous: {
          origin: 'old',
          checkpoint: `old\n${size}\n${'A'.repeat(43)}=\n\n— old AAAAAAA=\n`,
        },
      })
    const old = { ...checkpoint, origin: 'old' }
    const seed = sha256(`old\n${size}\n${root}\n`)
    const result = sha256(
      canonicalJson(drawSpotChecks(sha256, seed, list).map((each) => ({ ...each }))),
    )
    for (const [last, expected] of [
      [40, []],
      [11, ['spot_check_wrong 14']],
    ] as const) {
      findings = new Findings()
      checks = new SpotChecks()
      checks.succeed(begun(last))
      await announce()
      drawIt({ checkpoint: old, result })
      expect(told()).toEqual(expected)
      expect(checks.checkpoints).toEqual([])
    }
  })

  it('are found out when the tree never had the root of their checkpoint', async () => {
    const tree = new TreeBuilder(hasher)
    const roots = [3, 5].map((count) => {
      while (tree.size < count) tree.append(new Uint8Array([tree.size]))
      return { size: count, rootHash: tree.root() }
    })
    const [old, head] = roots
    if (old === undefined || head === undefined) throw new Error('no trees')
    const hashes = Array.from({ length: 5 }, (_, no) => hasher.leaf(new Uint8Array([no])))
    const readTile = async () => Uint8Array.from(hashes.flatMap((hash) => [...hash]))
    const named = (changed: object) => ({
      index: 7,
      origin: 'log',
      size: 3,
      root: base64EncodeHash(old.rootHash),
      ...changed,
    })
    const log = { ...head, origin: 'log' }
    await checkCheckpoints(readTile, log, [named({})], findings)
    expect(told()).toEqual([])
    const wrong = [named({ origin: 'other' }), named({ size: 4 }), named({ root: 'no hash' })]
    await checkCheckpoints(readTile, log, wrong, findings)
    expect(told()).toHaveLength(3)
  })
})
