import { judge, onlyItsShape } from './judge.ts'
import { Queues } from '../queues.ts'

/**
 * Offers and their queues: the rule was adopted, every claim that stood is in, the honour is that of
 * the statements, and rule, lot and supply lead to the order, the turns and what is passed on.
 */
export const queueJudge = judge({
  keeps: { queues: () => new Queues() },
  looksAt: {
    'order-rule.adopted': (state, index, leaf) => state.queues.adopt(state, index, leaf),
    'offer.published': (state, index, leaf) => state.queues.publish(state, index, leaf.public),
    'offer.cancelled': (state, index, leaf) => state.queues.cancel(state, index, leaf.public.offer),
    'claim.entered': (state, index, leaf) => state.queues.claim(state, index, leaf.public),
    'claim.changed': (state, index, leaf) => state.queues.change(state, index, leaf.public),
    'claim.withdrawn': (state, index, leaf) => state.queues.withdraw(state, index, leaf.public),
    'queue.announced': (state, index, leaf) => state.queues.announce(state, index, leaf.public),
    'queue.drawn': (state, index, leaf) => state.queues.draw(state, index, leaf),
    'turn.ended': (state, index, leaf) => state.queues.end(state, index, leaf.public),
    'turn.disputed': (state, index, leaf) => state.queues.dispute(state, index, leaf.public),
    'turn.decided': (state, index, leaf) => state.queues.decide(state, index, leaf.public),
    'queue.settled': (state, index, leaf) => state.queues.settle(state, index, leaf.public),
    'kept-share.settled': (state, index, leaf) =>
      state.queues.settleKept(state, index, leaf.public),
    // Working days are not counted here: that it was late shows in the days.
    'turn.overdue': onlyItsShape,
    // Who is protected stands nowhere: there is nothing to hold these against.
    'protection.granted': onlyItsShape,
    'protection.ended': onlyItsShape,
  },
})
