import { refusalsOf } from '../../platform/refusal.ts'

export const refuse = refusalsOf({
  no_log: {
    kind: 'not_found',
    zh: '这个村还没有账本。',
    en: 'This village has no log yet.',
  },
  nothing_published: {
    kind: 'not_found',
    zh: '账本还没有公布过。',
    en: 'Nothing of this log has been published yet.',
  },
  no_tile: {
    kind: 'not_found',
    zh: '账本里没有这一块。',
    en: 'The log has no such tile.',
  },
  no_document: {
    kind: 'not_found',
    zh: '账本里没有这份文件。',
    en: 'The log names no such document.',
  },
  unknown_record: {
    kind: 'not_found',
    zh: '没有这条记录，或者它不是您的。',
    en: 'There is no such record of yours.',
  },
  not_in_log_yet: {
    kind: 'conflict',
    zh: '这一条还没有写进账本，请稍后再来取凭据。',
    en: 'This is not in the log yet; come back for its receipt a little later.',
  },
  unknown_opening: {
    kind: 'not_found',
    zh: '没有这条启封授权。',
    en: 'There is no such grant to open sealed parts.',
  },
  not_an_auditor: {
    kind: 'invalid',
    zh: '启封只能授权给审计员。请先由管理员登记审计员。',
    en: 'Only an auditor can be allowed to open sealed parts. The operator enters auditors first.',
  },
  opening_for_oneself: {
    kind: 'forbidden',
    zh: '不能给自己启封：申请的、批准的和审计员，要是三个不同的人。',
    en: 'Nobody opens for themselves: who proposes, who grants and the auditor are three persons.',
  },
  opening_of_household: {
    kind: 'forbidden',
    zh: '审计员是您家里人，要由村委会的另一位成员批准。',
    en: 'The auditor is of your household; another member has to grant it.',
  },
  opening_decided: {
    kind: 'conflict',
    zh: '这条启封授权已经有了决定。',
    en: 'This grant has been decided already.',
  },
  opening_days_wrong: {
    kind: 'invalid',
    zh: '日期不对：起始日不能晚于截止日，截止日不能晚于今天。',
    en: 'The days are wrong: the first is not after the last, and the last not after today.',
  },
  opening_not_running: {
    kind: 'forbidden',
    zh: '这条启封授权没有批准、已经到期，或者不是给您的。',
    en: 'This grant was not made, is over, or is not for you.',
  },
})
