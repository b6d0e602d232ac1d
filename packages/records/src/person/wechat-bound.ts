import { fields, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const personWechatBound = defineRecord({
  kind: 'person.wechat-bound',
  version: 1,
  title: { zh: '绑定了微信登录', en: 'Sign-in by WeChat bound' },
  public: fields({}),
  // A keyed hash: the account itself stands nowhere.
  sealed: { person: { account: words } },
})

export const about: About = {
  infer: "that somebody's sign-in was touched, on a day",
  valid: [{}],
  invalid: [
    { but: { person: 'somebody' }, problem: 'additional_field' },
    { but: { account: 'oABC' }, problem: 'additional_field' },
  ],
}
