import { day, fields, id, nullable, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const taskEnded = defineRecord({
  kind: 'task.ended',
  version: 1,
  title: { zh: '农事任务结束', en: 'A task of a planting ended' },
  public: fields({
    task: pseudonym('farmTask'),
    planting: pseudonym('planting'),
    kind: word(
      'sow',
      'thin',
      'fertilise',
      'weed',
      'water',
      'tie',
      'cover',
      'feed',
      'vaccinate',
      'clean',
      'collect',
      'harvest',
    ),
    as: word('done', 'given_up'),
    on: day,
    dueTo: day,
  }),
  sealed: {
    grower: {
      taskId: id,
      because: nullable(word('weather', 'pests', 'no_seed', 'no_hands', 'not_needed')),
      photoFileId: nullable(id),
      endedBy: id,
    },
  },
})

const done = {
  task: 't60jiBZqOPkYirRJlSorqc',
  planting: 'p60jiBZqOPkYirRJlSorqc',
  kind: 'weed',
  as: 'done',
  on: '2026-09-28',
  dueTo: '2026-10-03',
}

export const about: About = {
  fields: { on: 'the day by the telephone of who did it', dueTo: 'later than this it was late' },
  infer: 'how a plot is tended; who tends it only whoever knows its grower',
  valid: [done, { ...done, kind: 'sow', as: 'given_up' }],
  invalid: [
    { but: { kind: 'pray' }, problem: 'not_allowed' },
    { but: { as: 'late' }, problem: 'not_allowed' },
    { but: { on: 'yesterday' }, problem: 'bad_format' },
    { but: { planting: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
