import { NUMBER, allOf, before, oneOf } from './lint-concepts.ts'
import { anyOf, articles } from './lint-rule.ts'
import type { LintRule } from './lint-rule.ts'

/** How much somebody has, or where somebody stands. */
const MEASURE =
  '(积分|得分|总分|分数|分值|评分|攒分|排名|排位|名次|排序|位次|名列|位居|综合|成绩榜|积分榜|红黑榜|星级|等次|考评|考核|评比|评议)'

/** Low, short of something, or behind. */
const LOW = `(低|太少|少于|最少|末|最后|后${NUMBER}|靠后|落|下降|下滑|掉[到出]|跌|见底|落后|垫底|倒数|吊车尾|殿后|退(了|后)?${NUMBER}|倒[一二三四五]|跌破|偏[低少]|清零|扣完|为负|负|零|不足|不够|不(满|到|达|及格|合格)|未(满|到|达|过|及格)|没(有|能)?(到|达|过|攒)|达不到|够不[着上到]|(平均|及格|分数|标准)线|[以之]下)`

/** Not among the first, or outside of them. */
const OUTSIDE = `((进不[了到]?|上不[了到]|够不[上着]|排不[到进]|挤不[进])[^,;]{0,3}前${NUMBER}|(没有?|未|不|无缘|无法)(能|够)?(进|入|到|上|列|挤|排)[了到入进]?[^,;]{0,3}(前|榜|星)${NUMBER}*|前${NUMBER}{1,5}(名|户|位|成|%)?(以外|之外|外|开外)|(红|光荣|先进|积分)榜(上)?(没有?|无)[^,;]{0,3}名|(进不[了到]?|上不[了到]|没(进|上)|未(进|上))[^,;]{0,3}榜|${NUMBER}(名|位)(以外|之外|开外|[以之]后))`

/** The foot of a standing, whichever way it is said. */
const FOOT = `(${[
  `${MEASURE}[^,;]{0,10}${LOW}`,
  OUTSIDE,
  '殿后|(达不到|不到|未达|没到|够不[着上到])[^,;]{0,4}(分|线)|末位|末尾|末名|[后末][一二三四五六七八九十几两]名|差评户|未(及格|达标|合格)(者|户|的)|榜尾|最低分|见底|最后(一|几|两|三|五|十)(成|名|户|家|位)|(不够|没够|未够).{1,4}分|(没有?|未)(评|挂)上星|最末|末等|最差|分(数|值)?(太|过|很|最|偏)?[低少]|零分(户|的)|分数?(不到|少于|低于|见底|落)|垫底|倒数第?[一二三四五六七八九十几百\\d]|倒数的|低于.{0,3}(平均|线|分)|排最后|排在?(全村|全组|小组)?(的)?(最后|末|后)|低分(户|者|家庭)|(后进|落后)(户|者|家庭|农户)|(黄|黑|蓝|灰|后进)榜|(较差|不合格|不达标|[“"「]?差[”"」]?|[“"「]?[丙丁][”"」]?)等[次级的]?|(差|丙|三|末)等户',
  `(没有?|未|不)(攒|积|挣|得|拿|达|满|足)(够|到|满|足)?.{0,4}分|比.{0,6}少${NUMBER}+分`,
].join('|')})`

/** Something is withheld, withdrawn, made dearer or later, or somebody is put to shame or to work. */
const TAKING =
  '(不(得|能|准|许|可|予|给|再|让|发|享|参|纳|借|修|安排|供|收购)|拒绝|拒(?=给|为)|禁止|取消|剥夺|停(借|租|发|止|办|用|享|供)|暂停|暂缓|缓[发办]|扣(发|除|减|留)|收回|撤销|减(半|发|少|免?额)|降低|限制|失去|丧失|一票否决|淘汰|清退|退出|劝退|除名|推迟|延[后迟]|靠后排|排(到|在)最后|最后(才|轮)|才(准|能|可|轮)|只(能|准|许)|加倍|翻倍|多(交|缴|收)|加收|检讨|(要|须|得|必须)(站|到台|上台|当众|说明|表态|交|缴|自己)|检查书|通报|公示(照片|姓名|名单)|照片|曝光|点名|示众|约谈|提醒谈话|自费|自理|自己(出|掏)|保证书|检查书|摘(掉|牌|去|下)|扣减|不列|一半|(灰|黑|黄)色|挂牌|挂.{0,6}牌|罚|连带|轮流(义务)?|负责(打扫|清扫|扫)|(打扫|清扫|清掏)全?村?)'

/** Somebody helps those who stand low, or it is a game, a yard or a bin that was judged. */
const OTHERWISE =
  '(^|[,;])(陪|帮|送|给|向|组织|主动|义务|指导|带|教)|比赛|选手|队员|虚报|冒|篡改|弄虚作假|涂改|伪造|(卫生|庭院|垃圾|门前|分类|厕所|菜园|花池)[^,;]{0,8}(检查|评比|考核|评分|得分)'

/**
 * Points order what is scarce; they take nothing away. A standing that costs its holder something is
 * a penalty that no law gives a village, whatever it costs.
 */
export const standingRules: readonly LintRule[] = [
  {
    code: 'standing_takes',
    on: 'both',
    verdict: 'refuse',
    when: oneOf(before(FOOT, TAKING), `${TAKING}.{0,12}${FOOT}(的?(家庭|农户|户|人|村民|者))`),
    unless: anyOf('(帮|指导|教|带|送)[^,;]{0,6}(末|后|倒数|落后|低)|选手|跑完|终点'),
    article: articles.organicLaw27,
    messageZh: '积分和名次只用来排先后，不得因分低、名次靠后而取消、限制或羞辱。',
    messageEn:
      'Points and ranks only order who comes first; a low one must not take, bar or shame.',
  },
  {
    code: 'standing_takes',
    on: 'deduction',
    verdict: 'refuse',
    when: oneOf(
      `${FOOT}.{3}`,
      allOf(MEASURE, FOOT, { test: (words) => words.length <= 24 }),
      `${MEASURE}.{0,6}${TAKING}`,
    ),
    unless: anyOf(OTHERWISE),
    article: articles.organicLaw27,
    messageZh: '名次本身不是做了什么事，不得再因名次扣分或取消什么。',
    messageEn: 'A rank is nothing that anybody did; it must not cost points or anything else.',
  },
]
