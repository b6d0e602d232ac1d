export type Board = 'household' | 'person' | 'group'

export type StandingTables = {
  standing_pending: {
    village_id: string
    pending_id: string
    household_id: string
    person_id: string | null
    points_hundredths: number
    posted_on: string
  }
  standing_household: {
    village_id: string
    household_id: string
    group_no: number
    listed: boolean
  }
  standing_score: {
    village_id: string
    board: Board
    period: string
    competitor_id: string
    points_hundredths: number
    postings: number
    marked_on: string | null
    marked_hundredths: number | null
  }
  standing_count: CountTable
  standing_marked_count: CountTable
  standing_state: { village_id: string; folded_at: Date; marked_on: string | null }
}

type CountTable = {
  village_id: string
  board: Board
  period: string
  level: number
  bucket: number
  competitors: number
}
