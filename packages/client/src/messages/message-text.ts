import { aboutEntry, entryKinds } from './about-entry.ts'
import { number, optionalText, text } from './params.ts'
import { aboutEffect, reversedText } from './effect-text.ts'
import { aboutMoney, moneyKinds } from './about-money.ts'
import { aboutLand, landKinds } from './about-land.ts'
import { aboutRounds, roundKinds } from './about-rounds.ts'
import { aboutSensors, sensorMessageKinds } from './about-sensors.ts'
import { aboutOffer, offerKinds } from './about-offer.ts'
import { aboutShop, shopKinds } from './about-shop.ts'
import { aboutVouchers, voucherKinds } from './about-vouchers.ts'
import { aboutWallet, walletKinds } from './about-wallet.ts'
import { aboutNotice } from './about-notice.ts'
import { aboutSignIn, signInKinds } from './sign-in-text.ts'
import { roleMessages } from '../words/role-messages.ts'
import { translator } from '../texts.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

const aboutActivities = [
  'activity.named_leader',
  'activity.approved',
  'activity.sent_back',
  'activity.refused',
  'activity.cancelled',
  'sign_up.promoted',
  'check_in.by_leader',
  'check_out.by_leader',
  'check_in.for_person',
  'check_out.for_person',
  'check_out.by_clock',
  'check_out.for_other_shift',
  'attendance.corrected',
] as const

const aboutReports = [
  'breach_report.made',
  'breach_report.entered',
  'breach_report.attached',
  'breach_report.withdrawn',
  'breach_report.closed',
  'breach_report.decided',
  'breach_report.appealed',
  'breach_report.settled',
] as const

const roles = [
  'group_leader',
  'committee',
  'supervisor',
  'technician',
  'town_officer',
  'auditor',
  'operator',
  'merchant',
] as const

/** What a household's points and money did; null of anything else. */
function aboutPurse(
  { kind, params }: Pick<Message, 'kind' | 'params'>,
  context: MessageContext,
): MessageText | null {
  const shop = shopKinds.find((one) => one === kind)
  if (shop !== undefined) return aboutShop(shop, params, context)
  const voucher = voucherKinds.find((one) => one === kind)
  if (voucher !== undefined) return aboutVouchers(voucher, params, context)
  const wallet = walletKinds.find((one) => one === kind)
  if (wallet !== undefined) return aboutWallet(wallet, params, context)
  const money = moneyKinds.find((one) => one === kind)
  return money === undefined ? null : aboutMoney(money, params, context)
}

/** What is grown and sold; null of anything else. */
function aboutProduce(
  { kind, params }: Pick<Message, 'kind' | 'params'>,
  context: MessageContext,
): MessageText | null {
  const land = landKinds.find((one) => one === kind)
  if (land !== undefined) return aboutLand(land, params, context)
  const sensor = sensorMessageKinds.find((one) => one === kind)
  if (sensor !== undefined) return aboutSensors(params, context)
  const round = roundKinds.find((one) => one === kind)
  return round === undefined ? null : aboutRounds(round, params, context)
}

