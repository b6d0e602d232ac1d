import { fields, integer, nullable, text } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const logBegun = defineRecord({
  kind: 'log.begun',
  version: 1,
  title: { zh: '账本开始', en: 'The log begun' },
  public: fields({
    generation: integer('generation', { from: 1 }),
    previous: fields({ origin: text, checkpoint: nullable(text) }),
  }),
  sealed: {},
})

export const about: About = {
  fields: { previous: 'the log that this one succeeds, with its last checkpoint' },
  infer: 'that the log before was retired',
  valid: [
    { generation: 2, previous: { origin: 'village.example/log/330109102259', checkpoint: null } },
  ],
  invalid: [
    { but: { previous: {} }, problem: 'missing_field' },
    { but: { generation: 0 }, problem: 'out_of_range' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
