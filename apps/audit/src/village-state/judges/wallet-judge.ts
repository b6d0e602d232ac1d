import { judge } from './judge.ts'

/** Wallets beside what is earned and spent: each household starts once, and gives, as the sheet says. */
export const walletJudge = judge({
  keeps: ['wallets'],
  looksAt: {
    'wallet.gifted': (state, index, { at, public: { gift } }) =>
      state.wallets.give(state, index, at, gift),
    'wallet.started': (state, index, leaf) => state.wallets.start(state, index, leaf),
  },
})
