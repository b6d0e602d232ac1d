import { judge } from './judge.ts'

/** Spot checks: what was announced is what was drawn from, by the checkpoint, and nothing else was checked. */
export const spotCheckJudge = judge({
  keeps: ['spotChecks'],
  looksAt: {
    'spot-draw.announced': (book, index, leaf) => book.spotChecks.announce(book, index, leaf),
    'spot-draw.drawn': (book, index, leaf) => book.spotChecks.draw(book, index, leaf),
    'spot-check.scored': (book, index, leaf) => book.spotChecks.score(book, index, leaf.public),
    'spot-check.lapsed': (book, index, leaf) => book.spotChecks.lapse(book, index, leaf.public),
    // Draws of the log before name checkpoints that only that log can prove.
    'log.begun': (book, _, leaf) => book.spotChecks.succeed(leaf),
  },
})
