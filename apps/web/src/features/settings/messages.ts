import { defineMessages } from '@azalea/client'

export const settingsMessages = defineMessages('settings', {
  zh: {
    title: '设置',
    lead: '只管这部手机怎么显示，不会告诉别人。',
    language: '语言',
    nativeChinese: '中文',
    nativeEnglish: 'English',
    reading: '看得清楚',
    elder: '长辈版',
    elderHint: '字大、按钮大。',
    highContrast: '黑白分明',
    highContrastHint: '线条更粗，颜色更深，太阳底下好认。',
    darkHint: '深色跟着手机走：手机用深色，这里也用深色。',
    about: '关于',
    aboutText:
      '映山红是一本打开的账：谁为村里做了什么，按公布的规则记分，人人可以查、可以自己重算。',
  },
  en: {
    title: 'Settings',
    lead: 'How this phone shows things. Nobody else is told.',
    language: 'Language',
    nativeChinese: '中文',
    nativeEnglish: 'English',
    reading: 'Easier to read',
    elder: 'Elder mode',
    elderHint: 'Large text, large buttons.',
    highContrast: 'High contrast',
    highContrastHint: 'Thicker lines and stronger colours, to read in the sun.',
    darkHint: 'Dark colours follow the phone: when it is dark, so is this.',
    about: 'About',
    aboutText:
      'Azalea is an open book: who did what for the village, counted by published rules, for anyone to look up and to recompute.',
  },
})
