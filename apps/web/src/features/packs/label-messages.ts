import { defineMessages } from '@azalea/client'

export const labelMessages = defineMessages('packs-labels', {
  zh: {
    title: '标签',
    paper: '用什么纸',
    a4: 'A4，一张 24 个',
    roll: '标签卷，60 × 40 毫米',
    count_other: '{{count}} 个标签',
    print: '打印',
    noAddress: '村里的网址还没有写好，二维码会打不开。请管理员在“牌子”里写上网址。',
    qr: '{{number}} 的二维码',
    net: '净重 {{grams}} 克',
    bestBefore: '最佳食用日期',
  },
  en: {
    title: 'Labels',
    paper: 'Paper',
    a4: 'A4, 24 to a sheet',
    roll: 'Roll of labels, 60 × 40 mm',
    count_one: '{{count}} label',
    count_other: '{{count}} labels',
    print: 'Print',
    noAddress:
      'The village’s address is not known, so the codes would lead nowhere. The operator says it under “Plates”.',
    qr: 'QR code of {{number}}',
    net: 'Net weight {{grams}} g',
    bestBefore: 'Best before',
  },
})
