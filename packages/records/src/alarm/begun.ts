import { fields, id, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const alarmBegun = defineRecord({
  kind: 'alarm.begun',
  version: 1,
  title: { zh: '田间警报开始', en: 'An alarm on a plot begun' },
  public: fields({
    subject: pseudonym('subject'),
    cause: word('dry', 'wet', 'frost', 'hot', 'rainstorm'),
  }),
  sealed: { grower: { alarmId: id, sensorId: id } },
})

export const about: About = {
  fields: { cause: 'what the readings of a sensor came to; they themselves are no records' },
  infer: 'when a plot was dry, wet, cold or hot; whose it is, only for who knows whose the plot is',
  valid: [{ cause: 'dry', subject: 'l60jiBZqOPkYirRJlSorqc' }],
  invalid: [
    { but: { cause: 'boring' }, problem: 'not_allowed' },
    { but: { subject: undefined }, problem: 'missing_field' },
    { but: { subject: 'one' }, problem: 'bad_format' },
    { but: { thousandths: 17_000 }, problem: 'additional_field' },
  ],
}
