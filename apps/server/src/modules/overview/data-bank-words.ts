import { civilDay } from '@azalea/text'
import { entryNumber } from '@azalea/tlog'

const states = {
  zh: { scored: '等公示', on_notice: '公示中', final: '已入账', reversed: '已撤回' },
  en: { scored: 'awaits notice', on_notice: 'on notice', final: 'booked', reversed: 'taken back' },
} as const

function stateWord(language: 'zh' | 'en', state: string): string {
  return Object.entries(states[language]).find(([known]) => known === state)?.[1] ?? state
}

const recordKinds = {
  zh: {
    'award.scored': '得分',
    'award.final': '得分入账',
    'award.counted': '评星得分',
    'award.reversed': '得分撤回',
  },
  en: {
    'award.scored': 'award',
    'award.final': 'award, booked',
    'award.counted': 'awards for rating',
    'award.reversed': 'award taken back',
  },
} as const

function recordKindWord(language: 'zh' | 'en', kind: string): string {
  return Object.entries(recordKinds[language]).find(([known]) => known === kind)?.[1] ?? kind
}

/** The words of the data bank on paper. */
export const dataBankWords = {
  zh: {
    title: '我的数据银行',
    madeOn: '生成于',
    name: '姓名',
    phone: '手机号',
    birthYear: '出生年',
    house: '户',
    group: (groupNo: string) => `第${groupNo}组`,
    honour: '本户荣誉分',
    wallet: '本户可用分',
    awards: (count: number) => `我的得分（${count} 条）`,
    moreAwards: (count: number) => `另有 ${count} 条见 JSON 文件。`,
    state: (state: string) => stateWord('zh', state),
    alsoHeld: '还保存着',
    receipts: '村账本的凭据',
    receiptsMeaning:
      '每个二维码证明一条记录写进了村账本的第几条，有账本的签名，有人见证的还有见证人的签名。不用相信本网站，任何人都能核对；请和存折放在一起。',
    recordKind: (kind: string) => recordKindWord('zh', kind),
    inFull: '以上全部内容可在“我的”页面下载为 JSON 文件。数据有误可以要求更正，也可以要求删除。',
  },
  en: {
    title: 'My data bank',
    madeOn: 'made on',
    name: 'Name',
    phone: 'Phone',
    birthYear: 'Year of birth',
    house: 'Household',
    group: (groupNo: string) => `Group ${groupNo}`,
    honour: 'Honour of the household',
    wallet: 'Wallet of the household',
    awards: (count: number) => `My awards (${count})`,
    moreAwards: (count: number) => `${count} more are in the JSON file.`,
    state: (state: string) => stateWord('en', state),
    alsoHeld: 'Also held',
    receipts: 'Receipts of the village’s log',
    receiptsMeaning:
      'Each code proves that a record stands in the village’s log and as which entry, signed by the log, and by those who witnessed it if anybody did. Anybody can check it without trusting this site; keep it with your passbook.',
    recordKind: (kind: string) => recordKindWord('en', kind),
    inFull:
      'All of it can be downloaded as a JSON file from the page “Mine”. You may ask for corrections and for erasure.',
  },
} as const

/** Hundredths of a point as people write them: 1250 → '12.5'. */
export function pointsText(hundredths: number): string {
  return String(hundredths / 100)
}

export function day(instant: string): string {
  return civilDay(new Date(instant))
}

/** What stands below a receipt's code: the entry by the number that every screen tells. */
export function receiptCaption(recordedOn: string, kind: string, index: number): string {
  return `${recordedOn}  ${kind}  № ${entryNumber(index).toLocaleString('en')}`
}
