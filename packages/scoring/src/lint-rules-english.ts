import { articles } from './lint-rule.ts'
import type { LintRule } from './lint-rule.ts'

const helping = /\b(help|teach|taught|explain|lectur|talk|class|volunteer)/
const lands = /\b(land|plot|field|homestead|house|home|yard|orchard|courtyard|wall|garden)s?\b/
const screens =
  /\b(app|apps|application|platform|mini.?program|system|account|website|page|chat|online|phone)\b/

const both = (...all: RegExp[]) => ({
  test: (words: string) => all.every((one) => one.test(words)),
})

/** The same grounds as in Chinese, for the words of a sheet's English. */
export const englishRules: readonly LintRule[] = [
  {
    code: 'app_use',
    on: 'both',
    verdict: 'refuse',
    when: {
      test: (words) =>
        /\blog(ged|ging|s)?[ -]?(in|on)\b|\bsign(ed|ing|s)?[ -]?in (daily|every)\b|\b(download|install)|\bcheck(ing|ed)?[ -]in every|\bdaily check/.test(
          words,
        ) ||
        (screens.test(words) &&
          /\bhours?|minutes?|times?|daily|every day|regist|invit|bring|follow|like[sd]?\b|shar(e|ing)|open|us(e|ing)\b|brows|active|view/.test(
            words,
          )),
    },
    unless: /\b(help|teach|taught|wrote|write|writing|sold|sell|mend|repair|class|made a|make a)/,
    article: articles.appRules,
    messageZh: '英文里奖励或强求使用应用；不得加分或扣分。',
    messageEn:
      'Using an app (downloads, log-ins, check-ins, likes, shares) earns or costs nothing.',
  },
  {
    code: 'standing_takes',
    on: 'both',
    verdict: 'refuse',
    when: both(
      /\b(lowest|bottom|last|low score|below|rank(ed|ing)?|fewest|under \d+ points|negative (score|points))\b/,
      /\b(lose|loses|may not|must not|cannot|can't|no longer|barred?|banned|denied|excluded|withh[eo]ld|withdrawn|cancel|suspend|forfeit|not be|halved|shamed?|stripped)\b/,
    ),
    article: articles.organicLaw27,
    messageZh: '英文里因分低、名次靠后而取消或限制；积分只用来排先后。',
    messageEn:
      'Points and ranks only order who comes first; a low one must not take, bar or shame.',
  },
  {
    code: 'property_right',
    on: 'both',
    verdict: 'refuse',
    when: both(
      lands,
      /\b(giv(e|es|ing) (up|away)|gave (up|away)|hand(s|ed|ing)? over|surrender|relinquish|cede|donat|vacat|return(ed|ing)? (the )?(land|homestead)|tear(ing)? down|demolish|refus)/,
    ),
    unless: /\b(help|lent|lend|tidy|clean)/,
    article: articles.organicLaw27,
    messageZh: '英文里要人让出土地、房屋；处分须出于自愿，不得用积分换取或因此扣分。',
    messageEn: 'Giving up land or a house must be free; points must neither buy nor punish it.',
  },
  {
    code: 'statutory_benefit',
    on: 'both',
    verdict: 'refuse',
    when: /\b(insurance|pension|living allowance|dibao|subsid(y|ies)|dividend|social security|household registration)\b/,
    unless: helping,
    article: articles.organicLaw27,
    messageZh: '英文里与社保、补助、分红等法定权益挂钩。',
    messageEn: 'Statutory benefits must not depend on points, nor points on them.',
  },
  {
    code: 'vote',
    on: 'both',
    verdict: 'refuse',
    when: /\b(vot(e|es|ed|ing)|ballot|election|candidate)\b/,
    unless: helping,
    article: articles.constitution34,
    messageZh: '英文里与选举、表决挂钩；参加、不参加、怎么投，都不得加分或扣分。',
    messageEn:
      'Voting is a democratic right; neither taking part nor how one votes may earn or cost.',
  },
  {
    code: 'petition',
    on: 'both',
    verdict: 'refuse',
    when: /\b(petition|complain|complaint|appeal|su(e|es|ed|ing)\b.{0,20}\b(committee|village)|lawsuit|hotline|journalist|reporter)/,
    unless: helping,
    article: articles.constitution41,
    messageZh: '英文里与信访、投诉、起诉挂钩；这些是法定权利。',
    messageEn:
      'Petitioning, complaining and going to court are rights; points must not touch them.',
  },
  {
    code: 'reports_on_persons',
    on: 'merit',
    verdict: 'refuse',
    when: /\b(report|inform|denounc|tip|expos)\w*\b.{0,24}\b(neighbou?r|villager|people|person|somebody|someone|household|offender|famil(y|ies)|who)\b/,
    unless: /\b(lost|missing|ill|injured|hurt|help)\b/,
    article: articles.organicLaw27,
    messageZh: '英文里奖励举报他人；违法线索请交有关机关。',
    messageEn: 'Points must not reward reporting on persons; leads go to the authorities.',
  },
  {
    code: 'speech',
    on: 'deduction',
    verdict: 'refuse',
    when: /\b(critici[sz]|rumou?r|gossip|insult|slander|disrespect|quarrel with|argu(e|ing) with)/,
    article: articles.constitution35,
    messageZh: '英文里因言论扣分；违法言论由法律处理。',
    messageEn: 'Speech is free; unlawful speech is for the law, not for points.',
  },
  {
    code: 'rites',
    on: 'both',
    verdict: 'refuse',
    when: /\b(grave|tomb|funeral|burial|bur(y|ied)|cremat|wedding|bride price|dowry|banquet|incense|worship|ancest|church|temple|pray|religio|divorc|unmarried|birth)/,
    unless: /\b(help|clean|tidy|tidied|swept|repair|mend|litter|rubbish|rubble)/,
    article: articles.civilCode990,
    messageZh: '英文里涉及婚丧、祭祀、信仰或家庭；这是私事，不得加分或扣分。',
    messageEn: 'Weddings, funerals, rites, faith and family are private; no points either way.',
  },
  {
    code: 'refusing_to_take_part',
    on: 'deduction',
    verdict: 'refuse',
    when: /\b(refus\w*|declin\w*|not|fail\w*|never)\b.{0,12}\b(tak(e|ing) part|attend|participat|join|donat|cooperat|obey|follow(ing)? (orders|instructions)|sign)/,
    unless: /\b(signed up|shift|took on|taken on)\b/,
    article: articles.organicLaw27,
    messageZh: '英文里因不参加、不配合而扣分；参加与否由村民自愿。',
    messageEn: 'Taking part is free; declining or not cooperating must not cost points.',
  },
  {
    code: 'statutory_offence',
    on: 'deduction',
    verdict: 'refuse',
    when: /\b(police|arrest|crim(e|inal)|convict|theft|steal|stole|drug|drunk driv|violence|court)/,
    article: articles.penaltyLaw16,
    messageZh: '英文里因违法犯罪扣分；由国家机关依法处理。',
    messageEn: 'Offences are for the law alone; a village may not add a penalty of its own.',
  },
  {
    code: 'no_observable_behaviour',
    on: 'merit',
    verdict: 'warn',
    when: {
      test: (words) =>
        /^((being|is|are|be|always|very|and|or|the|a|an|in|to|of|for|with|good|all|having|has|shows?|showing|one's|their|villagers?|village|rules|old|young|elders?|parents|neighbou?rs|country|party|law|laws|collective|family|respect\w*|lov\w+|honou?r\w*|honest\w*|kind\w*|hard-?working|polite\w*|diligent|frugal\w*|law-abiding|obey\w*|abid\w+|by|harmon\w+|uni\w+|patriotic|civili[sz]ed|virtuous|upright|helpful|moral\w*|character|attitude|thinking|spirit|exemplary|conduct|work)[ ,.;]*)+$/.test(
          words,
        ),
    },
    article: articles.organicLaw27,
    messageZh: '英文只说为人好，没有写明做了什么；请写成看得见的事，或说明理由。',
    messageEn: 'It praises how somebody is and names no deed that can be seen; say what was done.',
  },
]
