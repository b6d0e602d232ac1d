import { formatsFor } from '../format.ts'
import { translator } from '../texts.ts'
import { doorText } from '@azalea/text'
import { describe, expect, it } from 'vitest'
import { messagesMessages } from '../words/messages-messages.ts'
import { messageText } from './message-text.ts'

const now = () => new Date('2026-11-22T04:00:00Z')
const context = (language: 'zh' | 'en') => ({
  language,
  t: translator(messagesMessages, language),
  format: formatsFor(language, now),
  doorOf: (at: { groupName: string; houseNo: string }) => doorText(at, language),
  itemName: () => (language === 'zh' ? '河道清扫' : 'Stream cleaning'),
})
const inZh = (kind: string, params: Record<string, unknown>) =>
  messageText({ kind, params }, context('zh'))

/** Every kind that the server sends, with the params it sends. */
const upheldObjection = {
  objectionId: 'o',
  awardId: 'w',
  outcome: 'upheld',
  reasons: '属实',
  itemRef: 'V1',
  fromHundredths: 500,
}
const replaced = {
  awardId: 'w',
  itemRef: 'V1',
  fromHundredths: 500,
  pointsHundredths: 250,
  state: 'final',
}

const onNotice = {
  noticeId: 'n',
  awardId: null,
  lastDay: '2026-12-01',
  items: [
    { itemRef: 'V1', awards: 1, pointsHundredths: 600 },
    { itemRef: 'V2', awards: 2, pointsHundredths: -400 },
  ],
}

const corrected = {
  activityId: 'a',
  title: '清扫',
  leaderName: '王建国',
  checkedInAt: '2026-11-22T00:00:00Z',
  reason: '点错了人',
}

const offer = { offerId: 'o', title: '有机肥', titleEn: 'Compost', unit: 'bag' }

const purchase = {
  purchaseId: 'p',
  nameZh: '洗衣液',
  nameEn: 'Laundry liquid',
  unitZh: '件',
  unitEn: 'piece',
  quantity: 2,
  pointsHundredths: 4000,
}

const settledRound = { roundId: 'r', settlementId: 's', title: '收白菜', titleEn: null }
const closing = { closesOn: '2027-01-10', keepPermille: null, atMostHundredths: null }

const gift = {
  giftId: 'g',
  pointsHundredths: 500,
  byName: '陈秀芳',
  byGroup: '第1组',
  toName: null,
  toGroup: '第2组',
}

const voucher = { voucherId: 'v', nameZh: '十元券', nameEn: null, valueFen: 1000, leftFen: 700 }

