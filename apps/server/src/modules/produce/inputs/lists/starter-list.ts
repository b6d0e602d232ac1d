import type { ApprovedUse } from '@azalea/produce-rules'

/**
 * What a village's first list may begin with: only lines whose dose stands in a source that was read;
 * of interval, re-entry and first day the source says nothing, and its line says so. Registered pesticides are for the village to enter from the labels it has in hand, since
 * dose, uses and interval differ between registrations of one substance.
 */
export const starterList: readonly ApprovedUse[] = [
  {
    kind: 'fertiliser',
    name: '腐熟农家肥',
    registrationNumber: '农家肥（自制，无登记证）',
    substances: [],
    crops: ['大白菜'],
    unit: 'g',
    leastPerMu: 2_000_000_000,
    mostPerMu: 3_000_000_000,
    mostUses: null,
    preHarvestDays: 0,
    reEntryHours: 0,
    isOrganic: true,
    validFrom: '2022-01-01',
    validTo: null,
    source:
      'DB62/T 4636-2022《绿色食品 露地大白菜生产技术规程》：基肥每亩 2000—3000 公斤（https://www.wendangjia.com/1/113549.html 的解读）；安全间隔期、再进入时间和起用日期不是出自标准，用前请核对',
  },
]
