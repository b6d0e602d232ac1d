import { defineMessages } from '@azalea/client'

export const homeMessages = defineMessages('home', {
  zh: {
    title: '映山红',
    lead: '村里的明白账：谁为大家做了什么，按公开的规则记分。',
    signIn: '微信登录',
    rank: '我的名次',
    mine: '我的',
    awards: '近来的积分',
    noAwards: '还没有积分。扫一块牌子，评一评。',
    hello: '{{name}}，{{village}}',
    noConsent: '没有同意隐私保护指引，登录不了；牌子还是可以扫、可以看。',
  },
  en: {
    title: 'Azalea',
    lead: 'The open book of the village: what each did for all, counted by public rules.',
    signIn: 'Sign in by WeChat',
    rank: 'My rank',
    mine: 'Mine',
    awards: 'Latest points',
    noAwards: 'No points yet. Scan a plate and rate it.',
    hello: '{{name}}, {{village}}',
    noConsent:
      'Without consent to the privacy statement nobody can sign in; plates can still be scanned and read.',
  },
})
