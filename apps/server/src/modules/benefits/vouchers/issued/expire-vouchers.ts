import { voucherExpired } from '@azalea/records'
import { civilDay } from '@azalea/text'
import { systemActor } from '../../../../platform/actor.ts'
import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import type { NewId } from '../../../../platform/identity.ts'
import { selectVillageIds } from '../../../community/index.ts'
import { refundPoints } from '../../../ledger/index.ts'
import { releaseReserved } from '../../../money/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import type { Commands, Readers } from '../../parts.ts'
import { takersOf } from '../kinds/takers-of.ts'
import { selectVoucherKinds } from '../kinds/voucher-kind.store.ts'
import { selectMerchants } from '../merchants/merchant.store.ts'
import { notifyHolders } from '../../turns/notify-holders.ts'
import { VOUCHERS } from '../seller.ts'
import { aboutVoucher } from './voucher-messages.ts'
import { changeVoucher, lockVoucher, selectVouchersToEnd, type Voucher } from './voucher.store.ts'

export type ExpireParts = Commands & Readers & { readonly newId: NewId }

/** Ends what nobody spent in time, or can spend any more, in every village. */
export function expireVouchersJob(parts: ExpireParts): Job {
  return {
    name: 'expire-vouchers',
    everyMinutes: 5,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => expireVouchers(parts, villageId))
    },
  }
}

/**
 * Ends the vouchers of a village whose last day is over, each in a command of its own: of two runs at
 * once the second finds it ended. The points of what is left go back or lapse, as the voucher says. One
 * that no merchant takes any more ends at once, and its points go back whatever it says.
 */
export async function expireVouchers(parts: ExpireParts, villageId: string): Promise<void> {
  const { act, secrets, database, clock, newId } = parts
  const ending = await database.inVillage(villageId, (db) =>
    selectVouchersToEnd(db, villageId, civilDay(clock.now())),
  )
  for (const voucherId of ending) {
    const actor = systemActor(villageId)
    const command = { name: 'expire-voucher', actor, key: newId(), input: { voucherId } }
    await act(command, async (tx) => {
      const voucher = await lockVoucher(tx.db, villageId, voucherId)
      if (voucher?.state !== 'issued') return {}
      const isTaken = await isStillTaken(tx, voucher)
      if (!isTaken || voucher.expiresOn < civilDay(tx.now))
        await expire(tx, secrets, voucher, isTaken)
      return {}
    })
  }
}

async function isStillTaken({ db, villageId }: Tx, { voucherKindId }: Voucher): Promise<boolean> {
  const kind = (await selectVoucherKinds(db, villageId)).get(voucherKindId)
  return takersOf(kind?.merchantIds ?? [], await selectMerchants(db, villageId)).length > 0
}

async function expire(
  tx: Tx,
  secrets: VillageSecrets,
  voucher: Voucher,
  isTaken: boolean,
): Promise<void> {
  const { db, villageId } = tx
  const { voucherId, householdId, personId, leftFen } = voucher
  const returnedHundredths = isTaken && voucher.unspent === 'lapsed' ? 0 : worthOf(voucher)
  const ended = { leftFen, state: 'expired', endedAt: tx.now, returnedHundredths } as const
  await changeVoucher(db, villageId, voucherId, ended)
  if (returnedHundredths > 0) {
    const when = { leftAt: voucher.issuedAt, spentAt: voucher.issuedAt }
    const refund = { refundId: tx.newId(), sellerId: VOUCHERS, householdId, ...when }
    await refundPoints(tx, { ...refund, pointsHundredths: returnedHundredths })
  }
  await releaseReserved(tx, voucherId)
  const voucherName = (await secrets.of(db, villageId)).pseudonym('voucher', voucherId)
  const parts = [{ personId, payload: { voucherId, leftFen, returnedHundredths } }]
  tx.append(voucherExpired({ public: { voucher: voucherName }, parts }))
  const params = { ...(await aboutVoucher(tx, voucher)), leftFen, returnedHundredths }
  await notifyHolders(tx, [{ householdId, personId, kind: 'voucher.expired', params }])
}

/** The points that stand for what is left, rounded down. */
function worthOf({ pointsHundredths, leftFen, valueFen }: Voucher): number {
  return Number((BigInt(pointsHundredths) * BigInt(leftFen)) / BigInt(valueFen))
}
