import { judge } from './judge.ts'

/** Wallets beside what is earned and spent: each household starts once, as the sheet says. */
export const walletJudge = judge({
  keeps: ['wallets'],
  looksAt: {
    'wallet.started': (state, index, leaf) => state.wallets.start(state, index, leaf),
  },
})
