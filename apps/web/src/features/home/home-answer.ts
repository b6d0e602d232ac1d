/** `GET /api/me/home`: what the first screen shows of a household. */
export interface HomeAnswer {
  household: { joined: boolean }
  honourHundredths: number
  walletHundredths: number
  /** Of the household, this month. */
  rank: {
    rank: number | null
    pointsHundredths: number
    competitors: number
    /** Places climbed since Monday; null: was not ranked then. */
    change: number | null
  }
  waiting: readonly Waiting[]
  news: readonly News[]
}

export interface Waiting {
  kind: 'shift_now' | 'shift_today' | 'awards_on_notice' | 'messages' | 'join_household'
  /** The activity's, for shifts. */
  title: string | null
  /** When the shift begins. */
  at: string | null
  count: number
  /** A path of this app. */
  link: string
}

export interface News {
  kind: 'activity' | 'notice'
  id: string
  /** Null for notices, which have none. */
  title: string | null
  at: string
  link: string
}
