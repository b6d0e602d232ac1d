/** The days off and the make-up working days of one year, as the State Council announced them. */
export interface HolidayYear {
  /** First and last day of each holiday, both included. */
  readonly off: readonly (readonly [first: string, last: string])[]
  /** Saturdays and Sundays on which people work instead. */
  readonly worked: readonly string[]
}

/**
 * China's public holidays. Sources: 国务院办公厅关于2025年部分节假日安排的通知, 国办发明电〔2024〕12号,
 * 12 November 2024; 国务院办公厅关于2026年部分节假日安排的通知, 国办发明电〔2025〕7号, 4 November 2025.
 * Each year's notice comes out in the autumn before: a release adds it here.
 */
export const publicHolidays: ReadonlyMap<string, HolidayYear> = new Map([
  [
    '2025',
    {
      off: [
        ['2025-01-01', '2025-01-01'],
        ['2025-01-28', '2025-02-04'],
        ['2025-04-04', '2025-04-06'],
        ['2025-05-01', '2025-05-05'],
        ['2025-05-31', '2025-06-02'],
        ['2025-10-01', '2025-10-08'],
      ],
      worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    },
  ],
  [
    '2026',
    {
      off: [
        ['2026-01-01', '2026-01-03'],
        ['2026-02-15', '2026-02-23'],
        ['2026-04-04', '2026-04-06'],
        ['2026-05-01', '2026-05-05'],
        ['2026-06-19', '2026-06-21'],
        ['2026-09-25', '2026-09-27'],
        ['2026-10-01', '2026-10-07'],
      ],
      worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    },
  ],
])
