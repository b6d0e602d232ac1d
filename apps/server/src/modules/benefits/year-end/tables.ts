export type YearEndState = 'proposed' | 'confirmed' | 'dropped'

export type YearEndTables = {
  year_end: {
    village_id: string
    year_end_id: string
    title_zh: string
    title_en: string | null
    budget_id: string
    pool_fen: number
    honour_through: string
    honour_before: string | null
    total_hundredths: number
    household_count: number
    shares_hash: Buffer
    state: YearEndState
    proposed_by: string
    proposer_household_id: string | null
    proposed_at: Date
    ended_by: string | null
    ended_at: Date | null
  }
  year_end_share: {
    village_id: string
    year_end_id: string
    household_id: string
    line_no: number
    points_hundredths: number
    share_fen: number
    has_remainder: boolean
  }
}
