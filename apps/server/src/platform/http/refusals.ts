import { refusalsOf } from '../refusal.ts'

export const refuse = refusalsOf({
  invalid_request: {
    kind: 'invalid',
    zh: '填写的内容有误：{what}',
    en: 'Something is not right here. {what}',
  },
  malformed_request: {
    kind: 'invalid',
    zh: '请求的格式无法识别。',
    en: 'The request could not be read.',
  },
  unknown_route: {
    kind: 'not_found',
    zh: '没有这个地址。',
    en: 'There is nothing at this address.',
  },
  body_too_large: {
    kind: 'too_large',
    zh: '内容太大了，请缩小后再发送。',
    en: 'That is too large; please make it smaller and send it again.',
  },
  file_too_large: {
    kind: 'too_large',
    zh: '文件太大了：最大 {megabytes} MB。没有读取，什么都没有改动。',
    en: 'The file is too large: {megabytes} MB at most. It was not read, and nothing was changed.',
  },
  no_file: {
    kind: 'invalid',
    zh: '没有收到文件，请选择一个文件。',
    en: 'No file was received; please choose one.',
  },
  unsupported_media_type: {
    kind: 'unsupported',
    zh: '不支持这种内容类型。',
    en: 'This kind of content is not supported.',
  },
  too_many_requests: {
    kind: 'too_many',
    zh: '操作太频繁，请稍等片刻再试。',
    en: 'Too many requests; please wait a moment and try again.',
  },
  not_ready: {
    kind: 'unavailable',
    zh: '服务器还没有准备好，请稍后再试。',
    en: 'The server is not ready; please try again shortly.',
  },
  database_away: {
    kind: 'unavailable',
    zh: '数据库暂时连不上，您的操作没有生效。请稍后再试，内容不会丢。',
    en: 'The database cannot be reached for the moment; nothing was changed. Please try again shortly.',
  },
  storage_full: {
    kind: 'unavailable',
    zh: '服务器的磁盘满了，什么都存不进去。请告诉管服务器的人。',
    en: 'The server’s disk is full, and nothing can be stored. Please tell whoever runs the server.',
  },
  not_signed_in: { kind: 'unauthenticated', zh: '请先登录。', en: 'Please sign in first.' },
  no_village_chosen: {
    kind: 'forbidden',
    zh: '请先选择所在的村。',
    en: 'Please choose your village first.',
  },
  role_required: {
    kind: 'forbidden',
    zh: '您的身份不能进行这项操作。',
    en: 'Your role does not allow this.',
  },
  idempotency_key_missing: {
    kind: 'invalid',
    zh: '请求缺少编号（Idempotency-Key）。',
    en: 'The request has no Idempotency-Key (8 to 64 letters, digits or dashes).',
  },
  wrong_origin: {
    kind: 'forbidden',
    zh: '请求来自别的网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  },
  invalid_cursor: {
    kind: 'invalid',
    zh: '翻页标记不属于这个列表，请从头查看。',
    en: 'This page mark does not belong to this list; start from its beginning.',
  },
})
