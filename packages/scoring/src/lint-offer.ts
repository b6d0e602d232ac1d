import { anyOf, articles, type Article } from './lint-rule.ts'
import type { LintReason } from './lint.ts'

interface OfferRule {
  code: string
  zh: RegExp
  en: RegExp
  article: Article
  messageZh: string
  messageEn: string
}

/** What is everybody's by law, and so can be nobody's turn. */
const rules: readonly OfferRule[] = [
  {
    code: 'statutory_benefit',
    zh: anyOf(
      '低保|最低生活保障|五保|特困(供养|人员)|救助金|临时救助|救济[金款粮]|抚恤|优抚|助学金',
      '(社会|医疗|大病|临时|教育)救助|残疾人?补[贴助]|护理补贴|(高龄|养老)(补贴|津贴)|计生(奖扶|奖励)|奖扶金',
      '(种粮|粮食|地力|惠农|农机购置)补[贴助]|粮食直补|生态补偿',
      '医保|(医疗|大病|工伤|失业|生育|职工|居民)保险|合作医疗|新农合|社保|社会保险|养老保险|养老金|参保|居保',
      '公租房|廉租房|保障性?住房|危房改造|户口|户籍|落户|(开|出具|办理).{0,4}证明|困难补助|政府补[贴助]',
    ),
    en: /\b(living allowance|minimum allowance|dibao|social assistance|relief money|medical insurance|health insurance|social insurance|pensions?|subsid(y|ies)|household registration|public rental housing)\b/,
    article: articles.organicLaw27,
    messageZh: '低保、救助、保险、户籍、办证等是法定权益，人人按法律享有，不能排队分配。',
    messageEn:
      'Living allowance, relief, insurance, registration and papers are due by law to whoever qualifies; they cannot be queued for.',
  },
  {
    code: 'property_right',
    zh: anyOf(
      '宅基|建房(用地|指标|名额)|承包地|承包田|承包权|承包经营权|(土地|耕地|林地|草地|山林)承包|承包(土地|耕地|林地|草地|山林)',
      '延包|责任[田地山]|口粮田|自留[地山]|土地确权|征地|征收|征用|拆迁|补偿款|安置(房|费|补)',
    ),
    en: /\b(homesteads?|house ?sites?|contracted (farm)?(land|fields?|woods?|forests?)|land contracts?|expropriation|land compensation)\b/,
    article: articles.organicLaw27,
    messageZh: '宅基地、承包地和征收补偿是法律规定的财产权益，不能按积分分配。',
    messageEn:
      'Homestead, contracted land and compensation for land are rights of property; points cannot share them out.',
  },
  {
    code: 'legal_dividend',
    zh: anyOf('分红|红利|股权|股份|股金|折股|收益分配|集体收益|集体分配'),
    en: /\b(dividends?|shares? of (the )?(cooperative|company)|collective income)\b/,
    article: articles.organicLaw27,
    messageZh: '成员依法应得的分红和集体收益不能按积分分配。',
    messageEn: 'A member’s legal dividend and share in collective income do not depend on points.',
  },
  {
    code: 'vote',
    zh: anyOf('选举|选票|选民|投票(权|资格)|表决权|候选人|(村民|户)代表(资格|名额)|罢免'),
    en: /\b(elections?|ballots?|right to vote|voting rights?|candidates?)\b/,
    article: articles.constitution34,
    messageZh: '选举和表决是民主权利，不能排队分配。',
    messageEn: 'Voting is a democratic right; nobody queues for it.',
  },
  {
    code: 'schooling',
    zh: anyOf(
      '入学|就学|转学|(上学|就读|入读)(名额|资格|指标)|学位|义务教育|升学|学籍|(小学|初中|中学).{0,6}(名额|资格|座位)',
    ),
    en: /\b(school (places?|enrol?ment|admission)|compulsory (education|schooling))\b/,
    article: articles.organicLaw27,
    messageZh: '上学受教育是法定权利，由教育法律处理，不能排队分配。',
    messageEn: 'Schooling is a right under education law; places are not queued for.',
  },
]

/**
 * Holds the words of an offer against the law: what everybody has by statute is no scarce thing that
 * points could order.
 *
 * @returns why it is refused, each with its article; nothing when it is not
 */
export function lintOffer(words: readonly string[]): LintReason[] {
  const zh = words.map((text) => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')).join('。')
  const en = words.map((text) => text.normalize('NFKC').toLowerCase()).join('. ')
  return rules
    .filter((rule) => rule.zh.test(zh) || rule.en.test(en))
    .map(({ code, article, messageZh, messageEn }) => ({
      code,
      article: `${article.zh} (${article.en})`,
      messageZh,
      messageEn,
    }))
}
