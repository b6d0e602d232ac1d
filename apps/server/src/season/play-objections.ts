import { answerObjection, raiseObjection } from '../modules/scoring/index.ts'
import { atHour, otherHousehold, schedule, type Player, type Stage } from './stage.ts'

/** A deed that will be on notice, with those who had a part in it. */
export interface DisputedContribution {
  /** The season's day on which it is published. */
  readonly publishedOn: number
  readonly doer: Player
  readonly recorder: Player
  readonly decider: Player
  /** Null when it came to no award. */
  readonly awardId: () => string | null
}

export type Dispute = 'upheld' | 'refused' | 'open'

/** What is said, by whom, and what the committee answers two days later. */
const disputes = {
  upheld: {
    words: '那天帮的是两家，只记了一家。',
    reasons: '另一家也证实了，按两次更正。',
    correction: { quantity: 2 },
  },
  refused: {
    words: '那天没看见他在，是不是记错了？',
    reasons: '照片和受助的那家都证实是本人做的。',
  },
  open: { words: '这件事是两个人一起做的，怎么只有他有分？' },
} as const

/** An objection on the evening of its notice: the doer's by word of mouth, or a neighbour's own. */
export function playObjection(stage: Stage, dispute: Dispute, deed: DisputedContribution): void {
  const { doors } = stage
  const { doer, publishedOn } = deed
  const key = `season-objection-${dispute}`
  const leader = stage.cast.groupLeaders.find(
    (one) => one.groupNo === doer.groupNo && one.actor.personId !== doer.actor.personId,
  )
  const isSpoken = dispute === 'upheld' && leader !== undefined
  const objector = dispute === 'upheld' ? doer : neighbourOf(stage, deed)
  let objectionId: string | null = null
  schedule(stage, atHour(stage, publishedOn, 19), async () => {
    const awardId = deed.awardId()
    if (awardId === null) return
    const { words } = disputes[dispute]
    const onBehalf = { personId: doer.actor.personId, channel: 'oral' as const }
    const input = { awardId, words, ...(isSpoken ? { onBehalf } : {}) }
    const actor = isSpoken ? leader.actor : objector.actor
    const raised = await raiseObjection(doors, actor, key, input)
    objectionId = raised.objectionId
  })
  if (dispute === 'open') return
  const { words: _, ...answer } = disputes[dispute]
  schedule(stage, atHour(stage, publishedOn + 2, 10), async () => {
    if (objectionId === null) return
    const input = { objectionId, outcome: dispute, ...answer }
    const member = memberApartFrom(stage, [doer, objector, deed.recorder, deed.decider])
    await answerObjection(doors, member.actor, `${key}-answer`, input)
  })
}

function neighbourOf({ cast }: Stage, { doer }: DisputedContribution): Player {
  const near = cast.villagers.filter(({ groupNo }) => groupNo === doer.groupNo)
  return otherHousehold([...near, ...cast.villagers], doer.householdId)
}

/** A member of the committee of none of these households. */
function memberApartFrom({ cast }: Stage, players: readonly Player[]): Player {
  const households = new Set(players.map(({ householdId }) => householdId))
  const found = cast.committee.find(({ householdId }) => !households.has(householdId))
  if (found === undefined) throw new Error('the whole committee had a part in a deed')
  return found
}
