import { allOf, oneOf } from './lint-concepts.ts'
import { articles } from './lint-rule.ts'
import type { LintRule, Meaning } from './lint-rule.ts'

const helping =
  /\b(help|teach|taught|explain|lectur|talk|class|volunteer|boil\w*|wheelchair|people queu\w*|driv(e|es|ing) (an?|the) old|carrying tables|accompan|push(ing|ed)? the|translat|interpret|usher|set(ting)? up|steward|fill(ing|ed)? in forms?|carr(y|ied|ying))/
const lands =
  /\b(land|plot|field|homestead|house|home|yard|orchard|courtyard|wall|garden|paddy|woodland|barn|shed|pond|building site|hill|grove|share|holding|property)s?\b/
const screens =
  /\b(app|apps|application|platform|mini.?program|system|account|website|page|chat|online|phone|channel|feed|(village|mini) programme|software|posts?|screen|digital|web|video|notifications?)\b/
const usage =
  /\b(hours?|minutes?|times?|daily|every day|running|in a row|regist\w*|invit\w*|bring\w*|follow\w*|lik(e|ed|es|ing)|shar(e|ed|es|ing)|open\w*|us(e|ed|es|ing)|brows\w*|activ\w*|inactive|view\w*|watch\w*|read(ing|s)?|comment\w*|check(ed|s|ing)?[ -]?in\w*|visit\w*|scroll\w*|join\w*|persuad\w*|sign(ed|ing|s)?[ -]?up|stay\w*|idle|unused|recommend\w*|forward\w*|subscrib\w*)\b/

/** How low somebody stands. */
const foot =
  /\b(lowest|bottom|last|low(er)? (score|points|rank)|low-scoring|below|rank(ed|ing)?|fewest|least points|under \d+ points|(fewer|less) than [\w-]+ points|short of [\w-]+ points|(finish\w*|rank\w*|plac\w*|com(e|ing)) (below|after|behind)|too few points|not enough points|negative (score|points)|points? (below|under|short)|not (among|in) the (first|top|best)|outside the (first|top)|worst)\b/
