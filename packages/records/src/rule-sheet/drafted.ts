import { fields, id, integer, sha256 } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const ruleSheetDrafted = defineRecord({
  kind: 'rule-sheet.drafted',
  version: 1,
  title: { zh: '拟定细则', en: 'A rule sheet drafted' },
  public: fields({ version: integer('version', { from: 1 }), sheet: sha256 }),
  sealed: { drafter: { ruleSheet: id, draftedBy: id } },
})

export const about: About = {
  infer: 'public by nature',
  valid: [
    { sheet: 'f75d721fd93748a3e10bc77f2856394c3a5f1b40187938e38c061c6fcf3cddba', version: 1 },
  ],
  invalid: [
    { but: { version: 0 }, problem: 'out_of_range' },
    { but: { sheet: 'X' }, problem: 'bad_format' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
