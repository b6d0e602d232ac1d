import { Adoptions } from '../adoptions.ts'
import { judge } from './judge.ts'

/**
 * What people of the city adopt: each share once and no more than there are, nothing delivered beyond
 * what is due of the harvest, and back what the contract says.
 */
export const adoptionJudge = judge({
  keeps: { adoptions: () => new Adoptions() },
  looksAt: {
    'adoption-contract.published': (state, index, leaf) =>
      state.adoptions.publish(state, index, leaf.public),
    'adoption-offer.offered': (state, index, leaf) =>
      state.adoptions.offer(state, index, leaf.public),
    'adoption-offer.harvested': (state, index, leaf) =>
      state.adoptions.harvest(state, index, leaf.public.adoptionOffer, leaf.public.quantity),
    'adoption-offer.settled': (state, index, leaf) =>
      state.adoptions.settle(state, index, leaf.public),
    'adoption.begun': (state, index, leaf) => state.adoptions.begin(state, index, leaf.public),
    'adoption.delivered': (state, index, leaf) =>
      state.adoptions.deliver(state, index, leaf.public.adoption, leaf.public.quantity),
    'adoption.ended': (state, index, leaf) => state.adoptions.end(state, index, leaf.public),
  },
})
