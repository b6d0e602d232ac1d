import { judge, onlyItsShape } from './judge.ts'

/**
 * Offers and their queues: the rule was adopted, every claim that stood is in, the honour is that of
 * the statements, and rule, lot and supply lead to the order, the turns and what is passed on.
 */
export const queueJudge = judge({
  keeps: ['queues'],
  looksAt: {
    'order-rule.adopted': (book, index, leaf) => book.queues.adopt(book, index, leaf.public.rule),
    'offer.published': (book, index, leaf) => book.queues.publish(book, index, leaf.public),
    'offer.cancelled': (book, index, leaf) => book.queues.cancel(book, index, leaf.public.offer),
    'claim.entered': (book, index, leaf) => book.queues.claim(book, index, leaf.public),
    'claim.changed': (book, index, leaf) => book.queues.change(book, index, leaf.public),
    'claim.withdrawn': (book, index, leaf) => book.queues.withdraw(book, index, leaf.public),
    'queue.announced': (book, index, leaf) => book.queues.announce(book, index, leaf.public),
    'queue.drawn': (book, index, leaf) => book.queues.draw(book, index, leaf),
    'turn.ended': (book, index, leaf) => book.queues.end(book, index, leaf.public),
    'turn.disputed': (book, index, leaf) => book.queues.dispute(book, index, leaf.public),
    'turn.decided': (book, index, leaf) => book.queues.decide(book, index, leaf.public),
    'queue.settled': (book, index, leaf) => book.queues.settle(book, index, leaf.public),
    'kept-share.settled': (book, index, leaf) => book.queues.settleKept(book, index, leaf.public),
    // Who is protected stands nowhere: there is nothing to hold these against.
    'protection.granted': onlyItsShape,
    'protection.ended': onlyItsShape,
  },
})
