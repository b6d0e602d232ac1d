import { peopleOf, onePerson, signInOverHttp } from './person.ts'

const CLOSES_WITHIN_MILLISECONDS = 20_000
const DAY = 86_400_000

export interface OffersToClaim {
  /** Claimed for, and closed soon after: its queue is drawn by the clock while other journeys go on. */
  readonly closing: string
  /** Open for days. */
  readonly open: string
}

/**
 * Two members of the committee share what is scarce: one drafts a rule of order and two offers, the
 * other enters the vote and publishes. The technician claims of the one that closes soon.
 */
export async function shareOffers(url: string): Promise<OffersToClaim> {
  const [first, second] = await peopleOf(url, 'committee', 2)
  if (first === undefined || second === undefined) throw new Error('the committee is too small')
  const drafter = await signInOverHttp(url, first)
  const publisher = await signInOverHttp(url, second)
  const { orderRuleId } = await drafter.post<{ orderRuleId: string }>('/api/order-rules', {
    // Journeys run more than once against one village, and each rule has a name of its own.
    nameZh: `荣誉分在前 ${Date.now()}`,
    nameEn: null,
    rule: {
      schema: 'azalea-order-rule/1',
      precedence: { by: 'honour' },
      ties: ['longer_wait'],
      floorPermille: 0,
      partial: true,
    },
  })
  const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()
  const resolution = {
    date: at(-2 * DAY).slice(0, 10),
    body: 'households',
    eligible: 100,
    present: 80,
    for: 75,
    against: 5,
  }
  await publisher.post(`/api/order-rules/${orderRuleId}/adopt`, { resolution })
  const offer = async (titleZh: string, titleEn: string, closesIn: number) => {
    const { offerId } = await drafter.post<{ offerId: string }>('/api/offers', {
      kind: 'produce_sale',
      titleZh,
      titleEn,
      wordsZh: '合作社到村口收，A 级青菜，周六上午八点。',
      wordsEn: 'The cooperative buys grade A greens at the village gate, Saturday at eight.',
      unit: 'kg',
      supplyQuantity: 100_000,
      mostQuantity: 40_000,
      orderRuleId,
      opensAt: at(-60_000),
      closesAt: at(closesIn),
    })
    await publisher.post(`/api/offers/${offerId}/publish`, {})
    return offerId
  }
  const open = await offer('秋萝卜 100 公斤先卖', '100 kg of radishes sold first', 3 * DAY)
  const closing = await offer(
    '青菜 100 公斤先卖',
    '100 kg of greens sold first',
    CLOSES_WITHIN_MILLISECONDS,
  )
  const claimer = await signInOverHttp(url, await onePerson(url, 'technician'))
  await claimer.post(`/api/offers/${closing}/claim`, {
    wantedQuantity: 40_000,
    leastQuantity: 10_000,
  })
  return { closing, open }
}
