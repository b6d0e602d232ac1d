import { defineMessages, type KeyOf, type Translate } from '@azalea/client'
import { useT } from '../../ui/i18n.ts'
import { offersMessages } from './messages.ts'
import type { OfferBrief } from './offer.ts'

/** What reads otherwise where persons claim, each for themselves. */
const persons = defineMessages('offers-of-persons', {
  zh: {
    claimed: '您申请了 {{quantity}}',
    disputedWords: '有人对您的轮次提了异议，先停着，有了决定再答复，期限重新算。',
    everyHousehold: '加入积分的户里，每个成年人各自申请',
    groupsOf: '第 {{list}} 组的成年人，各自申请',
    groupsNamed: '{{list}}的成年人，各自申请',
    notClaimed: '您没有申请这份机会。',
    most: '每人最多',
    claims: '申请的人',
    claimsCount_other: '{{count}} 人',
    ownClaim: '您的申请',
    publishes_masked_names: '名次、隐去中间字的本人姓名、组、轮到的数量',
    wantedHint: '每人最多 {{most}}',
    wantsOne: '每人就 {{most}}。',
    leastHint: '轮到时剩得比这还少，就轮给下一位',
    amountAbove: '每人最多 {{most}}。',
    willPublish_masked_names:
      '截止后名单公布：第几、隐去中间字的本人姓名、哪一组、轮到多少，谁都能看到。',
    willPublish_places_only: '截止后公布名次和轮到的数量，不写名字，别人看不到是谁。',
    withdrawForOther: '替他撤回申请',
    ownTurn: '您的轮次',
    placeLabel: '您的名次',
    placeOf_other: '共 {{count}} 人',
    cameLabel: '轮到您',
    takenLabel: '您要了',
    calledFor: '轮到您 {{quantity}}，由您本人答复。',
    answerUntil: '请在{{at}}前（含当日）答复，过期轮给下一位。',
    answerTitle: '您要不要',
    will_all: '您要 {{quantity}}。答复以后不能再改。',
    will_less: '您要 {{quantity}}，剩下的轮给下一位。答复以后不能再改。',
    will_none: '这一次的全部轮给下一位。答复以后不能再改。',
    confirm_all: '我要',
    confirm_none: '放弃，轮给下一位',
    keptShare_called: '给受照顾户留出的份额里，有您 {{quantity}}。别人看不到。',
    keptShare_accepted: '您从留出的份额里要了 {{quantity}}。别人看不到。',
    keptShare_declined: '留出的份额里给您的，您放弃了。别人看不到。',
    keptShare_lapsed: '留出的份额里给您的，过期没有答复。别人看不到。',
    nameColumn: '姓名',
    placeNameColumn: '名次和姓名',
    ownPlace: '您',
    objectedToYou: '有人对您的轮次提的异议',
  },
  en: {
    claimed: 'You claim {{quantity}}',
    disputedWords:
      'Somebody objected to your turn. It rests until that is decided, and gets new time to answer.',
    everyHousehold: 'every grown member of a household that takes part, each for themselves',
    groupsOf: 'grown members of households of group {{list}}, each for themselves',
    groupsNamed: 'grown members of households of {{list}}, each for themselves',
    notClaimed: 'You did not claim this offer.',
    most: 'Most a person',
    claims: 'Claims',
    claimsCount_one: '{{count}} person',
    claimsCount_other: '{{count}} people',
    ownClaim: 'Your claim',
    publishes_masked_names: 'places, the masked name of each, groups and amounts',
    wantedHint: 'At most {{most}} a person',
    wantsOne: '{{most}} each.',
    leastHint: 'Where less than this is left, it goes to the next',
    amountAbove: 'At most {{most}} a person.',
    willPublish_masked_names:
      'Then the list is published: place, your masked name, group and amount, for everybody to see.',
    willPublish_places_only:
      'Then places and amounts are published without names: nobody sees who it is.',
    withdrawForOther: 'Withdraw their claim',
    ownTurn: 'Your turn',
    placeLabel: 'Your place',
    placeOf_one: 'of {{count}} person',
    placeOf_other: 'of {{count}} people',
    cameLabel: 'Came to you',
    takenLabel: 'You took',
    calledFor: '{{quantity}} for you; only you can answer.',
    answerUntil: 'Please answer by {{at}} (included); after that it goes to the next.',
    answerTitle: 'Do you take it',
    will_all: 'You take {{quantity}}. The answer cannot be changed.',
    will_less: 'You take {{quantity}}; the rest goes to the next. The answer cannot be changed.',
    will_none: 'All of it goes to the next. The answer cannot be changed.',
    confirm_all: 'I take it',
    confirm_none: 'Pass; it goes to the next',
    keptShare_called:
      '{{quantity}} of the share kept for protected households is for you. Nobody else sees this.',
    keptShare_accepted: 'You took {{quantity}} of the kept share. Nobody else sees this.',
    keptShare_declined: 'You passed on what came from the kept share. Nobody else sees this.',
    keptShare_lapsed:
      'What came from the kept share was not answered in time. Nobody else sees this.',
    nameColumn: 'Name',
    placeNameColumn: 'Place and name',
    ownPlace: 'you',
    objectedToYou: 'Somebody objected to your turn',
  },
})

const ofPersons = {
  namespace: persons.namespace,
  zh: { ...offersMessages.zh, ...persons.zh },
  en: { ...offersMessages.en, ...persons.en },
}

/** The words about an offer, to a household or to a person, as the offer is claimed. */
export function useOfferT(
  claimant: OfferBrief['claimant'],
): Translate<KeyOf<(typeof offersMessages)['zh']>> {
  const toHousehold = useT(offersMessages)
  const toPerson = useT(ofPersons)
  return claimant === 'person' ? toPerson : toHousehold
}
