import { fields, id, integer, nullable, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { shiftFields } from './shift-fields.ts'

export const attendanceScored = defineRecord({
  kind: 'attendance.scored',
  version: 1,
  title: { zh: '出勤评分', en: 'An attendance scored' },
  public: fields(shiftFields),
  sealed: {
    attendee: {
      shiftId: id,
      attendanceId: id,
      score: nullable(integer('score', { from: 1, to: 5 })),
      words: nullable(words),
      scoredBy: id,
    },
  },
})

export const about: About = {
  infer: 'how many took part; not what they earn',
  valid: [
    {
      activity: 'inEd5k2_Mb1A--GuxqPot3',
      attendee: 'QGKZzWMhZ9ogDTsiWuY47T',
      shift: '1ymmGLyBS64RuEkzaKCnDF',
    },
  ],
  invalid: [
    { but: { attendee: undefined }, problem: 'missing_field' },
    { but: { shift: '' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
