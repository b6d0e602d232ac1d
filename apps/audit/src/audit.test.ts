import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditMade, codesOf, type AuditOptions } from '../test/audit-made.ts'
import { name, SyntheticVillage, type MadeEntry } from '../test/synthetic-village.ts'
import { Findings } from './findings.ts'
import { pageOf } from './report-page.ts'
import { lineOf, reportOf, summaryOf } from './report.ts'

const village = new SyntheticVillage({ households: 8, days: 31, ratingsADay: 11, shiftsADay: 3 })
let entries: readonly MadeEntry[]

beforeAll(() => {
  entries = [...village.days()].flat()
})

type Told = { [name: string]: unknown }

const auditOf = (made: readonly MadeEntry[], options: AuditOptions = {}) =>
  auditMade(village, made, options)

/** What an audit finds when the operator has changed one entry of a kind before signing. */
async function lie(kind: string, change: (fields: Told) => void, nth = 3): Promise<string[]> {
  const at = nthOf(kind, nth)
  const made = entries.map((entry, index) => (index === at ? structuredClone(entry) : entry))
  change(made[at]?.public ?? {})
  return codesOf(await auditOf(made))
}

function nthOf(kind: string, nth: number): number {
  const places = entries.flatMap((entry, index) => (entry.kind === kind ? [index] : []))
  const at = places[nth]
  if (at === undefined) throw new Error(`only ${places.length} of ${kind}`)
  return at
}

describe('an honest log', () => {
  it('agrees in everything', async () => {
    const audited = await auditOf(entries)
    expect(audited.findings).toEqual([])
    expect(audited.village?.tally).toMatchObject({ entries: entries.length, statements: 30 })
    expect(audited.village?.known.checks).toMatchObject({ atLeast: 0, unchecked: 0 })
    expect(audited.village?.known.notices.checked).toBeGreaterThan(2)
    const report = reportOf('https://village.example', audited, new Findings(), 1)
    expect(report.agrees).toBe(true)
    expect(summaryOf(report)).toContain('Everything agrees.')
    expect(pageOf(report)).toContain('全部对得上')
  })

  it('is read on from where the last audit ended, with the same outcome', async () => {
    const first = await auditOf(entries.slice(0, 400))
    const second = await auditOf(entries, { state: first.state })
    const whole = await auditOf(entries)
    expect(second.findings).toEqual([])
    expect(second).toMatchObject({ readFrom: 400, extended: { size: 400 } })
    expect(second.state).toEqual(whole.state)
    const full = await auditOf(entries, { state: first.state, full: true })
    expect(full).toMatchObject({ readFrom: 0, findings: [] })
  })
})

describe('a log that was changed', () => {
  it('after it was seen is caught: rewritten, shortened, or with another key', async () => {
    const { state } = await auditOf(entries)
    const rewritten = entries.with(5, { ...entries[6]!, kind: 'photo.uploaded', public: {} })
    expect(codesOf(await auditOf(rewritten, { state }))).toEqual(['not_an_extension'])
    const shortened = entries.slice(0, -3)
    expect(codesOf(await auditOf(shortened, { state }))).toEqual(['checkpoint_shrunk'])
    const other = { ...state!, logKey: `${state!.logKey.slice(0, -4)}AAA=` }
    expect(codesOf(await auditOf(entries, { state: other }))).toEqual(['other_log'])
  })

  it('stays caught in the next audit', async () => {
    const made = structuredClone(entries.slice(0, 400))
    const at = made.findIndex(({ kind }) => kind === 'award.scored')
    made[at]!.public['pointsHundredths'] = 1
    const first = await auditOf(made)
    expect(codesOf(first)).toContain('points_wrong')
    const more = [...made, { ...entries[401]!, kind: 'photo.uploaded', public: {} }]
    const again = await auditOf(more, { state: first.state })
    expect(codesOf(again)).toContain('points_wrong')
  })

  it('in its files is caught: tiles, bundles, checkpoint', async () => {
    const flipped = (path: string, byte: number) =>
      auditOf(entries, {
        change: (files) => {
          const bytes = Uint8Array.from(files.get(path) ?? [])
          bytes[byte]! ^= 1
          files.set(path, bytes)
        },
      }).then(codesOf)
    expect(await flipped('tile/0/001', 40)).toEqual(['tile_wrong'])
    expect(await flipped(`tile/1/000.p/${Math.floor(entries.length / 256)}`, 40)).toEqual([
      'tile_wrong',
    ])
    expect(await flipped('tile/entries/001', 90)).toContain('root_wrong')
    expect(await flipped('checkpoint', 50)).toEqual(['checkpoint_untrusted'])
  })
})

