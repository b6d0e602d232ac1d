import { judge } from './judge.ts'
import { Notices } from '../notices.ts'

/** Notices: numbered without gaps; each award on its frozen list leaves it in time, and no other. */
export const noticeJudge = judge({
  keeps: { notices: () => new Notices() },
  looksAt: {
    'notice.published': (state, index, leaf) => state.notices.publish(state, index, leaf.public),
  },
})
