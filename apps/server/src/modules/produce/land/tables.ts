export type Channel = 'app' | 'oral' | 'written'
export type LeaseEnd = 'released' | 'transferred'

export type LandTables = {
  land_bounds: {
    village_id: string
    west_e7: number
    south_e7: number
    east_e7: number
    north_e7: number
    set_by: string
    set_at: Date
  }
  plot: {
    village_id: string
    plot_id: string
    tenure: 'collective' | 'household'
    ring_e7: number[]
    west_e7: number
    south_e7: number
    east_e7: number
    north_e7: number
    area_square_metres: number
    stated_square_metres: number | null
    soil: 'sandy' | 'loam' | 'clay' | 'paddy' | null
    water: string | null
    is_resting: boolean
    drawn_by: string
    drawn_at: Date
  }
  convention: {
    village_id: string
    edition: number
    words_zh: string
    words_en: string | null
    document_hash: Buffer
    published_by: string
    published_at: Date
  }
  growing_season: {
    village_id: string
    growing_season_id: string
    name_zh: string
    name_en: string | null
    begins_on: string
    ends_on: string
    offer_id: string | null
    opened_by: string
    opened_at: Date
  }
  lease: {
    village_id: string
    lease_id: string
    growing_season_id: string
    plot_id: string
    household_id: string
    person_id: string
    edition: number
    channel: Channel
    entered_by: string | null
    begun_at: Date
    from_lease_id: string | null
    to_person_id: string | null
    ended_as: LeaseEnd | null
    ended_at: Date | null
  }
}
