import { voucherExpired } from '@azalea/records'
import { civilDay } from '@azalea/text'
import { systemActor } from '../../../../platform/actor.ts'
import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import type { NewId } from '../../../../platform/identity.ts'
import { selectVillageIds, sendMessage } from '../../../community/index.ts'
import { refundPoints } from '../../../ledger/index.ts'
import { releaseReserved } from '../../../money/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import type { Commands, Readers } from '../../parts.ts'
import { VOUCHERS } from '../seller.ts'
import { aboutVoucher } from './voucher-messages.ts'
import { changeVoucher, lockVoucher, selectOverdueVouchers, type Voucher } from './voucher.store.ts'

export type ExpireParts = Commands & Readers & { readonly newId: NewId }

/** Ends what nobody spent in time, in every village. */
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
 * once the second finds it ended. The points of what is left go back or lapse, as the voucher says.
 */
export async function expireVouchers(parts: ExpireParts, villageId: string): Promise<void> {
  const { act, secrets, database, clock, newId } = parts
  const overdue = await database.inVillage(villageId, (db) =>
    selectOverdueVouchers(db, villageId, civilDay(clock.now())),
  )
  for (const voucherId of overdue) {
    const actor = systemActor(villageId)
    const command = { name: 'expire-voucher', actor, key: newId(), input: { voucherId } }
    await act(command, async (tx) => {
      const voucher = await lockVoucher(tx.db, villageId, voucherId)
      if (voucher?.state === 'issued' && voucher.expiresOn < civilDay(tx.now))
        await expire(tx, secrets, voucher)
      return {}
    })
  }
}

async function expire(tx: Tx, secrets: VillageSecrets, voucher: Voucher): Promise<void> {
  const { db, villageId } = tx
  const { voucherId, householdId, personId, leftFen } = voucher
  const returnedHundredths = returnedOf(voucher)
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
  await sendMessage(tx, personId, 'voucher.expired', params)
}

/** The points that stand for what is left, rounded down; none where the voucher says that they lapse. */
function returnedOf({ unspent, pointsHundredths, leftFen, valueFen }: Voucher): number {
  if (unspent === 'lapsed') return 0
  return Number((BigInt(pointsHundredths) * BigInt(leftFen)) / BigInt(valueFen))
}
