import { fields, id, webAddress } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const villagePublicUrlSaid = defineRecord({
  kind: 'village.public-url-said',
  version: 1,
  title: { zh: '定村里的网址', en: 'The village’s web address said' },
  public: fields({ publicUrl: webAddress }),
  sealed: { sayer: { saidBy: id } },
})

export const about: About = {
  fields: { publicUrl: 'where all plates lead from then on' },
  infer: 'nothing: every plate carries it',
  valid: [{ publicUrl: 'https://village.example' }, { publicUrl: 'http://192.168.1.5:8080' }],
  invalid: [
    { but: { publicUrl: 'javascript:alert(1)' }, problem: 'bad_format' },
    { but: { publicUrl: 'https://' }, problem: 'bad_format' },
    { but: { publicUrl: 'village' }, problem: 'bad_format' },
    { but: { publicUrl: undefined }, problem: 'missing_field' },
  ],
}
