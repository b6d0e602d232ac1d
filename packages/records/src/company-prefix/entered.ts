import { digits, fields, id } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const companyPrefixEntered = defineRecord({
  kind: 'company-prefix.entered',
  version: 1,
  title: { zh: '厂商识别代码登记', en: 'A company prefix entered' },
  public: fields({ prefix: digits }),
  sealed: { enterer: { enteredBy: id } },
})

export const about: About = {
  fields: { prefix: 'with which the GTINs begin that GS1 lets the village give' },
  infer: 'which GTINs are the village’s, as the register of GS1 tells anybody',
  valid: [{ prefix: '9506000' }],
  invalid: [
    { but: { prefix: '95-06' }, problem: 'bad_format' },
    { but: { prefix: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
