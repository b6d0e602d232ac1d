import { fields, id, moment, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { shiftFields } from './shift-fields.ts'

export const attendanceCheckedIn = defineRecord({
  kind: 'attendance.checked-in',
  version: 1,
  title: { zh: '签到', en: 'A check-in' },
  public: fields(shiftFields),
  sealed: {
    attendee: {
      shiftId: id,
      attendanceId: id,
      at: moment,
      by: word('code', 'leader'),
      receivedAt: moment,
    },
  },
})

export const about: About = {
  infer: 'how many took part; not what they earn',
  valid: [
    {
      activity: 'inEd5k2_Mb1A--GuxqPot3',
      attendee: '-XfaSPJxof75qp-CJXaD3z',
      shift: '1ymmGLyBS64RuEkzaKCnDF',
    },
  ],
  invalid: [
    { but: { attendee: undefined }, problem: 'missing_field' },
    { but: { shift: '' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
