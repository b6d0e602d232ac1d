import { count, fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const scaleEntered = defineRecord({
  kind: 'scale.entered',
  version: 1,
  title: { zh: '登记磅秤', en: 'A scale entered' },
  public: fields({ scale: pseudonym('scale'), toleranceGrams: count('grams') }),
  sealed: { enterer: { scaleId: id, enteredBy: id } },
})

export const about: About = {
  fields: { toleranceGrams: 'by how much it may be off its test weight' },
  infer: 'how many scales a village weighs with',
  valid: [{ scale: 'HmQhQVot0AxWCPVDConQwq', toleranceGrams: 20 }],
  invalid: [
    { but: { toleranceGrams: -1 }, problem: 'out_of_range' },
    { but: { scale: 'one' }, problem: 'bad_format' },
    { but: { address: '10.0.0.1' }, problem: 'additional_field' },
  ],
}
