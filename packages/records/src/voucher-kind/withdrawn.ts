import { fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const voucherKindWithdrawn = defineRecord({
  kind: 'voucher-kind.withdrawn',
  version: 1,
  title: { zh: '撤回消费券', en: 'A kind of voucher withdrawn' },
  public: fields({ voucherKind: pseudonym('voucherKind') }),
  sealed: { withdrawer: { voucherKindId: id, withdrawnBy: id } },
})

export const about: About = {
  infer: 'public by nature; what was sold of it holds',
  valid: [{ voucherKind: 'VmQhQVot0AxWCPVDConQwq' }],
  invalid: [
    { but: { voucherKind: 'ten yuan' }, problem: 'bad_format' },
    { but: { reason: '停' }, problem: 'additional_field' },
  ],
}
