import { day, fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const growingSeasonOpened = defineRecord({
  kind: 'growing-season.opened',
  version: 1,
  title: { zh: '设立种植季', en: 'A growing season opened' },
  public: fields({ growingSeason: pseudonym('growingSeason'), beginsOn: day, endsOn: day }),
  sealed: { opener: { growingSeasonId: id, openedBy: id } },
})

export const about: About = {
  fields: { beginsOn: 'its first day', endsOn: 'its last day, and that of its leases' },
  infer: 'when plots are leased',
  valid: [
    { growingSeason: 'HmQhQVot0AxWCPVDConQwq', beginsOn: '2026-03-01', endsOn: '2026-08-31' },
  ],
  invalid: [
    { but: { endsOn: 'autumn' }, problem: 'bad_format' },
    { but: { beginsOn: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
