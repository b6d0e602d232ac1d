/** Where the provider tells what became of a village's payments. */
export const notifyUrlOf = (address: string, villageId: string) =>
  `${address}/api/villages/${villageId}/market/payment-notifications`
