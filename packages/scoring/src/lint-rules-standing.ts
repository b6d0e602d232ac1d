import { anyOf, articles } from './lint-rule.ts'
import type { LintRule } from './lint-rule.ts'

/** How much somebody has, or where somebody stands. */
const MEASURE =
  '(积分|得分|总分|分数|评分|排名|排位|名次|排序|位次|成绩榜|积分榜|红黑榜|名次|星级|等次|考评|考核|评比)'

/** The foot of a standing, whichever way it is said. */
const FOOT = `(${[
  `${MEASURE}[^,;]{0,10}(低|太低|少于|少|末|最后|后[几一二三四五六七八九十百\\d]|靠后|落|下降|下滑|见底|落后|垫底|倒数|清零|扣完|为负|负|零|不足|不够|不(满|到|达标|及格|合格)|未(满|到|达|过|及格)|没(有|能)?(到|达|过|攒)|(平均|及格|分数|标准)线|[以之]下)`,
  '末位|末尾|末名|[后末][一二三四五六七八九十几两]名|差评户|未(及格|达标|合格)(者|户|的)|榜尾|最低分|见底|最后(一|几|两|三|五|十)(成|名|户|家|位)|(不够|没够|未够).{1,4}分|(没有?|未)(评|挂)上星|最末|末等|最差|分(太)?低的|零分(户|的)|分数?(不到|少于|低于)|垫底|倒数第?[一二三四五六七八九十几百\\d]|倒数的|排最后|排在?(全村|全组|小组)?(的)?(最后|末|后)|低分(户|者|家庭)|后进(户|者|家庭|农户)|落后(户|者|家庭)|(黄|黑|蓝|灰|后进)榜|(较差|不合格|不达标|差)等[次级]|(差|丙|三)等户',
  '(没有?|未|不)(攒|积|挣|得|拿|达|满|足)(够|到|满|足)?.{0,4}分',
].join('|')})`

/** Something is withheld, withdrawn, made dearer, or somebody is put to shame or to work. */
const TAKING =
  '(不(得|能|准|许|可|予|给|再|让|发|享|参|纳)|禁止|取消|剥夺|停(发|止|办|用|享|供)|暂停|暂缓|缓[发办]|扣(发|除|减|留)|收回|撤销|减(半|发|少|免?额)|降低|限制|失去|丧失|一票否决|淘汰|清退|退出|劝退|除名|推迟|延后|加倍|翻倍|多(交|缴|收)|加收|检讨|(要|须|得|必须)(站|到台|上台|当众|说明|表态)|检查书|通报|公示(照片|姓名|名单)|照片|曝光|点名|示众|(灰|黑|黄)色|挂牌|罚|负责(打扫|清扫|扫)|(打扫|清扫)全村)'

/**
 * Points order what is scarce; they take nothing away. A standing that costs its holder something is
 * a penalty that no law gives a village, whatever it costs.
 */
export const standingRules: readonly LintRule[] = [
  {
    code: 'standing_takes',
    on: 'both',
    verdict: 'refuse',
    when: anyOf(`${FOOT}.*${TAKING}`, `${TAKING}.{0,12}${FOOT}(的?(家庭|农户|户|人|村民|者))`),
    article: articles.organicLaw27,
    messageZh: '积分和名次只用来排先后，不得因分低、名次靠后而取消、限制或羞辱。',
    messageEn:
      'Points and ranks only order who comes first; a low one must not take, bar or shame.',
  },
  {
    code: 'standing_takes',
    on: 'deduction',
    verdict: 'refuse',
    when: anyOf(
      `${FOOT}.{3}`,
      `^[^,;]{0,10}(积分|得分|总分|排名|名次|积分榜)[^,;]{0,8}(倒数|垫底|末位|最后|靠后|最低)[^,;]{0,8}$`,
      `${MEASURE}.{0,6}${TAKING}`,
    ),
    unless: anyOf('(^|[,;])(陪|帮|送|给|向|组织|主动|义务)|比赛|虚报|冒|篡改|弄虚作假|涂改|伪造'),
    article: articles.organicLaw27,
    messageZh: '名次本身不是做了什么事，不得再因名次扣分或取消什么。',
    messageEn: 'A rank is nothing that anybody did; it must not cost points or anything else.',
  },
]
