export { MyVouchersPage } from './my-vouchers-page.tsx'
export { PricesPage } from './prices-page.tsx'
export { VoucherPage } from './voucher-page.tsx'
