import { day, fields, id, list, pseudonym, text, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const openingGranted = defineRecord({
  kind: 'opening.granted',
  version: 1,
  title: { zh: '批准启封', en: 'An opening granted' },
  public: fields({
    opening: pseudonym('opening'),
    kinds: list(text),
    from: day,
    through: day,
    lastDay: day,
  }),
  sealed: { each: { opening: id, auditor: id, proposedBy: id, grantedBy: id, reason: words } },
})

export const about: About = {
  fields: { kinds: 'first words of the records’ kinds', lastDay: 'on which it may be opened' },
  infer: 'that an auditor may look behind the commitments of these kinds and days until then',
  valid: [
    {
      opening: 'OOOOOOOOOOOOOOOOOOOOOO',
      kinds: ['award'],
      from: '2026-09-01',
      through: '2026-09-30',
      lastDay: '2026-10-31',
    },
  ],
  invalid: [
    { but: { kinds: 'award' }, problem: 'wrong_type' },
    { but: { lastDay: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
