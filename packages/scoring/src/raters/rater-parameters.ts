/**
 * Everything about the model that is chosen and not estimated. Published, so that whoever recomputes
 * a score uses the same.
 */
export interface RaterParameters {
  /** A rating's weight on a score halves in this many days; never below `leastWeight`. */
  halfLifeDays: number
  leastWeight: number
  /** How far one rater, one household or one ring can move a score, in stars. */
  mostInfluenceStars: number
  /** What a rating by kin, or by someone of the same hamlet, weighs beside a stranger's. */
  kinWeight: number
  hamletWeight: number
  /** Standard deviation of an inspector's spot check, in stars. */
  spotCheckDeviationStars: number
  /** A rater's own spread starts at everybody's, as if from this many ratings. */
  spreadPriorRatings: number
  /** Share of raters taken to judge what they see, before their ratings are looked at. */
  informativeShare: number
  /** A fit ends when a round changes mean and deviations by less than this, in stars … */
  tolerance: number
  /** … or after so many rounds. */
  rounds: number
  /** Ratings this close together count as given together. */
  windowSeconds: number
  /** By how many stars a ring lifts its members. */
  ringLiftStars: number
  /** What the first favour of a ring's members for a member's subject counts; the others nothing. */
  ringShare: number
  /** Log odds against one more person being in a ring, before any evidence. */
  memberLogOdds: number
  /** Log odds, all members paid for, from which a group is called a ring. */
  ringEvidence: number
  /** What is taken off the evidence of two raters who are only seen to lift the same subjects. */
  coRatingPenalty: number
  /** Whether people who are rated low are trusted less as raters, where the ratings show a reason. */
  trustFollowsStanding: boolean
}

export const defaultRaterParameters: RaterParameters = {
  halfLifeDays: 730,
  leastWeight: 0.25,
  mostInfluenceStars: 0.75,
  kinWeight: 0.5,
  hamletWeight: 0.8,
  spotCheckDeviationStars: 0.3,
  spreadPriorRatings: 6,
  informativeShare: 0.9,
  tolerance: 0.005,
  rounds: 12,
  windowSeconds: 259_200,
  ringLiftStars: 1.5,
  ringShare: 0.3,
  memberLogOdds: 3,
  ringEvidence: 3.5,
  coRatingPenalty: 2,
  trustFollowsStanding: false,
}