const sent: readonly [string, Record<string, unknown>][] = [
  ['activity.named_leader', { activityId: 'a', title: '清扫' }],
  ['activity.approved', { activityId: 'a', title: '清扫', words: null }],
  ['activity.sent_back', { activityId: 'a', title: '清扫', words: '改时间' }],
  ['activity.refused', { activityId: 'a', title: '清扫', words: '重复了' }],
  ['activity.cancelled', { activityId: 'a', title: '清扫', reason: '下雨' }],
  ['activity.closed', { activityId: 'a', title: '清扫', awardId: 'w', pointsHundredths: 250 }],
  [
    'sign_up.promoted',
    {
      activityId: 'a',
      shiftId: 's',
      title: '清扫',
      startsAt: '2026-11-23T00:00:00Z',
      endsAt: '2026-11-23T02:00:00Z',
    },
  ],
  [
    'check_in.by_leader',
    { activityId: 'a', title: '清扫', at: '2026-11-22T00:00:00Z', leaderName: '王建国' },
  ],
  [
    'check_out.by_leader',
    { activityId: 'a', title: '清扫', at: '2026-11-22T00:00:00Z', leaderName: '王建国' },
  ],
  [
    'check_in.for_person',
    { activityId: 'a', title: '清扫', at: '2026-11-22T00:00:00Z', name: '陈×芳' },
  ],
  [
    'check_out.for_person',
    { activityId: 'a', title: '清扫', at: '2026-11-22T00:00:00Z', name: '陈×芳' },
  ],
  ['attendance.corrected', { ...corrected, checkedInAt: null, checkedOutAt: null }],
  ['attendance.corrected', { ...corrected, checkedOutAt: null }],
  ['attendance.corrected', { ...corrected, checkedOutAt: '2026-11-22T01:00:00Z', minutes: 60 }],
  ['check_out.by_clock', { activityId: 'a', title: '清扫', at: '2026-11-22T02:00:00Z' }],
  [
    'check_out.for_other_shift',
    { activityId: 'a', title: '清扫', otherTitle: '值守', at: '2026-11-22T02:00:00Z' },
  ],
  ['check_out.by_clock_for_people', { activityId: 'a', title: '清扫', count: 2 }],
  ['awards.on_notice', onNotice],
  ['awards.final', { awards: 3, pointsHundredths: 750 }],
  [
    'award.reversed',
    {
      awardId: 'w',
      itemRef: 'V1',
      pointsHundredths: 250,
      honourHundredths: -250,
      reason: '记错了',
    },
  ],
  ['deed.refused', { itemRef: 'V1', occurredOn: '2026-11-21', reason: '没有照片' }],
  ['role.granted', { role: 'group_leader', groupNo: 3 }],
  ['role.colleague_granted', { role: 'committee', name: '陈×军' }],
  ['role.revoked', { role: 'committee' }],
  ['sign_in.change_proposed', { what: ['phone'] }],
  ['sign_in.passing_on_proposed', {}],
  ['sign_in.changed', { what: ['phone', 'identity'], by: 'two' }],
  ['sign_in.changed', { what: ['phone'], by: 'person' }],
  ['sign_in.number_passed_on', {}],
  ['sign_in.wechat_bound', {}],
  ['sign_in.wechat_unbound', {}],
  ['sign_in.change_declined', { what: ['identity'] }],
  ['sign_in.change_declined_by_person', { what: ['phone'] }],
  ['sign_in.proposal_declined', { what: ['phone'] }],
  ['sign_in.proposal_ended', { what: ['phone', 'identity'] }],
  ['sign_in.changes_made', { count: 1, name: '陈海军' }],
  ['sign_in.changes_made', { count: 3, name: '陈海军' }],
  ['village.public_url_said', { publicUrl: 'https://village.example' }],
  ['spot_check.drawn', { count: 3 }],
  ['spot_check.lapsed', { count: 2 }],
  ['consent.entered_for_you', { decision: 'join' }],
  ['leave.entered', { takesEffectAt: '2026-12-07T01:00:00.000Z' }],
  ['leave.to_confirm', { takesEffectAt: '2026-12-07T01:00:00.000Z', householdId: 'h' }],
  ['leave.dropped', {}],
  ['person.entered', { group: '第1组', houseNo: '12号', reason: '迁入' }],
  [
    'person.corrected',
    {
      before: { name: '高文芳', birthYear: 1958 },
      after: { name: '高文方', birthYear: 1958 },
      reason: '写错',
    },
  ],
  [
    'person.moved',
    { fromGroup: '第1组', fromHouseNo: '1号', group: '第2组', houseNo: '2号', reason: '分家' },
  ],
  ['person.departed', { name: '陈×芳', as: 'moved_away', reason: '迁出' }],
  ['person.returned', { as: 'died', reason: '登记错了' }],
  ['household.head_named', { isHead: true, reason: '商定' }],
  ['household.person_added', { name: '何×满', reason: '新婚迁入' }],
  ['household.person_added', { name: '何×满', byFile: true }],
  ['removal.proposed', { removal: 'erased', reason: '书面提出' }],
  ['removal.proposed_at_home', { removal: 'moved_in', name: '何×名', reason: '认亲' }],
  ['removal.to_confirm', { removal: 'died', personId: 'p' }],
  ['removal.dropped', { removal: 'erased' }],
  ['removal.proposal_dropped', { removal: 'died', personId: 'p' }],
  ['objection.entered', { objectionId: 'o', awardId: 'w', dueOn: '2026-12-01' }],
  [
    'objection.raised',
    {
      objectionId: 'o',
      awardId: 'w',
      dueOn: '2026-12-01',
      itemRef: 'watch-hour',
      pointsHundredths: 500,
    },
  ],
  ['objection.stand-back', { objectionId: 'o', dueOn: '2026-12-01', answeredBy: 'committee' }],
  ['objection.stand-back', { objectionId: 'o', dueOn: '2026-12-01', answeredBy: 'overseers' }],
  ['objection.to-overseers', { objectionId: 'o', dueOn: '2026-12-01' }],
  ['objection.yours-to-answer', { objectionId: 'o', dueOn: '2026-12-01' }],
  ['objection.raised', { objectionId: 'o', awardId: 'w', dueOn: '2026-12-01' }],
  ['objection.answered', { ...upheldObjection, honourHundredths: -500 }],
  ['objection.answered', { ...upheldObjection, outcome: 'refused', reasons: '有照片' }],
  ['objection.overdue', { objectionId: 'o', dueOn: '2026-12-01' }],
  ['award.recounted', replaced],
  ['award.superseded', { ...replaced, fromAwardId: 'v', fromItemRef: 'V2' }],
  ['breach_report.entered', { reportId: 'r', dueOn: '2026-12-01' }],
  ['breach_report.attached', { reportId: 'r', dueOn: '2026-12-01' }],
  ['breach_report.withdrawn', { reportId: 'r' }],
  ['offer.cancelled', { ...offer, reason: '天旱' }],
  ['claim.entered', { ...offer, quantity: 2, byName: '陈×军' }],
  ['claim.withdrawn', { ...offer, byName: '陈×军' }],
  ['turn.called', { ...offer, place: 3, quantity: 2, dueOn: '2026-12-01' }],
  ['turn.waiting', { ...offer, place: 9 }],
  ['turn.waiting', { ...offer, claimant: 'person', place: 9 }],
  ['turn.entered', { ...offer, quantity: 3, byName: '陈×军' }],
  ['turn.entered', { ...offer, claimant: 'person', quantity: 0, byName: '陈×军' }],
  ['turn.lapsed', offer],
  ['turn.kept', { ...offer, quantity: 1, dueOn: '2026-12-01' }],
  ['turn.disputed', { ...offer, byName: null, dueOn: '2026-12-01' }],
  ['turn.decided', { ...offer, outcome: 'upheld', reasons: '属实' }],
  ['turn.decided', { ...offer, outcome: 'dismissed', reasons: '不属实' }],
  ['turn.overdue', { ...offer, dueOn: '2026-12-01' }],
  [
    'year_end.shared',
    { yearEndId: 'y', title: '年终分配', titleEn: null, pointsHundredths: 500, shareFen: 714 },
  ],
  ['payout_account.changed', { ends: '0099' }],
  ['payout_account.changed', { ends: null }],
  ['breach_report.closed', { reportId: 'r', reason: '没人看见' }],
  ['purchase.reserved', { ...purchase, byName: '王建国' }],
  ['purchase.lapsed', purchase],
  ['purchase.fetched', purchase],
  ['purchase.returned', purchase],
  ['voucher.spent', { ...voucher, merchantZh: '村口小店', merchantEn: null, amountFen: 300 }],
  ['voucher.entered', { ...voucher, pointsHundredths: 3000, byName: '陈建军' }],
  ['voucher.expired', { ...voucher, returnedHundredths: 2100 }],
  ['voucher.expired', { ...voucher, returnedHundredths: 0 }],
  ['wallet.closing_announced', { ...closing, policy: 'reset' }],
  ['wallet.closing_announced', { ...closing, policy: 'carry_over', keepPermille: 500 }],
  [
    'wallet.closing_announced',
    { ...closing, policy: 'carry_over', keepPermille: 500, atMostHundredths: 20_000 },
  ],
  ['wallet.closing_called_off', { closesOn: '2027-01-10' }],
  ['wallet.closed', { closesOn: '2027-01-10', droppedHundredths: 300 }],
  ['sensor.alarm', { label: '菜地 A-17', plotId: 'p', cause: 'dry' }],
  ['sensor.alarm', { label: '菜地 A-17', plotId: 'p', cause: 'rainstorm' }],
  ['application.approved', { label: '菜地 A-17', plotId: 'p' }],
  ['application.declined', { label: '菜地 A-17', plotId: 'p', because: 'not_needed' }],
  [
    'round.slot',
    {
      roundId: 'r',
      title: '收白菜',
      titleEn: null,
      at: '2026-12-14T00:30:00Z',
      collectionPoint: '村口磅房',
      grams: 30_000,
    },
  ],
  ['round.missed', { roundId: 'r', title: '收白菜', titleEn: null }],
  [
    'round.settled',
    {
      ...settledRound,
      no: 1,
      netFen: 5_400,
      paidFen: 5_400,
    },
  ],
  [
    'round.settled',
    {
      ...settledRound,
      no: 2,
      netFen: -200,
      paidFen: 0,
    },
  ],
  [
    'weigh_in.accepted',
    { roundId: 'r', crop: '白菜', grade: 'first', grams: 20_500, lotNumber: '261214-K7QF' },
  ],
  [
    'weigh_in.refused',
    { roundId: 'r', crop: '白菜', grade: 'first', grams: 9_000, because: 'wet' },
  ],
  ['weigh_in.decided', { roundId: 'r', crop: '白菜', outcome: 'upheld', reasons: '看了照片' }],
  ['weigh_in.decided', { roundId: 'r', crop: '白菜', outcome: 'dismissed', reasons: '看了照片' }],
  ['lease.offered', { leaseId: 'l', label: '菜地 A-17', byName: '陈秀芳' }],
  ['gift.given', gift],
  ['gift.received', { ...gift, owedHundredths: 0 }],
  ['gift.received', { ...gift, owedHundredths: 300 }],
]

