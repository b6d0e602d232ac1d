/** Fifty-five days, harvested for fifteen, three tonnes a mu. */
export const cabbage = {
  kind: 'field',
  nameZh: '白菜',
  nameEn: 'Chinese cabbage',
  variety: '早熟五号',
  daysToMaturity: 55,
  harvestDays: 15,
  sowing: [301, 430, 801, 930],
  yieldGrams: 3_000_000,
  unit: 'kg',
  tasks: [
    { kind: 'thin', afterDays: 20, withinDays: 7, times: 1, everyDays: 7 },
    { kind: 'weed', afterDays: 25, withinDays: 7, times: 2, everyDays: 14 },
  ],
} as const
