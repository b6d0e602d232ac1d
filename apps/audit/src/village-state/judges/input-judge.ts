import { ApprovedLists } from '../approved-lists.ts'
import { judge } from './judge.ts'

/** What is put on plots: lists of approved products are published one after the other, and never backdated. */
export const inputJudge = judge({
  keeps: { approvedLists: () => new ApprovedLists() },
  looksAt: {
    'approved-list.published': (state, index, leaf) =>
      state.approvedLists.publish(state, index, leaf),
  },
})