describe('a file of a copied log', () => {
  type Change = (files: Map<string, Uint8Array>) => void
  const findingsOf = async (change: Change) =>
    (await auditOf(entries, { change })).findings.map(({ code, detail }) => `${code} ${detail}`)
  const resized =
    (path: string, bytes: number): Change =>
    (files) => {
      const grown = new Uint8Array(bytes)
      grown.set((files.get(path) ?? grown).subarray(0, bytes))
      files.set(path, grown)
    }
  const partial = () => `.p/${entries.length % 256}`
  const last = () => String(Math.floor(entries.length / 256)).padStart(3, '0')
  const upper = () => `tile/1/000.p/${Math.floor(entries.length / 256)}`

  it('of another length is named, whatever it holds', async () => {
    const tile = 'tile_wrong tile/0/001 has 8224 bytes instead of 8192'
    expect(await findingsOf(resized('tile/0/001', 8224))).toEqual([tile])
    expect(await findingsOf(resized('tile/0/001', 8191))).toEqual([
      'tile_wrong tile/0/001 has 8191 bytes instead of 8192',
    ])
    const edge = `tile/0/${last()}${partial()}`
    const due = (entries.length % 256) * 32
    expect(await findingsOf(resized(edge, 8192))).toEqual([
      `tile_wrong ${edge} has 8192 bytes instead of ${due}`,
    ])
    const upperDue = Math.floor(entries.length / 256) * 32
    expect(await findingsOf(resized(upper(), upperDue + 32))).toEqual([
      `tile_wrong ${upper()} has ${upperDue + 32} bytes instead of ${upperDue}`,
    ])
    const bundle = await findingsOf((files) => {
      const bytes = files.get('tile/entries/001') ?? new Uint8Array()
      files.set('tile/entries/001', Uint8Array.from([...bytes, 0, 0]))
    })
    expect(bundle).toContainEqual(expect.stringMatching(/^bundle_wrong tile\/entries\/001 is no/))
  })

  it('that is missing ends the audit, but for an upper tile, which is a finding', async () => {
    for (const path of ['tile/0/001', 'tile/entries/001', `tile/0/${last()}${partial()}`])
      await expect(
        auditOf(entries, { change: (files) => void files.delete(path) }),
      ).rejects.toMatchObject({ code: 'not_found' })
    const gone = await findingsOf((files) => void files.delete(upper()))
    expect(gone).toEqual([expect.stringMatching(/^tile_wrong tile\/1\/000 is not there/)])
  })

  it('may be the full tile that has replaced a partial one', async () => {
    const cut = entries.slice(0, 300)
    const grown = new Map<string, Uint8Array>()
    await auditOf(entries.slice(0, 600), {
      change: (files) => files.forEach((bytes, path) => grown.set(path, bytes)),
    })
    const audited = await auditOf(cut, {
      change: (files) => {
        for (const path of [...files.keys()].filter((name) => name.includes('/001.p/'))) {
          const full = path.replace(/\.p\/.*/, '')
          files.delete(path)
          files.set(full, grown.get(full) ?? new Uint8Array())
        }
      },
    })
    expect(audited.findings).toEqual([])
    expect(audited.village?.tally.entries).toBe(300)
  })
})

describe('many findings of one cause', () => {
  it('are told three times, counted, and kept one and all', () => {
    const told: string[] = []
    const findings = new Findings((finding) => told.push(lineOf(finding)))
    findings.add('award_out_of_order', 17, 'the cause')
    for (let at = 0; at < 3_260; at++) findings.add('honour_wrong', 100 + at, `household ${at}`)
    expect(told).toHaveLength(4)
    const outcome = { checkpoint: null, policyFromLog: false, extended: null } as const
    const nothing = { readFrom: 0, village: null, openings: null }
    const report = reportOf('log', { ...outcome, ...nothing }, findings, 1)
    expect(report.findings.all).toHaveLength(3_261)
    const summary = summaryOf(report)
    expect(summary).toContain('The first: award_out_of_order entry 17: the cause')
    expect(summary).toContain('honour_wrong: 3,260, entries 100 to 3359')
    const page = pageOf(report)
    expect(page).toContain('honour_wrong（3,260）')
    expect(page).toContain('And 3,240 more')
    const resumed = new Findings()
    resumed.restore({ total: findings.total, kept: findings.kept })
    expect(resumed.kinds).toEqual(findings.kinds)
  })
})

