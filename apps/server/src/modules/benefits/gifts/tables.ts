export type GiftTables = {
  gift: {
    village_id: string
    gift_id: string
    from_household_id: string
    to_household_id: string
    points_hundredths: number
    month: string
    given_by: string
    given_to: string
    given_at: Date
  }
}
