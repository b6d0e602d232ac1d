export { VouchersDeskPage } from './desk-page.tsx'
export { MerchantsPage } from './merchants-page.tsx'
export { ProposeKindPage } from './propose-kind-page.tsx'
export { SettlementPage } from './settlement-page.tsx'
