import { fields, id, moment, nullable, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { shiftFields } from './shift-fields.ts'

export const attendanceCorrected = defineRecord({
  kind: 'attendance.corrected',
  version: 1,
  title: { zh: '签到签退改正', en: 'A presence corrected' },
  public: fields(shiftFields),
  sealed: {
    attendee: {
      shiftId: id,
      attendanceId: id,
      checkedInAt: nullable(moment),
      checkedOutAt: nullable(moment),
      checkedInBefore: moment,
      checkedOutBefore: nullable(moment),
      correctedBy: id,
      reason: words,
    },
  },
})

export const about: About = {
  infer: 'how many took part; not what they earn',
  valid: [
    {
      activity: 'AAAAAAAAAAAAAAAAAAAAAA',
      shift: 'SSSSSSSSSSSSSSSSSSSSSS',
      attendee: 'PPPPPPPPPPPPPPPPPPPPPP',
    },
  ],
  invalid: [
    { but: { attendee: undefined }, problem: 'missing_field' },
    { but: { shift: '' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
