import { refusalsOf } from '../refusal.ts'

export const refuse = refusalsOf({
  file_too_demanding: {
    kind: 'too_large',
    zh: '这个文件展开后太大或太复杂，没有读完，什么都没有改动。请删去多余的内容，或另存一份再上传。',
    en: 'Unpacked, this file is too large or too intricate to be read; nothing was changed. Remove what is not needed, or save it anew, and upload it again.',
  },
  files_waiting: {
    kind: 'unavailable',
    zh: '正在读取的文件太多，请过一分钟再上传。',
    en: 'Too many files are being read just now; please upload it again in a minute.',
  },
})