describe('a message', () => {
  it.each(sent)('%s has its words in both languages, with nothing left open', (kind, params) => {
    for (const language of ['zh', 'en'] as const) {
      const { text } = messageText({ kind, params }, context(language))
      expect(text).not.toMatch(/\{\{|undefined|NaN/)
      expect(text).not.toContain(kind)
      expect(text.length).toBeGreaterThan(5)
    }
  })

  it('leads to the award, the activity or the list it is about', () => {
    expect(inZh('activity.closed', sent[5]?.[1] ?? {}).about).toEqual({ kind: 'award', id: 'w' })
    expect(inZh('activity.approved', { activityId: 'a' }).about).toEqual({
      kind: 'activity',
      id: 'a',
    })
    expect(inZh('awards.final', { awards: 1 }).about?.kind).toBe('my_final_awards')
    expect(inZh('role.granted', { role: 'auditor' }).about).toBeNull()
    expect(inZh('objection.answered', { objectionId: 'o' }).about?.kind).toBe('objection')
    expect(inZh('objection.overdue', { objectionId: 'o' }).about).toEqual({
      kind: 'objection_to_answer',
      id: 'o',
    })
  })

  it('tells points, days and names as people say them', () => {
    expect(inZh('awards.final', { awards: 3, pointsHundredths: 750 }).text).toBe(
      '3 笔积分公示完了，7.5 分已经入账。',
    )
    expect(inZh('deed.refused', { itemRef: 'V1', occurredOn: '2026-11-21' }).text).toBe(
      '昨天的“河道清扫”没有通过。',
    )
  })

  it('keeps somebody’s own words apart from its own', () => {
    expect(inZh('activity.sent_back', { title: '清扫', words: '改时间' }).words).toBe('改时间')
    expect(inZh('activity.cancelled', { title: '清扫', reason: '下雨' }).words).toBe('下雨')
    expect(inZh('activity.approved', { title: '清扫', words: null }).words).toBeNull()
    expect(inZh('objection.answered', { reasons: '有照片' }).words).toBe('有照片')
  })

  it('about a corrected award tells both, and what it does to honour', () => {
    const corrected = { ...upheldObjection, newPointsHundredths: 1400 }
    const booked = { ...corrected, newState: 'final', honourHundredths: 900 }
    expect(inZh('objection.answered', booked).text).toBe(
      '异议成立：“河道清扫”原来 5 分，更正为 14 分，已经入账，这家的荣誉分变 +9 分。',
    )
    const onNotice = { ...corrected, newState: 'scored', honourHundredths: 0 }
    expect(inZh('objection.answered', onNotice).text).toBe(
      '异议成立：“河道清扫”原来 5 分，更正为 14 分，再公示，公示完入账。',
    )
    expect(inZh('award.recounted', { ...replaced, state: 'scored' }).text).toContain('公示完入账')
  })

  it('about an award that was taken back says whether honour sinks', () => {
    const revoked = { ...upheldObjection, honourHundredths: -500 }
    expect(inZh('objection.answered', revoked).text).toBe(
      '异议成立：“河道清扫”的 5 分撤回了，这家的荣誉分变 −5 分。',
    )
    const unposted = { ...upheldObjection, honourHundredths: 0 }
    expect(inZh('objection.answered', unposted).text).toContain('荣誉分不变')
    expect(inZh('award.reversed', { itemRef: 'V1', pointsHundredths: 250 }).text).toContain(
      '荣誉分不变',
    )
  })

  it('about an offer has its Chinese title where there is no English one', () => {
    const params = { ...offer, titleEn: null, outcome: 'dismissed' }
    expect(messageText({ kind: 'turn.decided', params }, context('en')).text).toBe(
      'The objection about “有机肥” was dismissed: the turn stands.',
    )
  })

  it('of a kind that this version does not know says so', () => {
    expect(inZh('something.new', {}).text).toBe('有一条新消息。请更新页面后再看。')
  })

  it('about what went on notice says what, how much and until when to object', () => {
    const { text, about } = inZh('awards.on_notice', onNotice)
    expect(text).toBe(
      '公示了：您的“河道清扫”1 笔 +6 分、“河道清扫”2 笔 −4 分。觉得不对，请在12月1日周二前（含当日）提出异议；没有异议，公示完入账。',
    )
    expect(about?.kind).toBe('my_awards_on_notice')
    const one = { ...onNotice, awardId: 'w', items: onNotice.items.slice(0, 1) }
    expect(messageText({ kind: 'awards.on_notice', params: one }, context('en'))).toEqual({
      text: 'On notice now: +6 points for “Stream cleaning”. If something is wrong, object by Tue 1 Dec (included); otherwise it is booked after that day.',
      words: null,
      about: { kind: 'award', id: 'w' },
    })
  })
})
