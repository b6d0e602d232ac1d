import { defineMessages } from '@azalea/client'

export const howMessages = defineMessages('how-verified', {
  zh: {
    how: '怎么验的',
    how1: '账本是一棵树：每条记录都算出一个指纹，两两合起来再算，最后只剩一个。改任何一条，最后的指纹就变。',
    how2: '账本把这个指纹签了名；请了见证人的，见证人看过它只增不减，也签名。您的手机自己核对这些签名。',
    how3: '手机记住看过的指纹。下回来，它要证明新的账本是从旧的长出来的。',
    how4: '更内行的人可以拿整本账重算每一分。',
    files: '账本的原件',
    file_checkpoint: '签了名的指纹',
    file_policy: '相信谁',
    file_vkey: '账本的钥匙',
    auditor: '全部重算的命令',
  },
  en: {
    how: 'How it was checked',
    how1: 'The log is a tree: each entry has a fingerprint, two and two make another, until one is left. Change any entry, and the last fingerprint changes.',
    how2: 'The log signs this fingerprint; where there are witnesses, they saw that it only grew, and sign too. Your device checks these signatures itself.',
    how3: 'The device remembers the fingerprint. Next time the log has to prove that it has grown from the old one.',
    how4: 'Those who know more can take the whole log and work out every point again.',
    files: 'The originals',
    file_checkpoint: 'The signed fingerprint',
    file_policy: 'Whom to trust',
    file_vkey: 'The log’s key',
    auditor: 'The command that works out everything again',
  },
})
