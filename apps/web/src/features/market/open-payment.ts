import { newKey, post } from '../../app/api.ts'

/**
 * Leaves for the provider's page, which comes back to the order. Asking again gives the page of the
 * same payment.
 */
export async function openPayment(
  villageId: string,
  number: string,
  place: 'orders' | 'adopted' = 'orders',
): Promise<void> {
  const { payUrl } = await post(
    '/api/villages/{villageId}/market/orders/{number}/pay',
    { villageId, number },
    {},
    { idempotencyKey: newKey() },
  )
  const page = new URL(payUrl)
  const back = `${window.location.origin}${window.location.pathname}#/market/${villageId}/${place}/${number}`
  page.searchParams.set('redirect_url', back)
  window.location.assign(page)
}