/** A message in words, from its kind and what it carries. Kinds unknown to this version say so. */
export function messageText(
  message: Pick<Message, 'kind' | 'params'>,
  context: MessageContext,
): MessageText {
  const { t } = context
  const { kind, params } = message
  const activity = aboutActivities.find((one) => one === kind)
  if (activity !== undefined) return aboutActivity(activity, params, context)
  const entry = entryKinds.find((one) => one === kind)
  if (entry !== undefined) return aboutEntry(entry, params, context)
  const offer = offerKinds.find((one) => one === kind)
  if (offer !== undefined) return aboutOffer(offer, params, context)
  const produce = aboutProduce(message, context)
  if (produce !== null) return produce
  const purse = aboutPurse(message, context)
  if (purse !== null) return purse
  const report = aboutReports.find((one) => one === kind)
  if (report !== undefined) return aboutReport(report, params, context)
  const objection = aboutObjections.find((one) => one === kind)
  if (objection !== undefined) return aboutObjection(objection, params, context)
  const signIn = signInKinds.find((one) => one === kind)
  if (signIn !== undefined) return aboutSignIn(signIn, params, context)
  switch (kind) {
    case 'awards.on_notice':
      return aboutNotice(params, context)
    case 'activity.closed':
    case 'awards.final':
    case 'award.reversed':
    case 'deed.refused':
    case 'deduction.repaired':
      return aboutPoints(kind, params, context)
    case 'award.recounted':
    case 'award.superseded':
    case 'objection.answered':
      return aboutEffect(kind, params, context)
    case 'check_out.by_clock_for_people':
      return {
        text: t(kind, { title: text(params['title']), count: number(params['count']) }),
        words: null,
        about: at('activity_to_lead', text(params['activityId'])),
      }
    case 'role.granted':
    case 'role.revoked':
    case 'role.colleague_granted': {
      const role = roleName(text(params['role']), context)
      const about = kind === 'role.colleague_granted' ? at('roles') : null
      return { text: t(kind, { role, name: text(params['name']) }), words: null, about }
    }
    case 'opening.proposed':
    case 'opening.granted':
    case 'spot_check.drawn':
    case 'spot_check.lapsed':
      return aboutOversight(kind, params, context)
    case 'village.public_url_said':
      return {
        text: t(kind, { address: text(params['publicUrl']) }),
        words: null,
        about: at('log'),
      }
    case 'leave.entered':
    case 'leave.to_confirm':
    case 'leave.dropped':
    case 'consent.entered_for_you':
      return aboutConsent(kind, params, context)
    default:
      return { text: t('unknown'), words: null, about: null }
  }
}

function aboutConsent(
  kind: 'leave.entered' | 'leave.to_confirm' | 'leave.dropped' | 'consent.entered_for_you',
  params: Message['params'],
  { t, format }: MessageContext,
): MessageText {
  const told = (sentence: string, about = at('my_household')): MessageText => ({
    text: sentence,
    words: null,
    about,
  })
  if (kind === 'consent.entered_for_you')
    return told(params['decision'] === 'join' ? t('consent.join') : t('consent.leave'))
  if (kind === 'leave.dropped') return told(t(kind))
  const { takesEffectAt } = params
  const until = typeof takesEffectAt === 'string' ? format.when(takesEffectAt) : ''
  if (kind === 'leave.entered') return told(t(kind, { until }))
  return told(t(kind, { until }), at('roster_household', text(params['householdId'])))
}

function aboutOversight(
  kind: 'opening.proposed' | 'opening.granted' | 'spot_check.drawn' | 'spot_check.lapsed',
  params: Message['params'],
  { t, format }: MessageContext,
): MessageText {
  if (kind === 'spot_check.drawn' || kind === 'spot_check.lapsed') {
    const count = number(params['count'])
    return { text: t(kind, { count }), words: null, about: at('spot_checks') }
  }
  const { lastDay } = params
  const day = typeof lastDay === 'string' ? format.day(lastDay) : ''
  return { text: t(kind, { day }), words: null, about: at('openings') }
}

function aboutActivity(
  kind: (typeof aboutActivities)[number],
  params: Message['params'],
  { t, format }: MessageContext,
): MessageText {
  const instant = (value: unknown) => (typeof value === 'string' ? format.when(value) : '')
  const { activityId, startsAt, endsAt } = params
  return {
    text: t(kind, {
      title: text(params['title']),
      name: text(params['name']),
      otherTitle: text(params['otherTitle']),
      leader: text(params['leaderName']),
      at: instant(params['at']),
      presence: kind === 'attendance.corrected' ? presenceOf(params, { t, format }) : '',
      span:
        typeof startsAt === 'string' && typeof endsAt === 'string'
          ? format.span(startsAt, endsAt)
          : '',
    }),
    words: optionalText(params['words']) ?? optionalText(params['reason']),
    about: typeof activityId === 'string' ? at('activity', activityId) : null,
  }
}

/** How a presence stands after its correction. */
function presenceOf(
  { checkedInAt, checkedOutAt, minutes }: Message['params'],
  { t, format }: Pick<MessageContext, 't' | 'format'>,
): string {
  if (typeof checkedInAt !== 'string') return t('presence_never')
  if (typeof checkedOutAt !== 'string') return t('presence_there', { at: format.when(checkedInAt) })
  const span = format.span(checkedInAt, checkedOutAt)
  return t('presence_times', { span, time: format.minutes(number(minutes)) })
}