describe('an operator who signs a lie', () => {
  it('about the points of an award', async () => {
    const more = (fields: Told) =>
      void (fields['pointsHundredths'] = Number(fields['pointsHundredths']) + 10)
    expect(await lie('award.scored', more)).toContain('points_wrong')
    expect(await lie('award.final', more)).toContain('award_out_of_order')
    expect(await lie('award.counted', more)).toContain('points_wrong')
  })

  it('about what was used before', async () => {
    const prior = (fields: Told) => {
      const [usage] = (fields['input'] as { prior: { usedHundredths: number }[] }).prior
      usage!.usedHundredths += 100
    }
    expect(await lie('award.scored', prior)).toContain('prior_wrong')
  })

  it('about what competes', async () => {
    const competing = (fields: Told) => {
      const input = fields['input'] as { competing: unknown[] }
      input.competing = [{ itemRef: 'r164', pointsHundredths: 1 }]
    }
    expect(await lie('award.scored', competing)).toContain('competing_wrong')
  })

  it('about how many deeds there were', async () => {
    const counts = (fields: Told) => void (fields['counts'] = [4, 1])
    expect(await lie('award.counted', counts)).toContain('points_wrong')
  })

  it('about whose points they are', async () => {
    const given = (fields: Told) => {
      fields['household'] = name('household', 99)
    }
    expect(await lie('award.final', given)).toEqual(
      expect.arrayContaining(['award_out_of_order', 'honour_wrong', 'board_wrong']),
    )
  })

  it('about a reversal', async () => {
    const half = (fields: Told) => {
      fields['postedHundredths'] = 1
    }
    expect(await lie('award.reversed', half, 0)).toEqual(
      expect.arrayContaining(['award_out_of_order', 'statement_wrong', 'honour_wrong']),
    )
  })

  it('about a notice, its list or its time', async () => {
    const snapshot = (fields: Told) => {
      fields['snapshot'] = '0'.repeat(64)
    }
    expect(await lie('notice.published', snapshot, 0)).toEqual(['notice_wrong'])
    const later = (fields: Told) => {
      fields['finalOn'] = '2026-03-30'
    }
    expect(await lie('notice.published', later, 0)).toEqual(['notice_wrong'])
  })

  it('about an objection, what it stayed and what came of it', async () => {
    const disputed = entries[nthOf('award.scored', 3)]!
    const objection = name('objection', 1)
    const open = {
      objection,
      award: disputed.public['award'],
      phase: 'notice',
      channel: 'app',
      dueOn: '2026-03-30',
    }
    const said = (kind: string, fields: MadeEntry['public'], at = disputed.at): MadeEntry => ({
      kind: `objection.${kind}`,
      at,
      public: fields,
    })
    const from = nthOf('award.scored', 3) + 1
    const withThese = async (...more: MadeEntry[]) =>
      codesOf(await auditOf(entries.toSpliced(from, 0, ...more)))
    const raised = said('raised', open)
    const answered = (outcome: string, newAward: string | null = null) =>
      said('answered', { objection, outcome, newAward })
    const settled = ['statement_wrong']
    expect(await withThese(raised, answered('refused'))).toEqual(settled)
    expect(await withThese(raised)).toContain('objection_wrong')
    expect(await withThese(raised, raised, answered('refused'))).toContain('objection_wrong')
    expect(await withThese(answered('refused'))).toContain('objection_wrong')
    expect(await withThese(raised, answered('upheld'))).toContain('objection_wrong')
    expect(await withThese(raised, answered('refused', name('award', 999)))).toContain(
      'objection_wrong',
    )
    expect(await withThese(raised, answered('perhaps'))).toContain('fields_wrong')
    const unheard = (fields: Told) => {
      fields['objection'] = name('objection', 2)
    }
    expect(await lie('award.reversed', unheard, 0)).toContain('objection_wrong')
    const corrects = (fields: Told) => {
      Object.assign(fields, { corrects: name('award', 999), objection: name('objection', 2) })
    }
    expect(await lie('award.scored', corrects)).toContain('objection_wrong')
  })

  it('in a daily statement', async () => {
    const changed = (name: string, value: unknown) => (fields: Told) => {
      fields[name] = value
    }
    const otherBoard = (fields: Told) => {
      fields['boards'] = { ...(fields['boards'] as object), 'all/group': '0'.repeat(43) }
    }
    for (const name of ['records', 'recordsOfDay', 'awardedHundredths', 'reversedHundredths'])
      expect(await lie('day.closed', changed(name, 1), 20)).toEqual(['statement_wrong'])
    expect(await lie('day.closed', changed('spentHundredths', 5), 20)).toEqual(['statement_wrong'])
    expect(await lie('day.closed', changed('sheet', 'ab'.repeat(32)), 20)).toEqual([
      'statement_wrong',
    ])
    expect(await lie('day.closed', otherBoard, 20)).toEqual(['board_wrong'])
    expect(await lie('day.closed', changed('households', 'ab'.repeat(32)), 20)).toEqual([
      'document_wrong',
    ])
    const [older] = [...entries].filter(({ kind }) => kind === 'day.closed').slice(10)
    const stale = changed('households', older?.public['households'])
    expect(await lie('day.closed', stale, 25)).toEqual(
      expect.arrayContaining(['statement_wrong', 'honour_wrong']),
    )
  })

  it('about points that wait to be counted, by one hundredth on any day', async () => {
    const told = async (made: readonly MadeEntry[]) =>
      (await auditOf(made)).findings.filter(({ detail }) => detail.startsWith('uncounted'))
    const closed = entries.flatMap(({ kind }, index) => (kind === 'day.closed' ? [index] : []))
    const changed = new Map([
      [closed[4], 1],
      [closed[9], -1],
      [closed[16], 1],
    ])
    const made = entries.map((entry, index) => {
      const by = changed.get(index)
      if (by === undefined) return entry
      const uncountedHundredths = Number(entry.public['uncountedHundredths'])
      expect(uncountedHundredths).toBeGreaterThan(0)
      const fields = { ...entry.public, uncountedHundredths: uncountedHundredths + by }
      return { ...entry, public: fields }
    })
    expect((await told(made)).map(({ code, index }) => [code, index])).toEqual(
      [...changed.keys()].map((index) => ['statement_wrong', index]),
    )
    // A rating that was never given, or one more that was counted, is missed in every statement.
    const rating = nthOf('rating.given', 9)
    expect((await told(entries.toSpliced(rating, 1))).length).toBeGreaterThan(20)
    const counted = nthOf('award.counted', 2)
    const more = entries.with(counted, structuredClone(entries[counted]!))
    more[counted]!.public['pointsHundredths'] =
      20 + Number(more[counted]!.public['pointsHundredths'])
    expect((await told(more)).length).toBeGreaterThan(10)
  })

  it('by leaving an entry out, by telling one twice or too late', async () => {
    const without = entries.toSpliced(nthOf('award.final', 4), 1)
    expect(codesOf(await auditOf(without))).toEqual(
      expect.arrayContaining(['statement_wrong', 'honour_wrong', 'board_wrong']),
    )
    const rating = nthOf('rating.given', 9)
    expect(codesOf(await auditOf(entries.toSpliced(rating, 1)))).toEqual(['statement_wrong'])
    const twice = entries.toSpliced(rating, 0, entries[rating]!)
    expect(codesOf(await auditOf(twice))).toEqual(
      expect.arrayContaining(['rating_twice', 'statement_wrong']),
    )
    const counted = nthOf('award.counted', 2)
    const again = entries.toSpliced(counted, 0, entries[counted]!)
    expect(codesOf(await auditOf(again))).toContain('count_twice')
    const closed = nthOf('day.closed', 5)
    const late = entries.toSpliced(closed + 1, 0, {
      ...entries[rating]!,
      kind: 'photo.uploaded',
      public: {},
    })
    expect(codesOf(await auditOf(late))).toContain('entry_after_close')
  })

  it('by judging by rules that nobody adopted', async () => {
    const sheet = (fields: Told) => {
      fields['sheet'] = 'f'.repeat(64)
    }
    expect(await lie('award.scored', sheet)).toContain('sheet_unknown')
    expect(await lie('award.counted', sheet)).toContain('sheet_unknown')
    expect(await lie('rule-sheet.adopted', sheet, 0)).toContain('document_wrong')
  })

  it('by naming a document that says nothing', async () => {
    const hash = createHash('sha256').update('no JSON').digest('hex')
    village.documents.set(hash, 'no JSON')
    const named = (field: string) => (fields: Told) => {
      fields[field] = hash
    }
    expect(await lie('day.closed', named('households'), 20)).toEqual(['entry_unreadable'])
    expect(await lie('rule-sheet.adopted', named('sheet'), 0)).toContain('entry_unreadable')
  })
})

it('looks for an award that was taken back long after it was final', async () => {
  const old = new SyntheticVillage({ households: 3, days: 130, ratingsADay: 1, shiftsADay: 1 })
  const long = [...old.days()].flat()
  for (const [hash, text] of old.documents) village.documents.set(hash, text)
  expect((await auditOf(long)).findings).toEqual([])
  const last = long.findLastIndex(({ kind }) => kind === 'award.reversed')
  const reversals = long.flatMap(({ kind }, index) => (kind === 'award.reversed' ? [index] : []))
  const ages = reversals.map((index) => JSON.stringify(long[index]?.public['day']))
  expect(ages.some((day) => day < '"2026-02')).toBe(true)
  const unknown = structuredClone(long)
  unknown[last]!.public['award'] = name('award', 9_999)
  expect(codesOf(await auditOf(unknown))).toContain('award_out_of_order')
})
