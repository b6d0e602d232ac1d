import type {
  ProposeVoucherKindInput,
  ProposeMerchantAccountInput,
} from '../modules/benefits/index.ts'

interface PlannedMerchant {
  readonly nameZh: string
  readonly nameEn: string
  readonly place: string
  /** Null: it is paid in cash. */
  readonly account: ProposeMerchantAccountInput['account'] | null
}

/** Two of the village, kept by villagers, and one of the town. */
export const merchants = {
  corner: {
    nameZh: '村口小店',
    nameEn: 'Corner shop',
    place: '村口樟树下',
    account: {
      holderName: '村口小店',
      bankName: '农商银行',
      accountNumber: '622800009001',
    },
  },
  barber: { nameZh: '老街理发店', nameEn: 'Old Street barber', place: '老街 3 号', account: null },
  pharmacy: {
    nameZh: '镇上药店',
    nameEn: 'Town pharmacy',
    place: '戴村镇中心街',
    account: null,
  },
} as const satisfies Record<string, PlannedMerchant>
export type MerchantName = keyof typeof merchants
export const merchantNames = ['corner', 'barber', 'pharmacy'] as const satisfies MerchantName[]

/** Who takes vouchers in the town: of the demonstration's range of telephones, on no roster. */
export const ELSEWHERE = { name: '何丽萍', phone: '19900009001' }

interface PlannedVoucher extends Omit<ProposeVoucherKindInput, 'budgetId' | 'merchantIds'> {
  readonly takers: readonly MerchantName[]
  /** What its buyers spend of it, one after the other, a week apart. */
  readonly spending: readonly number[]
}

export const voucherKinds = {
  five: {
    nameZh: '五元券',
    nameEn: 'Five yuan',
    pointsHundredths: 500,
    valueFen: 500,
    inParts: false,
    validDays: 30,
    unspent: 'returned',
    takers: ['corner', 'pharmacy'],
    spending: [500],
  },
  ten: {
    nameZh: '十元零用券',
    nameEn: 'Ten yuan, in parts',
    pointsHundredths: 1_000,
    valueFen: 1_000,
    inParts: true,
    validDays: 60,
    unspent: 'returned',
    takers: ['corner', 'pharmacy'],
    spending: [450, 430],
  },
  haircut: {
    nameZh: '理发券',
    nameEn: 'Haircut',
    pointsHundredths: 800,
    valueFen: 800,
    inParts: false,
    validDays: 21,
    unspent: 'lapsed',
    takers: ['barber'],
    spending: [800],
  },
} as const satisfies Record<string, PlannedVoucher>
export type VoucherName = keyof typeof voucherKinds
export const voucherNames = ['five', 'ten', 'haircut'] as const satisfies VoucherName[]
/** Run out before the season does. */
export const soonOver = ['five', 'haircut'] as const satisfies VoucherName[]
