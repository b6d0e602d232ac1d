import { fields, id } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { shiftFields } from '../attendance/shift-fields.ts'

export const signUpWithdrawn = defineRecord({
  kind: 'sign-up.withdrawn',
  version: 1,
  title: { zh: '退出报名', en: 'A sign-up withdrawn' },
  public: fields(shiftFields),
  sealed: { attendee: { shiftId: id } },
})

export const about: About = {
  infer: 'how many took part; not what they earn',
  valid: [
    {
      activity: 'inEd5k2_Mb1A--GuxqPot3',
      attendee: '5QpF_wpA4geW9POSFOOXsq',
      shift: '1ymmGLyBS64RuEkzaKCnDF',
    },
  ],
  invalid: [
    { but: { attendee: undefined }, problem: 'missing_field' },
    { but: { shift: '' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
