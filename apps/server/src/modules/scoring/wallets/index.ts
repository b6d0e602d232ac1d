export { startEarlierWallets, type WalletParts } from './start-earlier-wallets.ts'
export { readWalletGrants } from './read-wallet-grants.ts'
export { walletsSubmodule } from './submodule.ts'