const taking =
  /\b(los(e|es|ing)|may not|must not|must|cannot|can't|no longer|barred?|banned|denied|den(y|ies)|refus\w*|excluded?|withh[eo]ld|withdrawn|cancel\w*|suspend\w*|forfeit\w*|not be|halved|shamed?|stripped|apologi[sz]\w*|explain themselves|pay (more|double)|wait\w*|only after|posted|named|clean the|gets? (no|nothing)|receiv\w+ (no|nothing)|no longer|not (lent|served|given|sold|invited))\b/

/** Labour at an occasion, or what was left there: the occasion itself is not what counts. */
const atOccasion =
  /\b(help|clean|tidy|tidied|swept|sweep|weed|repair|mend|litter|rubbish|rubble|left? behind|leav(e|es|ing) .{0,30} behind|lent|lend|car park|parking|tipped|dumped|thrown)/

/** Words of which praise is made, and the small ones between them. */
const praising =
  /^(being|is|are|be|always|very|and|or|the|a|an|in|to|of|for|with|on|at|good|all|having|has|shows?|showing|one's|their|his|her|every|everyone|others?|people|villagers?|village|rules?|customs?|old|young|elders?|parents|children|neighbou?rs|country|party|laws?|collective|community|family|families|respect\w*|cherish\w*|car(e|es|ing)|keep(s|ing)?|lov\w+|honou?r\w*|honest\w*|kind\w*|hard-?working|polite\w*|diligen\w*|frugal\w*|thrift\w*|law-abiding|obey\w*|abid\w+|by|harmon\w+|uni\w+|patriotic|civili[sz]ed|virtuous|virtues?|upright|helpful|moral\w*|character|attitude|thinking|spirit|exemplary|conduct|work|example|setting|generous|modest\w*|sincer\w+|loyal\w*|faithful\w*|responsib\w+|devot\w+|selfless\w*|model|citizen|decen\w+|friendly|peace\w*|contribut\w+|support\w*|development|revival|positive|energy|one|mind|warm-?hearted|heart\w*|good-natured|tidy-minded|brave|humble|name|reputation)$/

/** The same of blame. */
const blaming =
  /^(being|is|are|and|or|the|a|an|of|to|in|always|very|bad|arrogant|overbearing|lazy|selfish|greedy|rude|stubborn|dishonest|immoral|unfriendly|envious|cold|character|attitude|conduct|behaviou?r|towards?|others|people|neighbou?rs|lacks?|lacking|spirit|public|manners|reputation|quarrelsome|disloyal|unfilial|mean)$/

const blameAlone: Meaning = {
  test: (words) => {
    const each = words.split(/[^a-z'-]+/).filter((word) => word !== '')
    return each.length > 0 && each.every((word) => blaming.test(word))
  },
}

const praiseAlone: Meaning = {
  test: (words) => {
    const each = words.split(/[^a-z'-]+/).filter((word) => word !== '')
    return each.length > 0 && each.every((word) => praising.test(word))
  },
}

/** The same grounds as in Chinese, for the words of a sheet's English. */
export const englishRules: readonly LintRule[] = [
  {
    code: 'app_use',
    on: 'both',
    verdict: 'refuse',
    when: oneOf(
      /\blog(ged|ging|s)?[ -]?(in|on)\b|\bsign(ed|ing|s)?[ -]?in (daily|every)\b|\b(download|install)|\bcheck(ing|ed)?[ -]in (every|online|daily)|\bdaily check|\b(account|profile)s? (is |was |has |had |been )*(not|never|un)[ -]?(used|active|opened)/,
      allOf(screens, usage),
    ),
    unless:
      /\b(help|teach|taught|wrote|write|writing|sold|sell|mend|repair|class|made a|make a|report\w*|video calls?|tell(ing)? (the )?(old|neighbour|people)|photograph)/,
    article: articles.appRules,
    messageZh: '英文里奖励或强求使用应用；不得加分或扣分。',
    messageEn:
      'Using an app (downloads, log-ins, check-ins, likes, shares) earns or costs nothing.',
  },
  {
    code: 'standing_takes',
    on: 'both',
    verdict: 'refuse',
    when: oneOf(
      allOf(foot, taking),
      /\b(com(e|es|ing)|finish\w*|be(ing)?|end(s|ed|ing)?|rank\w*|plac\w+|fall\w*|drop\w*)( up)? (last|bottom|lowest|among the (last|lowest|bottom)|in the (last|bottom)|down the (list|ranking))\b/,
    ),
    unless: /\b(help|tidy|tidied|teach|race|match|tournament|runner|bring(ing)? .{0,20} to the)/,
    article: articles.organicLaw27,
    messageZh: '英文里因分低、名次靠后而取消或限制；积分只用来排先后。',
    messageEn:
      'Points and ranks only order who comes first; a low one must not take, bar or shame.',
  },
  {
    code: 'property_right',
    on: 'both',
    verdict: 'refuse',
    when: oneOf(
      allOf(
        lands,
        /\b(giv(e|es|ing) (up|away)|gave (up|away)|hand(s|ed|ing)?\b.{0,30}\b(over|back)|surrender|relinquish|ced(e|ing)|donat|vacat|return(ed|ing)? (the )?(land|homestead)|tear(ing)? down|demolish|refus|mov(e|es|ing|ed) out|transfer|sign(s|ed|ing)? (away|over)|leav(e|es|ing)\b.{0,40}\bto the (village|collective)|let(ting|s)? (the|a|the new)? ?(road|village|canal|project|company)|without (ask|compens|pay|condition|demand|rent)|for nothing|free of charge|no compensation|will not sell|not (leave|sell|agree|give))/,
      ),
      /\b(demolition|relocation|resettlement|expropriat\w+|acquisition|compensation)\b.{0,30}\b(agreement|sign\w*|first|waiv\w*|without|offer|price)|\b(sign\w*|first|waiv\w*|accept\w*|without|renounc\w*|forgo\w*)\b.{0,30}\b(demolition|relocation|resettlement|expropriat\w+|compensation)\b/,
    ),
    unless:
      /\b(help|lent|lend|tidy|tidied|clean|offcuts|for (a|one|two|three|a few) (days?|weeks?|hours?))\b/,
    article: articles.organicLaw27,
    messageZh: '英文里要人让出土地、房屋；处分须出于自愿，不得用积分换取或因此扣分。',
    messageEn: 'Giving up land or a house must be free; points must neither buy nor punish it.',
  },
  {
    code: 'statutory_benefit',
    on: 'both',
    verdict: 'refuse',
    when: /\b(insurance|pension|medical scheme|health scheme|insured|rural medical|allowance|living allowance|dibao|subsid(y|ies)|dividend|social security|household registration)\b/,
    unless: helping,
    article: articles.organicLaw27,
    messageZh: '英文里与社保、补助、分红等法定权益挂钩。',
    messageEn: 'Statutory benefits must not depend on points, nor points on them.',
  },
  {
    code: 'vote',
    on: 'both',
    verdict: 'refuse',
    when: /\b(vot(e|es|ed|ing)|polling|polls|ballot|election|candidate)\b/,
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
    when: /\b(petition|complain|complaint|appeal|grievance|su(e|es|ed|ing)\b.{0,20}\b(committee|village|town)|lawsuit|hotline|journalist|reporter|newspaper|higher authorit|anonymous letter|letters? to .{0,20}\b(inspect|county|provinc|disciplin)|(go|goes|going|went|tak\w+|writ\w+|turn\w*)\b.{0,30}\b(county|province|provincial|city offices?|court|inspection team))/,
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
    when: /\b(report|inform|let(s|ting)?\b.{0,24}\bknow|denounc|tip|expos|tell|telling|told|not(e|ing) down|photograph|watch)\w*\b.{0,30}\b(neighbou?rs?|villagers?|people|persons?|somebody|someone|households?|offenders?|famil(y|ies)|who)\b/,
    unless:
      /\b(lost|missing|ill|injured|hurt|help|broken|leak\w*|smoke|fire|power cut|water (is|will)|story|stories|about|how)\b/,
    article: articles.organicLaw27,
    messageZh: '英文里奖励举报他人；违法线索请交有关机关。',
    messageEn: 'Points must not reward reporting on persons; leads go to the authorities.',
  },
  {
    code: 'speech',
    on: 'deduction',
    verdict: 'refuse',
    when: /\b(critici[sz]|rumou?r|gossip|insult|slander|disrespect|quarrel with|argu(e|ing) with|speak\w* (ill|badly)|spoke (ill|badly)|mock|swear|foul language|sa(y|id|ying|ys)\b.{0,40}\b(accounts|officials|committee|cadres|leaders|unfair|badly)|post(s|ed|ing)? .{0,30}\b(online|chat|internet)|interview|contradict)/,
    article: articles.constitution35,
    messageZh: '英文里因言论扣分；违法言论由法律处理。',
    messageEn: 'Speech is free; unlawful speech is for the law, not for points.',
  },
  {
    code: 'family',
    on: 'both',
    verdict: 'refuse',
    when: /\b(third|second|fourth) child|\b(having|has|had) (a|another) (child|baby|son)|\b(marry|marri(ed|ages?|es)|divorc\w*|unmarried|birth\b|births|pregnan\w*)|\b(husband|wife|couple|in-laws?)\b.{0,20}\b(quarrel|argu|live)/,
    unless: /\b(help|settl|mediat|reconcil|look(ed|ing)? after|sit(ting)? with)/,
    article: articles.civilCode990,
    messageZh: '英文里涉及婚姻、生育或家庭；这是私事，不得加分或扣分。',
    messageEn: 'Marriage, children and family life are private; no points either way.',
  },
  {
    code: 'faith',
    on: 'both',
    verdict: 'refuse',
    when: /\b(worship|church|temple|mosque|shrine|pray|religio|bible|sermon|monk|priest|fortune.?tell|baptis)/,
    unless: atOccasion,
    article: articles.constitution36,
    messageZh: '英文里涉及信仰；这是个人自由，不得加分或扣分。',
    messageEn: 'Faith and the customs of faith are personal; no points either way.',
  },
  {
    code: 'rites',
    on: 'both',
    verdict: 'refuse',
    when: /\b(grave|tomb|funeral|burial|bur(y|ied)|cremat|wedding|bride price|dowry|banquet|incense|ancest)/,
    unless: atOccasion,
    article: articles.civilCode990,
    messageZh: '英文里涉及婚丧、祭祀；这是私事，不得加分或扣分。',
    messageEn: 'Weddings, funerals and rites are private; no points either way.',
  },
  {
    code: 'refusing_to_take_part',
    on: 'deduction',
    verdict: 'refuse',
    when: /\b(refus\w*|declin\w*|not|fail\w*|never)\b.{0,12}\b(tak(e|ing) part|attend|participat|join|donat|cooperat|obey|follow(ing)? (orders|instructions)|sign|com(e|ing)\b|turn\w* up|appear|contribut|give|volunteer|show up|answer)|\bga(ve|ive|iving) nothing|\b(gives?|giving|contributed?) nothing|\b(nobody|no one|none)\b.{0,40}\b(came|come|attend|joined|took part|turned up|showed up|gave|appear)|\b(stay\w* away|absent|skipp\w+|miss(ed|ing)) .{0,24}\b(gala|party|show|festival|concert|celebration|meeting|assembly|work day|event|rehearsal|training)/,
    unless: /\b(sign(ed|ing) up|shift|took on|taken on|promised|returned|duty|rota|borrowed)\b/,
    article: articles.organicLaw27,
    messageZh: '英文里因不参加、不配合而扣分；参加与否由村民自愿。',
    messageEn: 'Taking part is free; declining or not cooperating must not cost points.',
  },
  {
    code: 'statutory_offence',
    on: 'deduction',
    verdict: 'refuse',
    when: /\b(police|arrest|jail|prison|assault|fraud|poach|electro.?fish|smuggl|crim(e|inal)|convict|theft|steal|stole|drug|drunk driv|violence|court)/,
    article: articles.penaltyLaw16,
    messageZh: '英文里因违法犯罪扣分；由国家机关依法处理。',
    messageEn: 'Offences are for the law alone; a village may not add a penalty of its own.',
  },
  {
    code: 'fine',
    on: 'both',
    verdict: 'refuse',
    when: /\bfin(e|es|ed) (of|for|the|by|is|at)\b|\b(a|the) fine\b(?! (day|weather|view))|\bconfiscat|\bdeposit is kept|\bpenalty\b/,
    article: articles.penaltyLaw16,
    messageZh: '英文里写了罚款、没收；村里无权设定处罚。',
    messageEn: 'A deduction is never a fine; a village may not fine or confiscate.',
  },
  {
    code: 'contract',
    on: 'both',
    verdict: 'refuse',
    when: /\b(rent|rents|debts?|loans?|instal+ments?|wages|fees?)\b.{0,30}\b(behind|late|unpaid|owed|owing|overdue|in arrears|on time|in full)\b|\b(behind|late|unpaid|owing|overdue|arrears|repay\w*|paying)\b.{0,24}\b(rent|debts?|loans?|fees?|wages)\b/,
    unless: helping,
    article: articles.civilCode577,
    messageZh: '英文里涉及租金、欠款、贷款；由双方或法院解决，不得加分或扣分。',
    messageEn: 'Contracts and debts are civil matters for the parties or a court, not for points.',
  },
  {
    code: 'no_observable_behaviour',
    on: 'deduction',
    verdict: 'refuse',
    when: blameAlone,
    article: articles.organicLaw27,
    messageZh: '英文只说为人不好，没有写明做了什么；请写清楚做了什么才扣分。',
    messageEn: 'No behaviour that can be seen; say what exactly costs points.',
  },
  {
    code: 'no_observable_behaviour',
    on: 'merit',
    verdict: 'warn',
    when: praiseAlone,
    article: articles.organicLaw27,
    messageZh: '英文只说为人好，没有写明做了什么；请写成看得见的事，或说明理由。',
    messageEn: 'It praises how somebody is and names no deed that can be seen; say what was done.',
  },
]
