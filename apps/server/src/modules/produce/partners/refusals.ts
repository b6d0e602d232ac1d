import { refusalsOf } from '../../../platform/refusal.ts'

const partners = {
  unknown_partner: {
    kind: 'not_found',
    zh: '没有这个合作方，或者已经停用。',
    en: 'There is no such partner, or it was ended.',
  },
  partner_named_already: {
    kind: 'conflict',
    zh: '已经有一个合作方叫这个名字。',
    en: 'There is a partner of this name already.',
  },
  too_many_partners: {
    kind: 'conflict',
    zh: '合作方太多了，最多 {most} 个；先停用不再来往的。',
    en: 'There are too many partners; at most {most}. End those that are no partners any more.',
  },
  partner_key_wrong: {
    kind: 'unauthenticated',
    zh: '合作方的密钥不对，或者已经换掉、停用了。',
    en: 'The key of the partner is wrong, or was replaced or ended.',
  },
  unknown_capture: {
    kind: 'not_found',
    zh: '您没有发送过这一批。',
    en: 'You have sent no such capture.',
  },
} as const

/** What a whole request is refused for: nothing of it is looked at any further. */
const requests = {
  epcis_version_unknown: {
    kind: 'unsupported',
    zh: '只收 EPCIS 2.0（请求头 GS1-EPCIS-Version）。',
    en: 'Only EPCIS 2.0 is taken (the header GS1-EPCIS-Version).',
  },
  error_behaviour_unknown: {
    kind: 'invalid',
    zh: '请求头 GS1-Capture-Error-Behaviour 只能是 rollback 或 proceed。',
    en: 'The header GS1-Capture-Error-Behaviour is rollback or proceed.',
  },
  epcis_not_json: {
    kind: 'invalid',
    zh: '收到的不是 JSON。',
    en: 'What came is no JSON.',
  },
  epcis_too_deep: {
    kind: 'invalid',
    zh: '文档里括号套得太深，不收。',
    en: 'The lists and objects of the document stand too deep in one another.',
  },
  epcis_no_document: {
    kind: 'invalid',
    zh: '收到的不是 EPCIS 2.0 的文档（EPCISDocument 或 EPCISQueryDocument）：{what}',
    en: 'What came is no document of EPCIS 2.0 (EPCISDocument or EPCISQueryDocument): {what}',
  },
  no_events: {
    kind: 'invalid',
    zh: '文档里没有事件。',
    en: 'The document holds no event.',
  },
  too_many_events: {
    kind: 'too_large',
    zh: '一次最多 {most} 个事件，请分几次发送。',
    en: 'There are too many events; please send them in portions of at most {most}.',
  },
  captures_waiting: {
    kind: 'too_many',
    zh: '前面几批还没有处理完，请等一分钟再发送。',
    en: 'What you sent before is still being taken; please wait a minute and send it again.',
  },
  too_much_told_today: {
    kind: 'too_many',
    zh: '今天已经收了 {most} 个事件，请明天再发送。',
    en: 'So many of your events were taken today that the rest has to wait for tomorrow: {most}.',
  },
} as const

/** What is wrong with one event. */
const events = {
  event_invalid: {
    kind: 'invalid',
    zh: '不合 EPCIS 2.0 的格式：{what}',
    en: 'It does not follow the schema of EPCIS 2.0: {what}',
  },
  event_too_large: {
    kind: 'too_large',
    zh: '这个事件太大了，最多 {most} KB。',
    en: 'This event is too large; at most {most} KB.',
  },
  event_time_wrong: {
    kind: 'invalid',
    zh: '事件的时间不可能。',
    en: 'No clock shows such a time.',
  },
  event_from_future: {
    kind: 'invalid',
    zh: '事件的时间在将来。',
    en: 'The time of the event is in the future.',
  },
  event_id_too_long: {
    kind: 'invalid',
    zh: 'eventID 太长了，最多 {most} 个字符。',
    en: 'The eventID is too long; at most {most} characters.',
  },
  event_differs: {
    kind: 'conflict',
    zh: '以前用同一个 eventID 发送过不一样的内容。发错了请用 errorDeclaration 声明，再用新的 eventID 发送。',
    en: 'Something else was told under this eventID. Declare it wrong with an errorDeclaration, and tell the right one under another eventID.',
  },
} as const

export const refuse = refusalsOf(partners, requests, events)
export type PartnerRefusalCode = Parameters<typeof refuse>[0]
export type EventFaultCode = keyof typeof events
