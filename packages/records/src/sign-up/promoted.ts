import { fields, id } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { shiftFields } from '../attendance/shift-fields.ts'

export const signUpPromoted = defineRecord({
  kind: 'sign-up.promoted',
  version: 1,
  title: { zh: '候补转正', en: 'A place from the waiting list' },
  public: fields(shiftFields),
  sealed: { attendee: { shiftId: id } },
})

export const about: About = {
  infer: 'how many took part; not what they earn',
  valid: [
    {
      activity: '9MysX6ETRcjg1isQL1S55M',
      attendee: 'OPfE5imk-cUd5o9yGZ4PX0',
      shift: '14vA6a_G6cK3ZXLfvclo18',
    },
  ],
  invalid: [
    { but: { attendee: undefined }, problem: 'missing_field' },
    { but: { shift: '' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
