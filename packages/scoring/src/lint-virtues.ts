import { namesDeed } from './lint-deeds.ts'
import { anyOf } from './lint-rule.ts'

const towards =
  '热爱|爱护|爱|关心|尊敬|尊重|尊|敬|孝敬|孝顺|团结|遵守|遵|守|崇尚|弘扬|践行|讲究|讲|有|懂|树立|树|知|反对|抵制|热心|乐于|热衷|勤于|勇于|敢于|善于|顾全|听|跟|拥护|维护|牢记|发扬|传承|倡导|提倡|促进|珍惜|节约|懂得感恩|感恩|回报|心系|情系|感|重视|关注|信奉|秉持|坚守|恪守|明|识|立'

const ideals =
  '祖国|社会|乡亲|家乡|事理|大体|国家|国|社会主义|核心价值观|党|集体|村庄|村规民约|村规|规矩|规章|规|章|法律|法规|法|纪律|纪|社会公德|职业道德|家庭美德|个人品德|公德心?|道德|美德|礼貌|礼节|礼仪|礼|文明|新风|风尚|科学|迷信|公益|奉献|助人|他人|同伴|长辈|长者|老人|老|幼小|幼|小|父母|公婆|双亲|亲|邻里|邻居|邻|荣辱|荣|辱|耻|恩|本分|大局|话|资源|环境|生活|勤俭|俭|和谐|正义|公正|公平|诚信|信|传统|精神|正能量|责任|担当|爱心|善心|孝心|理|德|志|品'

const subjects =
  '生活作风|为人|做人|作风|品行|品德|人品|思想|家风|民风|态度|心态|口碑|精神面貌|言行|举止|仪表|邻里|婆媳|夫妻|妯娌|父子|兄弟|家庭|家人|群众|觉悟|意识|责任心|事业心|修养|素养|素质|心地|立场|待人|处事|立身|生活方式|脾气|性格|形象'

const qualities =
  '正直|正派|端正|良好|优良|优秀|较?好|较?强|较?高|和睦|和谐|融洽|恩爱|团结|文明|健康|积极|向上|善良|友善|诚恳|谦虚|大方|得体|朴素|朴实|高尚|出众|过硬|先进|坚定|实在|公道|热情|真诚|厚道|文雅|乐观'

const idioms =
  '为[^,;]{1,8}(作出|做出|作|做|献出|贡献|奉献|出|尽)[^,;]{0,4}(贡献|力量|智慧|心力|力)|做事|办事|认真|负责|尊师重教|崇文尚学|敦亲睦邻|扶正祛邪|遵规守约|遵规守纪|为人师表|社会公德|职业道德|家庭美德|个人品德|诚实守信|诚实|守信|勤俭持家|勤俭节约|勤劳致富|勤劳|勤奋|自强不息|自立自强|艰苦奋斗|艰苦朴素|吃苦耐劳|踏实肯干|踏实|肯干|积极进取|积极向上|移风易俗|与人为善|以身作则|任劳任怨|大公无私|无私奉献|无私|奉献|敬业|诚信|宽容|谦让|礼让|互敬互爱|互谅互让|相亲相爱|男女平等|助人为乐|乐于助人|见义勇为精神|起模范作用|模范|榜样|先锋|表率|无不良嗜好|无不良习惯|不良嗜好|好(村民|农民|公民|青年|居民|邻居)|责任心|上进心|事业心|不怕(苦|累|脏|难)|争先|争光|争先创优|创先争优|好公民|好村民|不(铺张|浪费|攀比|虚荣|计较|说谎|骄傲|讲排场|怕吃亏|自私)|(贡献|奉献)(力量|智慧|热量|青春|精神|自己)?|添砖加瓦|发光发热|尽(一?份)?(心|力)|出(一?份)力'

const virtue = new RegExp(
  anyOf(
    idioms,
    `(${subjects})(之间|关系|之间关系)?(${qualities})+`,
    `(${towards})(${ideals})+`,
    qualities,
  ).source,
  'g',
)

/**
 * Whether a merit praises how somebody is and names no deed: take away what is virtue, and nothing is
 * left that anybody could have seen. A list of short sayings without a deed is praise in words that
 * are not known here.
 */
export function isPraiseAlone(words: string): boolean {
  const left = words.replaceAll(virtue, '')
  if (namesDeed(left)) return false
  return left !== words || isListOfSayings(words)
}

function isListOfSayings(words: string): boolean {
  const sayings = words.split(/[、，,;；。]/).filter((one) => one !== '')
  return sayings.length > 1 && sayings.every((one) => one.length <= 7)
}
