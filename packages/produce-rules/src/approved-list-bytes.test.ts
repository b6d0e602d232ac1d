import { expect, it } from 'vitest'
import { approvedListText, readApprovedList, type ApprovedList } from './index.ts'

const list: ApprovedList = {
  version: 2,
  inForceFrom: '2026-12-01',
  uses: [
    {
      kind: 'pesticide',
      name: '试验乳油',
      registrationNumber: 'PD0001',
      substances: ['甲', '乙'],
      crops: ['白菜'],
      unit: 'ml',
      leastPerMu: 30_000,
      mostPerMu: 40_000,
      mostUses: 2,
      preHarvestDays: 7,
      reEntryHours: 24,
      isOrganic: false,
      validFrom: '2026-01-01',
      validTo: null,
      source: '标签',
    },
  ],
}

it('reads back the list that it writes, whatever order its fields had', () => {
  const text = approvedListText(list)
  expect(readApprovedList(text)).toEqual(list)
  const [use] = list.uses
  const reversed = Object.fromEntries(Object.entries(use ?? {}).toReversed())
  expect(approvedListText({ ...list, uses: [reversed as never] })).toBe(text)
})

it('reads nothing else', () => {
  const changed = (change: object) =>
    readApprovedList(approvedListText({ ...list, uses: [{ ...list.uses[0], ...change } as never] }))
  const changes = [{ preHarvestDays: -1 }, { mostUses: '2' }, { unit: 'kg' }, { validFrom: '' }]
  for (const change of changes) expect(changed(change)).toBeNull()
  for (const text of ['', '{}', '[]', `${approvedListText(list)} `])
    expect(readApprovedList(text)).toBeNull()
})
