import { defineMessages } from '@azalea/client'

export const passOnMessages = defineMessages('pass-on', {
  zh: {
    ask: '我有牵连，请别人来定',
    title: '交给别人来定',
    words:
      '您要是当事人的亲友，或者和这件事有牵连，就该回避。交出去以后，您不能再定这件事，也不能收回。账本里只记有人回避，不写是谁。',
    confirm: '我回避，交给别人',
    keep: '不交',
  },
  en: {
    ask: 'I am involved; let somebody else judge',
    title: 'Pass it on',
    words:
      'Kin and friends of those concerned, and whoever has a part in it, stand aside. Once you pass it on, you cannot judge it, nor take that back. The log says that somebody stood aside, not who.',
    confirm: 'I stand aside',
    keep: 'Keep it',
  },
})
