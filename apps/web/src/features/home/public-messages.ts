import { defineMessages } from '../../app/i18n.ts'

export const publicMessages = defineMessages('public-home', {
  zh: {
    about:
      '谁为村里做了什么，记在一本大家都看得见的账上。做一件事，按村里公布的规则算分；积分多的人家，好事先轮到。',
    aboutOpen: '规则公开，每一分都能查到怎么来的，谁也改不了。',
    signIn: '登录',
    scan: '扫牌子，或输入编号',
    memberHouseholds: '参加的人家',
    ofHouseholds: '共 {{count}} 户',
    people: '村民',
    householdsUnit: '户',
    peopleUnit: '人',
    board: '看积分榜',
    notices: '看积分公示',
    verify: '自己验一验',
    verifyNote: '账本有没有人改过，您的手机自己算',
    tagline: '一本公开的村账',
    setUp: '开始设置',
    setUpTitle: '这里还没有村子',
    setUpHint: '先填好村名、管理员和村委，再导入花名册。',
    villages: '这里的村',
  },
  en: {
    about:
      'One open book of who did what for the village. Each deed earns points by published rules, and those with more points come first when there is something good to share.',
    aboutOpen:
      'The rules are public, every point can be traced to its origin, and nobody can alter it.',
    signIn: 'Sign in',
    scan: 'Scan a plate, or type its code',
    memberHouseholds: 'Taking part',
    ofHouseholds: 'of {{count}} households',
    people: 'Villagers',
    householdsUnit: 'households',
    peopleUnit: 'people',
    board: 'See the board',
    notices: 'See the notices',
    verify: 'Verify it yourself',
    verifyNote: 'Whether anyone altered the log: your own device works it out',
    tagline: 'The village’s open book',
    setUp: 'Start the set-up',
    setUpTitle: 'There is no village here yet',
    setUpHint: 'Enter the village, the operator and the committee, then import the roster.',
    villages: 'Villages here',
  },
})