function aboutPoints(
  kind:
    | 'activity.closed'
    | 'awards.final'
    | 'award.reversed'
    | 'deed.refused'
    | 'deduction.repaired',
  params: Message['params'],
  { t, format, itemName }: MessageContext,
): MessageText {
  const points = format.points(number(params['pointsHundredths']))
  const { awardId, occurredOn } = params
  const about = typeof awardId === 'string' ? at('award', awardId) : at('my_awards')
  switch (kind) {
    case 'activity.closed':
      return { text: t(kind, { title: text(params['title']), points }), words: null, about }
    case 'awards.final':
      return {
        text: t(kind, { count: number(params['awards']), points }),
        words: null,
        about: at('my_final_awards'),
      }
    case 'award.reversed':
      return {
        text: reversedText(params, { t, format, itemName }),
        words: optionalText(params['reason']),
        about,
      }
    case 'deduction.repaired':
      return {
        text: t(kind, { item: itemName(text(params['itemRef'])), points }),
        words: null,
        about,
      }
    case 'deed.refused':
      return {
        text: t(kind, {
          item: itemName(text(params['itemRef'])),
          day: typeof occurredOn === 'string' ? format.day(occurredOn) : '',
        }),
        words: optionalText(params['reason']),
        about: null,
      }
  }
}

const aboutObjections = [
  'objection.entered',
  'objection.raised',
  'objection.overdue',
  'objection.stand-back',
  'objection.to-overseers',
  'objection.yours-to-answer',
] as const

function aboutObjection(
  kind: (typeof aboutObjections)[number],
  params: Message['params'],
  { t, format, itemName }: MessageContext,
): MessageText {
  const { dueOn } = params
  const id = text(params['objectionId'])
  const day = typeof dueOn === 'string' ? format.day(dueOn) : ''
  switch (kind) {
    case 'objection.stand-back': {
      const by = params['answeredBy'] === 'overseers' ? 'overseers' : 'committee'
      return {
        text: t(`${kind}.${by}`, { day }),
        words: null,
        about: at('objection_to_answer', id),
      }
    }
    case 'objection.overdue':
    case 'objection.yours-to-answer':
      return { text: t(kind, { day }), words: null, about: at('objection_to_answer', id) }
    case 'objection.raised': {
      const itemRef = optionalText(params['itemRef'])
      const said =
        itemRef === null
          ? t(kind, { day })
          : t('objection.raisedTo', {
              day,
              item: itemName(itemRef),
              points: format.points(number(params['pointsHundredths'])),
            })
      return { text: said, words: null, about: at('objection', id) }
    }
    case 'objection.entered':
    case 'objection.to-overseers':
      return { text: t(kind, { day }), words: null, about: at('objection', id) }
  }
}

function aboutReport(
  kind: (typeof aboutReports)[number],
  params: Message['params'],
  { t, format }: MessageContext,
): MessageText {
  const { replyDueOn, appealEndsOn, dueOn, outcome } = params
  const last = [replyDueOn, appealEndsOn, dueOn].find((one) => typeof one === 'string')
  const day = typeof last === 'string' ? format.day(last) : ''
  const about = at('report', text(params['reportId']))
  const isUpheld = outcome === 'upheld'
  switch (kind) {
    case 'breach_report.made':
    case 'breach_report.entered':
    case 'breach_report.attached':
    case 'breach_report.withdrawn':
    case 'breach_report.appealed':
      return { text: t(kind, { day }), words: null, about }
    case 'breach_report.closed':
      return { text: t(kind), words: optionalText(params['reason']), about }
    case 'breach_report.decided':
      return {
        text: t(isUpheld ? 'breach_report.upheld' : 'breach_report.dismissed', { day }),
        words: null,
        about,
      }
    case 'breach_report.settled':
      return {
        text: t(isUpheld ? 'breach_report.endedUpheld' : 'breach_report.endedDismissed'),
        words: null,
        about,
      }
  }
}

function roleName(role: string, { language }: MessageContext): string {
  const known = roles.find((one) => one === role)
  return known === undefined ? role : translator(roleMessages, language)(`role_${known}`)
}
