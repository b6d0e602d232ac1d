import { judge } from './judge.ts'
import { SpotChecks } from '../spot-checks.ts'

/** Spot checks: what was announced is what was drawn from, by the checkpoint, and nothing else was checked. */
export const spotCheckJudge = judge({
  keeps: { spotChecks: () => new SpotChecks() },
  looksAt: {
    'spot-draw.announced': (state, index, leaf) => state.spotChecks.announce(state, index, leaf),
    'spot-draw.drawn': (state, index, leaf) => state.spotChecks.draw(state, index, leaf),
    'spot-check.scored': (state, index, leaf) => state.spotChecks.score(state, index, leaf.public),
    'spot-check.lapsed': (state, index, leaf) => state.spotChecks.lapse(state, index, leaf.public),
    // Draws of the log before name checkpoints that only that log can prove.
    'log.begun': (state, _, leaf) => state.spotChecks.succeed(leaf),
  },
})
