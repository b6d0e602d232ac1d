/** Why somebody cannot sign in by WeChat, or not now. */
export const wechatRefusals = {
  wechat_off: {
    kind: 'conflict',
    zh: '这里没有开通微信登录，请用浏览器打开村里的网址。',
    en: 'Signing in by WeChat is not set up here; please open the village’s address in a browser.',
  },
  wechat_away: {
    kind: 'unavailable',
    zh: '微信暂时没有回应，什么都没有改动。请过一会儿再试。',
    en: 'WeChat does not answer for the moment; nothing was changed. Please try again shortly.',
  },
  wechat_code_refused: {
    kind: 'invalid',
    zh: '微信的登录码已经失效，请再试一次。',
    en: 'WeChat’s login code is no longer valid; please try once more.',
  },
  wechat_account_blocked: {
    kind: 'forbidden',
    zh: '微信认为这个微信号有风险，不让它登录。请在微信里查看原因，或用浏览器登录。',
    en: 'WeChat holds this account for risky and does not let it sign in. See in WeChat why, or sign in with a browser.',
  },
  wechat_too_often: {
    kind: 'too_many',
    zh: '微信登录太频繁，请过一分钟再试。',
    en: 'Too many sign-ins by WeChat; please try again in a minute.',
  },
  wechat_too_many_codes: {
    kind: 'too_many',
    zh: '这个微信号今天要了太多次验证码，请明天再来，或请村干部帮忙。',
    en: 'This WeChat account asked for too many codes today. Please try again tomorrow, or ask a village cadre.',
  },
  wechat_bound_to_other: {
    kind: 'conflict',
    zh: '这个微信号已经绑定了别人。请那个人先在“我的”里解除绑定。',
    en: 'This WeChat account is bound to somebody else. That person has to unbind it first, under “Mine”.',
  },
  wechat_not_bound: {
    kind: 'conflict',
    zh: '您没有绑定微信，没有要解除的。',
    en: 'No WeChat account is bound to you; there is nothing to undo.',
  },
  choose_by_wechat: {
    kind: 'conflict',
    zh: '在微信小程序里换村，请重新登录并选村。',
    en: 'In the mini-program, a change of village is a new sign-in.',
  },
} as const
