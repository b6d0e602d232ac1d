import { judge, onlyItsShape } from './judge.ts'
import { Objections } from '../objections.ts'

/** Objections, from the day they are raised to the day they are answered, and what follows from them. */
export const objectionJudge = judge({
  keeps: { objections: () => new Objections() },
  looksAt: {
    'objection.raised': (state, index, leaf) => state.objections.raise(state, index, leaf.public),
    'objection.answered': (state, index, leaf) =>
      state.objections.answer(state, index, leaf.public),
    // Working days are not counted here: that it was late shows in the days.
    'objection.overdue': onlyItsShape,
    'objection.passed-on': onlyItsShape,
  },
})
