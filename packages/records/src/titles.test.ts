import { describe, expect, it } from 'vitest'
import { kinds } from './kinds.ts'

/** What a kind says happened, in the words of both languages: the same word in every family. */
const happened: { readonly [what: string]: readonly [zh: RegExp, en: RegExp] } = {
  'account-set': [/账户改定/, /account set/i],
  added: [/添|挂牌/, /added/i],
  adopted: [/通过/, /adopted/i],
  announced: [/公布/, /announced/i],
  answered: [/答复/, /answered/i],
  appealed: [/申诉/, /appeal/i],
  attached: [/查到当事人/, /found/i],
  begun: [/开始/, /begun/i],
  'budget-chosen': [/改用经费/, /budget chosen/i],
  cancelled: [/取消/, /cancelled/i],
  changed: [/改/, /changed/i],
  'checked-in': [/签到/, /check-in/i],
  'checked-out': [/签退/, /check-out/i],
  checked: [/校/, /checked/i],
  closed: [/结束|了结|结账|结转/, /closed|statement/i],
  'closing-announced': [/公布/, /announced/i],
  'closing-called-off': [/不办了/, /called off/i],
  'closing-ended': [/办完/, /done/i],
  corrected: [/改/, /corrected/i],
  counted: [/合在一起/, /counted together/i],
  decided: [/有了(结果|批复|决定)/, /decided/i],
  departed: [/去世或迁出/, /dead or moved away/i],
  done: [/包装/, /packed/i],
  delivered: [/交付/, /delivered/i],
  disputed: [/争议/, /disputed/i],
  drafted: [/拟定/, /drafted/i],
  drawn: [/抽签/, /drawn/i],
  ended: [/结束/, /ended/i],
  entered: [/登记/, /entered/i],
  erased: [/删除/, /erased/i],
  expired: [/到期/, /expired/i],
  final: [/入账/, /booked/i],
  founded: [/建村/, /founded/i],
  given: [/评星/, /rating/i],
  granted: [/批准|授予/, /granted|given/i],
  gifted: [/赠送/, /given to another/i],
  harvested: [/收成/, /harvest/i],
  'head-named': [/换户主/, /head .* named/i],
  imported: [/导入/, /imported/i],
  issued: [/换得/, /issued/i],
  joined: [/加入/, /joined/i],
  lapsed: [/过期/, /not made in time/i],
  left: [/退出/, /left/i],
  lifted: [/解除/, /lifted/i],
  made: [/反映|报名/, /reported|sign-up/i],
  moved: [/换了户/, /moved/i],
  measured: [/丈量/, /measured/i],
  'name-publication': [/公开姓名/, /name is published/i],
  'numbering-changed': [/户号.*改/, /numbered changed/i],
  'objection-phone-set': [/定异议电话/, /telephone.* set/i],
  offered: [/上架/, /offered/i],
  opened: [/设立/, /opened/i],
  ordered: [/开出/, /ordered/i],
  overdue: [/过期未答复/, /overdue/i],
  'passed-on': [/承办人回避/, /stood aside/i],
  'people-added': [/添/, /added/i],
  'people-changed': [/改/, /changed/i],
  'person-added': [/添/, /added/i],
  placed: [/召回/, /recall/i],
  planned: [/计划/, /planned/i],
  promoted: [/候补转正/, /waiting list/i],
  proposed: [/发起/, /proposed/i],
  approved: [/同意/, /approved/i],
  declared: [/申报/, /declared/i],
  'public-url-said': [/网址/, /address said/i],
  published: [/公示/, /published/i],
  raised: [/提出/, /raised/i],
  recorded: [/记下/, /recorded/i],
  'lot-entered': [/入库/, /into stock/i],
  'leave-dropped': [/退出.*撤掉/, /leaving.*dropped/i],
  'leave-entered': [/登记退出/, /leaving entered/i],
  'removal-dropped': [/撤掉.*提议/, /removal dropped/i],
  'removal-proposed': [/提出.*等人确认/, /removal proposed/i],
  redeemed: [/兑换/, /for points/i],
  repaired: [/补回/, /made good/i],
  replied: [/说明/, /reply/i],
  'reservation-ended': [/预留结束/, /ended/i],
  reserved: [/预留/, /reserved/i],
  resubmitted: [/再报/, /again/i],
  returned: [/回村|退回/, /back/i],
  reversed: [/撤回/, /taken back/i],
  revoked: [/收回/, /taken back/i],
  scored: [/算出|评分/, /worked out|scored/i],
  settled: [/办结/, /settled/i],
  shared: [/分好/, /shared/i],
  'sign-in-change-declined': [/没有改/, /turned down/i],
  'sign-in-change-proposed': [/提出改/, /change .* proposed/i],
  'sign-in-changed': [/改了/, /changed/i],
  started: [/起始/, /to start with/i],
  'stock-corrected': [/差异/, /corrected/i],
  sold: [/售出/, /sold/i],
  spent: [/核销/, /spent/i],
  told: [/讲/, /told/i],
  uploaded: [/上传/, /uploaded/i],
  'wechat-bound': [/绑定.*微信/, /WeChat bound/i],
  'wechat-unbound': [/解除.*微信/, /WeChat unbound/i],
  withdrawn: [/撤回|退出/, /withdrawn/i],
}

describe('the words of a kind', () => {
  it.each([...kinds.values()])('say what $kind means', ({ kind, title }) => {
    const what = kind.slice(kind.indexOf('.') + 1)
    const [zh, en] = happened[what] ?? [/^$/, /^$/]
    expect(title.zh).toMatch(zh)
    expect(title.en).toMatch(en)
  })

  it.each([...kinds.values()])(
    'say nothing that $kind does not tell',
    ({ public: shape, title }) => {
      // To whom something went stands in no record: it is passed on, not "passed to the town".
      expect(title.zh).not.toMatch(/镇|县|上级|转到|转给/)
      expect(title.en).not.toMatch(/\b(town|county|passed to|sent to)\b/i)
      // Who did it is sealed.
      expect(title.zh).not.toMatch(/书记|主任|委员|组长/)
      expect(title.en).not.toMatch(/\b(committee|leader|officer|supervisor)\b/i)
      expect(shape.says).not.toMatch(/\b(town|county)\b/)
    },
  )

  it('are another for each kind, in both languages', () => {
    const titles = [...kinds.values()].map(({ title }) => title)
    expect(new Set(titles.map(({ zh }) => zh)).size).toBe(kinds.size)
    expect(new Set(titles.map(({ en }) => en)).size).toBe(kinds.size)
  })
})
