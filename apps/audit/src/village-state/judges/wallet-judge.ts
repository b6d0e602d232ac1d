import { judge } from './judge.ts'
import { Wallets } from '../wallets.ts'
import { Closings } from '../closings.ts'

/** Wallets beside what is earned and spent: each household starts once, and gives, as the sheet says; and
 * each wallet's year ends as it was announced. */
export const walletJudge = judge({
  keeps: { wallets: () => new Wallets(), closings: () => new Closings() },
  looksAt: {
    'wallet.closing-announced': (state, index, leaf) => state.closings.announce(state, index, leaf),
    'wallet.closing-called-off': (state, index, { public: { closesOn } }) =>
      state.closings.callOff(state, index, closesOn),
    'wallet.closed': (state, index, leaf) => state.closings.close(state, index, leaf),
    'wallet.closing-ended': (state, index, leaf) => state.closings.end(state, index, leaf),
    'wallet.gifted': (state, index, { at, public: { gift } }) =>
      state.wallets.give(state, index, at, gift),
    'wallet.started': (state, index, leaf) => state.wallets.start(state, index, leaf),
  },
})
