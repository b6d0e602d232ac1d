import { fields, id, optional, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { shiftFields } from '../attendance/shift-fields.ts'

export const signUpMade = defineRecord({
  kind: 'sign-up.made',
  version: 1,
  title: { zh: '报名', en: 'A sign-up' },
  public: fields(shiftFields),
  sealed: {
    attendee: { shiftId: id, state: word('confirmed', 'waiting'), by: optional(word('leader')) },
  },
})

export const about: About = {
  infer: 'how many took part; not what they earn',
  valid: [
    {
      activity: 'inEd5k2_Mb1A--GuxqPot3',
      attendee: 'foXa2_EKQbWlUnAGD45qzY',
      shift: '1ymmGLyBS64RuEkzaKCnDF',
    },
  ],
  invalid: [
    { but: { attendee: undefined }, problem: 'missing_field' },
    { but: { shift: '' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
