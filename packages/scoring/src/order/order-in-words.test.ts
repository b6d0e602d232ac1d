import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { formatQuantity, type Language } from '../amounts-in-words.ts'
import { describeOrderRule, explainTurn, shareOut, whatWouldMove, type OrderRule } from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const inUnit = (lang: Language) => (quantity: number) => formatQuantity(quantity, 'piece', lang)

const rule: OrderRule = {
  schema: 'azalea-order-rule/1',
  precedence: { by: 'honour_less_received', halfAtQuantity: 20 },
  ties: ['longer_wait'],
  floorPermille: 150,
  partial: true,
}
const claims = [
  { claimant: 'a', honourHundredths: 4550, receivedQuantity: 0, waitedOffers: 1 },
  { claimant: 'b', honourHundredths: 4550, receivedQuantity: 0, waitedOffers: 0 },
  { claimant: 'c', honourHundredths: 9000, receivedQuantity: 40, waitedOffers: 0 },
].map((one) => ({ ...one, wantedQuantity: 10, leastQuantity: 2 }))

describe('a rule of order in words', () => {
  it('says who comes first, what resolves ties, what is kept, and what becomes of parts', () => {
    expect(describeOrderRule(rule, 'zh', inUnit('zh'))).toEqual([
      '荣誉分高的在前，但同类机会得得越多，荣誉分折得越多：得满 20 件，折半。',
      '一样的，连着没轮到次数多的在前。',
      '再相同的抽签。',
      '留出 15% 给村里表决要照顾的户。',
      '剩下的不够申请的数量，但还有用，就给剩下的。',
    ])
    expect(describeOrderRule({ ...rule, precedence: { by: 'lot' } }, 'en', inUnit('en'))).toEqual([
      'The order is drawn by lot.',
      'Between equals, whoever went without more times in a row comes first.',
      '15% is kept for the households that the village voted to protect.',
      'Where less is left than was claimed, but of use, what is left is given.',
    ])
  })
})

describe('a turn in words', () => {
  it('says the place, why, what is given and what would have moved it', () => {
    const { turns } = shareOut(sha256, 'seed', { rule, supplyQuantity: 18, claims })
    const say = (at: number, lang: Language) => {
      const turn = turns[at]!
      const move = whatWouldMove(rule.precedence, turn, turns[at - 1] ?? turn)
      return explainTurn(turn, rule, move, lang, inUnit(lang))
    }
    expect(say(0, 'zh')).toEqual([
      '排第 1 位：荣誉分 45.5 分，同类机会已得 0 件。',
      '和后一位一样，因为连着没轮到的次数多排在前面。',
      '申请的都轮到了：10 件。',
    ])
    expect(say(1, 'zh')).toEqual([
      '排第 2 位：荣誉分 45.5 分，同类机会已得 0 件。',
      '轮到时只剩 6 件，都给您。',
      '再多 0.01 分荣誉分，就排到前一位之前。',
    ])
    expect(say(2, 'en')).toEqual([
      'Place 3: 90 points of honour, with 40 pieces received of this kind.',
      'Nothing was left when the turn came.',
      'With 46.51 points of honour more, it would stand before the one ahead.',
    ])
  })

  it('does not say that nothing was left where something may still come', () => {
    const { turns } = shareOut(sha256, 'seed', { rule, supplyQuantity: 18, claims })
    const turn = { ...turns[2]!, outcome: 'nothing_yet' as const }
    const move = whatWouldMove(rule.precedence, turn, turns[1]!)
    const said = (['zh', 'en'] as const).map(
      (lang) => explainTurn(turn, rule, move, lang, inUnit(lang))[1],
    )
    expect(said).toEqual([
      '眼下还没有轮到。前面有人放弃或者少要，就依次往后轮。',
      'Nothing has come to it yet. What those ahead pass on goes down the queue.',
    ])
  })
})
