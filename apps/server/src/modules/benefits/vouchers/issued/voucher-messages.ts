import type { NewMessage } from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import { selectVoucherKinds } from '../kinds/voucher-kind.store.ts'
import type { Voucher } from './voucher.store.ts'

/** What every message about a voucher tells; the reader's application has the words. */
export async function aboutVoucher(
  { db, villageId }: Tx,
  { voucherId, voucherKindId, valueFen }: Voucher,
): Promise<NewMessage['params']> {
  const kind = (await selectVoucherKinds(db, villageId)).get(voucherKindId)
  return { voucherId, nameZh: kind?.nameZh ?? '', nameEn: kind?.nameEn ?? null, valueFen }
}
