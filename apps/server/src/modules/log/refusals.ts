import { refusalsOf } from '../../platform/refusal.ts'

export const refuse = refusalsOf({
  no_log: {
    kind: 'not_found',
    zh: '这个村还没有公开账本。',
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
  not_in_book_yet: {
    kind: 'conflict',
    zh: '这一条还没有写进公开账本，请稍后再来取凭证。',
    en: 'This is not in the book yet; come back for its receipt a little later.',
  },
})
