import { fields, id, text } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const photoUploaded = defineRecord({
  kind: 'photo.uploaded',
  version: 1,
  title: { zh: '上传照片', en: 'A photo uploaded' },
  public: fields({}),
  sealed: { owner: { fileId: id, sha256: text } },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{}],
  invalid: [
    { but: { person: 'somebody' }, problem: 'additional_field' },
    { but: { fileId: 'F' }, problem: 'additional_field' },
  ],
}
