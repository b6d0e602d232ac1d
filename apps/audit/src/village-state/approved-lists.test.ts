import { approvedListText, type ApprovedUse } from '@azalea/produce-rules'
import type { LeafOfKind } from '@azalea/records'
import { expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import { ApprovedLists } from './approved-lists.ts'

const uses: readonly ApprovedUse[] = []
const published = (edition: number, inForceFrom: string, at = inForceFrom) =>
  ({
    at,
    public: { edition, inForceFrom, document: 'd'.repeat(64) },
  }) as LeafOfKind<'approved-list.published'>

function village(text: string | null) {
  const findings = new Findings()
  const state = { findings, readDocument: () => Promise.resolve(text) }
  const details = () => findings.kept.map(({ code, detail }) => `${code}: ${detail}`)
  return { state, details }
}

const first = approvedListText({ version: 1, inForceFrom: '2026-12-01', uses })

it('keeps the editions as they are published, over the end of the program', async () => {
  const { state, details } = village(first)
  const lists = new ApprovedLists()
  await lists.publish(state, 0, published(1, '2026-12-01'))
  const reopened = new ApprovedLists()
  reopened.load(JSON.parse(JSON.stringify(lists.toJson())))
  const second = approvedListText({ version: 2, inForceFrom: '2026-12-03', uses })
  const next = village(second)
  await reopened.publish(next.state, 1, published(2, '2026-12-03'))
  expect([details(), next.details()]).toEqual([[], []])
  expect(reopened.all.map(({ version }) => version)).toEqual([1, 2])
})

it('names an edition that was left out, dated back, or is another than its document', async () => {
  const { state, details } = village(first)
  const lists = new ApprovedLists()
  await lists.publish(state, 0, published(2, '2026-12-01', '2026-12-02'))
  await lists.publish(village(null).state, 1, published(1, '2026-12-01'))
  expect(details()).toEqual([
    'input_wrong: edition 2 follows 0',
    'input_wrong: it is in force from 2026-12-01, published on 2026-12-02',
    `document_wrong: ${'d'.repeat(64)} is not this edition of the list`,
  ])
  expect(lists.all).toEqual([])
})
