import { defineMessages } from '../texts.ts'

/** Signing in by a code to the telephone of the roster. */
export const signInMessages = defineMessages('signIn', {
  zh: {
    signIn: '登录',
    signOut: '退出登录',
    phone: '手机号',
    sendCode: '发送验证码',
    codeLead: '要是村里登记的是 {{phone}}，验证码马上就到，{{minutes}} 分钟内有效。',
    code: '验证码',
    otherPhone: '换个手机号',
    chooseLead: '这个手机号在几个村登记过，先选一个，以后随时能换。',
  },
  en: {
    signIn: 'Sign in',
    signOut: 'Sign out',
    phone: 'Phone number',
    sendCode: 'Send the code',
    codeLead:
      'If the village knows {{phone}}, a code is on its way to it, good for {{minutes}} minutes.',
    code: 'Code',
    otherPhone: 'Another number',
    chooseLead: 'This number is on the roster of several villages. You can change at any time.',
  },
})
