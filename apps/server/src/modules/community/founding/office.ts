/** The house number of the household that founding makes for the committee's first members. */
export const OFFICE_HOUSE_NO = '村委'
