import { anyOf } from './lint-rule.ts'
import type { Meaning } from './lint-rule.ts'

/**
 * What a clause is read by: who does it, to whom, with whose things, and what follows. Each is a
 * piece of a pattern; the rules put them together.
 */

/** Not doing, in the ways that a sheet says it. */
export const NOT =
  '(拒不?|不(?![锈良])|没有?(?![完入收])|未(?!成年)|无(?![人偿声])|避|躲|从来不|从不|死活不|就是不)'

/** A number, however written. */
export const NUMBER = '[一二两三四五六七八九十百千万几多\\d]'

/** The village, its offices and companies: the other party of every household. */
export const COLLECTIVE =
  '(村(?!民|史|口|道|志|路|里的?(公众|小)|碑|晚|歌|图)|集体|公家|公司|合作社|组里|小组|镇里?|政府|公社|开发商|景区)'

/** Somebody who holds an office. */
export const OFFICIAL =
  '(干部|工作人员|工作(组|队)|村委会?|两委|支部|书记|主任|领导|组长|政府|检查组|网格员|评分员|管理员|支书|村长|队长)'

/** Whoever stands above the village, or listens beside it. */
export const AUTHORITY =
  '(上级|上面|市里|省里|县里|区里|镇里|乡里|北京|省城|市政府|县政府|区政府|镇政府|乡政府|省城|政府|法院|检察院|纪委|监委|巡视组?|巡察组?|督[查察导]组?|信访[局办]|主管部门|有关部门|记者|媒体|报社|电视台|热线|信箱|12\\d{3})'

/** Bringing a grievance forward. */
export const APPEAL =
  '(递(交|送)?[^,;]{0,4}(材料|状|条|信)|写(材料|信|状)|找(领导|人评理|说法|干部理论)|提[^,;]{0,2}异议|反映|反应|告(?!知|诉|示|别)|要求(答复|公开|解释|说法|道歉|赔偿)|讨(说法|公道|要)|讨个|诉苦|诉说|申[诉冤]|评理|喊冤|投诉|举报|求助信|曝光|爆料|起诉|理论)'

/** The deed is labour or help at an occasion: the occasion itself is not what is rewarded. */
export const SERVICE =
  '(帮|协助|志愿|义务(?!教育|兵)|陪(?!葬|嫁)|代(办|跑|领|写|购)|(替|给)[^,;]{1,6}(看|守|收|管|接)(停?车|门|摊|场|快递|礼簿)|看(停?车场|车棚)|(送|接|背|推|载|扶|捎|搀)[^,;]{0,8}(老人|邻居|病人|孕妇|大[爷妈娘伯]|奶奶|爷爷|阿[婆公])|烧(茶|开水|姜汤)|替.{0,12}(跑|办理|填|写|申请|照|做(?!主)|认证)|护送|接送|送(饭|餐|水|茶|药|货|菜)|照(顾|看|料)|看护|推轮椅|搀扶|扶(?!养)|搬(?!迁|家|出)|抬|扛|摆放?(桌|椅|碗|凳)|端(茶|菜|盘)|布置|搭(台|棚|灯|建舞台)|引导|疏导|指挥(车|交通|停)|维持|借(出|给)|除草|拔草|割草|打扫|清[扫洗掏点理运]|保洁|擦|洗(碗|菜|盘)|浇(?!筑)|补(栽|种)|登记[^,;]{0,4}(访客|来宾)|整理|翻译|讲解|宣讲|培训|说和|劝(好|住|开|和)|劝解|调解|化解|调停|握手言和|帮厨|择菜|做饭|做菜|理发|开车送|推车|引路|带路|指路|停车引导|引导停车|讲给|录制|拍照留|摄影|主持|记录员|引导员|讲解员)'

/** A duty that somebody took on, or a thing in somebody's keeping: leaving it undone is seen. */
export const UNDERTAKEN =
  '(报了?名|认领|认养|领了|领走|领取了|接了|接下|答应|约好|说好|承诺了|轮到|轮值|轮流|值[日班守勤夜]|当班|在岗|上岗|班次|夜班|排班|守摊|代管|保管|看管|经手|借了|借走|借的|借(了)?(村|公家|组|集体|大家)[^,;]{0,3}的|借用|借来|自愿承接|已签到)'

/** Coming after the time or going before it. */
export const LATE =
  '(迟到|早退|晚到|来晚|来迟|迟来|迟了|晚了|早走|溜走|溜了|就(溜|走了?|跑|撤|离|回)|先走|提[前早](走|离|撤)|中途(走|离|退)|半途|半路|没散|未散|没结束|离席|[后刻钟多时](才|方才)(来|到|进|露面|赶到)|姗姗|才(到场|进门|进场|露面|赶到)|撂下|丢给|甩给|擅离|脱岗|离岗)'

/** Something is left lying: the deed is the mess, whatever the occasion. */
export const LEFT =
  '((留|丢|扔|落|遗|堆|摊|散|撒|剩)(弃|下|落|留|放)?(在|于|到|下|满)|(还|仍)(有|留|剩|堆)[^,;]{0,6}(屑|碗|瓶|袋|纸|垃圾|杂物|酒|饭)|一地|满地|到处都?是|[没未不](人|有)?(扫|捡|清|带走|收(拾|走|净))|没人收|(倒|扔|丢|泼|排|抛)(进|入|到|在|往))'

/** Done to a thing with hands, feet, water, fire or wheels. */
export const HANDLED =
  '(刻|折|掰|攀|踩|踏|拔|泼|倒(?!数|插|贴|卖|是)|洒|撒|淋|压[坏倒过]|碾|挖|撬|锯|砍|剪断|扯|撕|涂|抹|泡|冲[走垮坏]|(?<![顶冲])撞|砸|碰[坏倒]|弄[坏脏丢倒断折破]|打[碎破翻烂]|踢|拆(?!迁)|堵|挡|横在|漏|溢|流[到进在]|排[到进入放]|扔|丢(?!人|脸|面)|甩|抛|吐(?!槽)|烧(?!香|纸|包)|焚|熏|啃|啄|拱|拉绳|缠|钉(?!子户)|挂[在满]|晒|晾|堆|搁|架在|拴|系在|锁|占[着了用住满去]|停[在放满]|开[进到上]|骑[进到上]|接[在到]|抽[到进]|灌|吵(得|到|醒|着)|轰鸣|敲)'

/** Children, as whose data and conduct need care. */
export const CHILD = '(子女|孩子|小孩|娃|儿子|女儿|孙|学生|未成年|高中生|初中生|小学生)'

/** Every one of the meanings, wherever in the item. */
export function allOf(...parts: (string | Meaning)[]): Meaning {
  const meanings = parts.map((part) => (typeof part === 'string' ? anyOf(part) : part))
  return { test: (words) => meanings.every((meaning) => meaning.test(words)) }
}

/** Any one of the meanings. */
export function oneOf(...parts: (string | Meaning)[]): Meaning {
  const meanings = parts.map((part) => (typeof part === 'string' ? anyOf(part) : part))
  return { test: (words) => meanings.some((meaning) => meaning.test(words)) }
}

/** None of it. */
export function without(pattern: string): Meaning {
  const found = anyOf(pattern)
  return { test: (words) => !found.test(words) }
}

/** The one somewhere before the other. Looks at each character once for each of them. */
export function before(one: string, other: string): Meaning {
  const first = anyOf(one)
  const next = new RegExp(other, 'g')
  return {
    test: (words) => {
      const found = first.exec(words)
      if (found === null) return false
      next.lastIndex = found.index + found[0].length
      return next.test(words)
    },
  }
}
