import { HANDLED, LATE, LEFT, NOT, UNDERTAKEN } from './lint-concepts.ts'
import { namesDoing } from './lint-deeds.ts'
import { isPraiseAlone } from './lint-virtues.ts'
import { LEFT_BEHIND, MATERIAL, OBSERVABLE, TEACHING, anyOf, articles } from './lint-rule.ts'
import type { LintRule } from './lint-rule.ts'

/** What belongs to the courts, the police and civil law. */
export const statuteRules: readonly LintRule[] = [
  {
    code: 'statutory_offence',
    on: 'deduction',
    verdict: 'refuse',
    when: anyOf(
      '赌资|被(抓|捕|捉|罚)|公安|派出所|民警|警方|法院|检察|司法机关|行政机关|执法(部门|机关|人员)|行政处罚|治安(管理|处罚|案件)|拘留|被拘|拘役|判刑|判处|刑事|徒刑|犯罪|违法|强制执行|立案|党纪|纪委|纪检|处分|通缉|被执行人|败诉',
      '盗窃|扒窃|行窃|盗伐|窃取|窃电|偷(?!摘|采|挖|倒|排|放|扔|丢|懒|工)|滥伐|毁林|[偷漏逃]税|诈骗|骗取(?!积分)|骗保|冒领|套取|敲诈|勒索|抢劫|抢夺|毒品|吸毒|贩毒|制毒|涉毒|罂粟|嫖|卖淫|淫秽|色情|涉黄|酒后?驾|[醉酒][酒了后]?[^,;]{0,6}(开|驾|骑)[^,;]{0,4}车|撬门|入室|[开驾骑][^,;]{0,6}撞(了|伤|死)?人|酒后.{0,2}(驾|开车)|醉驾|无证驾驶|无牌|肇事|逃逸|交警|超载|交通违法|闯红灯',
      '家庭暴力|家暴|虐待|遗弃|殴打|打架|斗殴|动手打|打(人|邻居|老婆|妻|孩子|父母|老人|骂|伤)|砍伤|伤害他人|故意伤|寻衅滋事|聚众|赌场|传销|集资诈骗|非法|邪教|兵役|贿|拐卖|强奸|猥亵|杀人|纵火|放火|投毒(?!饵)|爆炸|枪支|假冒伪劣|卖假|假药|假酒|偷鸡|拐骗|[卖售制造掺贩].{0,2}假(?!期|日|山)|走私|倒卖|贩卖|盗卖|[电毒炸]鱼|捕猎|盗猎|野生动物|强买强卖|高利贷|伪造|违建|违章建筑|涉黑|涉恶',
      '(不|未|拒不?).{0,6}(赡养|抚养|扶养|养老|管爹|管父母|管老人)|占用?(基本农田|耕地)|敲竹杠',
    ),
    unless: anyOf(`(违法|犯罪).{0,6}(${TEACHING})`),
    article: articles.penaltyLaw16,
    messageZh: '违法犯罪由国家机关依法处理，村里不得以扣分另行处罚。',
    messageEn: 'Offences are for the law alone; a village may not add a penalty of its own.',
  },
  {
    code: 'statutory_offence',
    on: 'merit',
    verdict: 'refuse',
    when: anyOf('(无|未|没有|零).{0,10}(违法|犯罪|处罚|案底|案件|拘留|判刑)'),
    article: articles.penaltyLaw16,
    messageZh: '违法记录属敏感信息，不得作为加分条件。',
    messageEn: 'A clean record is sensitive data and no deed; it earns nothing.',
  },
  {
    code: 'overlaps_statute',
    on: 'deduction',
    verdict: 'warn',
    when: anyOf('赌|打麻将|(打牌|扑克|麻将|牌九|下注).{0,6}(彩头|带彩|输赢|钱)'),
    article: articles.penaltyLaw16,
    messageZh: '达到违法程度的赌博由公安机关处理；请说明只指什么情形、谁来认定。',
    messageEn: 'Unlawful gambling is for the police; say what else is meant and who finds it.',
  },
  {
    code: 'overlaps_statute',
    on: 'deduction',
    verdict: 'warn',
    when: anyOf('鞭炮|烟花|爆竹'),
    unless: anyOf(LEFT_BEHIND, LEFT),
    article: articles.penaltyLaw16,
    messageZh: '燃放烟花爆竹由当地规定管理，又是习俗；请说明时间、地点和理由。',
    messageEn: 'Fireworks are custom and ruled by local law; say where and when, and why.',
  },
  {
    code: 'overlaps_statute',
    on: 'deduction',
    verdict: 'warn',
    when: anyOf('搭建|乱建|乱搭'),
    article: articles.penaltyLaw16,
    messageZh: '违反规划的建设由主管部门处理；请说明只指什么情形。',
    messageEn: 'Building against the plan is for the authorities; say what else is meant.',
  },
  {
    code: 'contract',
    on: 'deduction',
    verdict: 'refuse',
    when: anyOf(
      '合同|协议|违约|欠款|欠债|欠钱|欠费|欠账|借款|借钱|债务|贷款|还款|租金|租赁|承包费|承包款|货款|工资|工钱|水电费|水费|电费|物业费|卫生费|管理费|拖欠|赖账|赖着不还|房贷|车贷|信用卡|(借|欠).{0,6}钱.{0,6}不?还|购销|约定|入股|退股|买卖纠纷|短斤少两|缺斤|少秤|不认[账帐]|赖[账帐]|白条|到期[^,;]{0,4}[不未没][^,;]{0,2}(腾|退|交|还|搬|续)|以次充好|压价|抬价|毁约|反悔|失约于|定金|尾款|(款|钱|租金?|账|费)[^,;]{0,3}(拖|欠|压)了?|(款|钱|租金?|账)[^,;]{0,4}(一直|总|迟迟|还)?(没有?|未|不|拖)[^,;]{0,2}(给|付|交|还|结)|欠[^,;]{0,6}账',
    ),
    article: articles.civilCode577,
    messageZh: '合同、欠款等属民事关系，由双方或法院解决，不得扣分。',
    messageEn: 'Contracts and debts are civil matters for the parties or a court, not for points.',
  },
  {
    code: 'contract',
    on: 'merit',
    verdict: 'refuse',
    when: anyOf(
      '((交|缴|结|付|还)(清|齐|足)|预[交缴]|提前[交缴还])[^,;]{0,14}(费|款|租金?|贷|债|账)|(费|款|租金?|贷|债|账)[^,;]{0,4}(交|缴|结|付|还)(清|齐|足)|(贷款|借款|还款|还贷)[^,;]{0,6}[不未没有]{1,2}逾期|[不未没]逾期|(不|没|未|从没)有?(欠|赊)[^,;]{0,6}(账|钱|债|款)?',
      '(履行|签订|签署|遵守).{0,8}(合同|协议)|履约|(?<!规)守约|按约|(偿还|归还|还清|结清|付清|按期还|按月还|按时还).{0,10}(贷|借款|欠款|债|租金|承包费|承包款|信用卡)|(缴|交).{0,8}(租金|房租|承包费|承包款|水电费|水费|电费|物业费|卫生费|管理费)|不拖欠',
    ),
    unless: anyOf(TEACHING, '帮|代'),
    article: articles.civilCode577,
    messageZh: '履行合同、缴费还款属民事义务，不得加分。',
    messageEn: 'Keeping contracts and paying debts are civil duties; they earn no points.',
  },
  {
    code: 'fine',
    on: 'both',
    verdict: 'refuse',
    when: anyOf(
      '罚款|罚金|罚没|没收|充公|违约金|保证金|押金|滞纳金|扣押|罚[^,;]{0,2}[一二三四五六七八九十百千\\d]|罚.{0,14}元|(收|缴|交|赔)(取|纳)?[^,;捐]{0,2}[一二三四五六七八九十百千\\d]{1,6}元[^,;]{0,3}(费|钱|金)|罚(扫|站|跪|抄|酒|劳动|做|其|义务)|并(交|缴|赔).{0,4}\\d+元|处罚',
    ),
    article: articles.penaltyLaw16,
    messageZh: '扣分不是罚款，村里无权设定罚款、没收等处罚。',
    messageEn: 'A deduction is never a fine; a village may not fine or confiscate.',
  },
  {
    code: 'credit_grade',
    on: 'both',
    verdict: 'refuse',
    when: anyOf(
      '(单独|另行?)建(册|档|卡)|(不放心|后进|落后|问题)户|[甲乙丙丁][类等级档](户|人|家庭|管理|$)|(划|定|评|列|归)[为成入到作][^,;]{0,3}([甲乙丙丁][类等级档]|[一二三四五]([类级]|等(?=户|人|村民))(?!奖|水)|[差劣][户等级])|降[为到至成][^,;]{0,4}[级等类档星]|(?<![\\dA-D])[A-D]{1,3}级(?!景|旅)|诚信[A-D]|(重点|关注|监管|管控|警示|整治|帮教)[^,;]{0,4}(名册|名单|台账|对象|人员|档案|户(?!外))|信用(部门|记录|系统|平台|分|评级)|个人信用|信用[^,;]{0,6}(扣|降|影响)',
      '降[A-Da-d]?[级等]|(评|定|列|划|升)[为成入]?[A-Da-d][级等类]|[A-Da-d][级等类](户|人|村民|家庭)|信用等级|信用[户A-Da-d]|不信用|黑名单|老赖|失信|征信|信用档案|黑榜|信用惩戒',
    ),
    article: articles.credit49,
    messageZh: '积分不得与公共信用挂钩，不得给人评等级、列名单。',
    messageEn: 'Points stay apart from public credit: no grades of people, no lists.',
  },
]

const taskVerbs =
  '配合|参加|参与|支持|服从|听从|接受|响应|出席|到会|到场|加入|签(?!到|退)|出工|投工|捐款|捐资|集资|筹资|缴|交(费|钱|纳|款)|认购|购买|订阅|填报|报到|领取|出资|出钱|出力|完成(?!整改|清|打扫|修|搬|回收|拆|移)|执行(?!.{0,4}(分类|清运))|承担|响应|表态'

/** Taking part is free, and words must say what can be seen. */
export const clarityRules: readonly LintRule[] = [
  {
    code: 'refusing_to_take_part',
    on: 'deduction',
    verdict: 'refuse',
    when: anyOf(
      `(拒不|拒绝|拒|不愿意?|不肯|不予|不积极|不主动|不自觉|无故不|故意不|未|没有|没|不)(按时|按要求|按规定|及时|积极|主动|自觉|足额|全程){0,2}.{0,2}(${taskVerbs})`,
      '(拒绝|拒不|不让|不接受|不予).{0,6}(检查|入户|进门|进家|登记|调查|核查|走访|采集|提供|评比)',
      '(不|未|没有?).{0,4}(出|投).{0,4}(义务)?工(?!具)',
      '阻挠|抗拒|抵制|拒(领|收|装|签|挂|缴|交|出|捐|迁)|(阻碍|阻拦|阻止|干扰).{0,12}(施工|工程|建设|修建|修路|硬化|改造|工作|项目|活动|整治|检查|任务|安排|政策|决定)',
      '(不|未|没).{0,3}(来|去|到).{0,4}(开会|会议|活动|劳动|现场|会场)|逃避|躲避|阻工|叫不动',
      '消极|敷衍|应付|抵触|推诿|不听(安排|指挥|招呼)|摊派',
      '(不|未)(悬|张)?[贴挂](春联|对联|灯笼|国旗|门牌|标语)',
      '缺席|缺勤|旷工',
      '(分文|一分钱?|一文|一个子)(不|没|未)(出|捐|给|掏|拿)',
      `${NOT}[^,;]{0,10}(露脸|签名|签字|按手印|表示|响应|露面|见面|认岗|领责|领岗|派人|来人|接待|理睬|开门|收下|领桶|穿(?![过越])[^,;]{0,8}(马甲|背心|服)|佩戴|订阅|入群|进群|入社|入会|转产|改种)`,
      '(没|无|不见)人(来|去|到|参加|出面|出来|到场)|(只|仅|就)(来|到|去|参加)过?[^,;]{0,2}次|避而不见|避不见面|推脱|推说|装病|人(也|都)不(出|来|去|到|派|见)|找(借口|理由|由头)|不见人影|不见踪影',
      `没有?出[^,;]{0,3}(节目|人|力|钱|工)|(门口|家门|门前|大门|阳台|屋顶)[^,;]{0,3}(不|没有?|未)(悬|张)?[贴挂]`,
      '(不|未)按[^,;]{0,8}(计划|统一|规划|要求|安排|布置|部署)[^,;]{0,6}(种|养|栽|刷|装|穿|挂|买)|(自行|擅自|私自|偏要?)(改)?[种养](植|殖)?了?(别|其他|另)',
      '(号召|动员|召集|倡议|发动|劝)[^。]{0,14}(没有?|不|未|无|仍)[^,;]{0,6}(来|去|到|参|捐|加入|答应|动|表示|出|同意)',
    ),
    unless: anyOf(UNDERTAKEN, '清理|清走|清运'),
    article: articles.organicLaw27,
    messageZh: '参加与否由村民自愿，不得因不参加、不配合而扣分。',
    messageEn: 'Taking part is free; declining or not cooperating must not cost points.',
  },
  {
    code: 'catch_all',
    on: 'both',
    verdict: 'refuse',
    when: anyOf(
      '其[他它余][^,;]{0,8}(不允许|禁止|不准|不许|同意加分|同意奖)',
      '其[他它余](的|各种|突出)?(贡献|好事|好人|善举)',
      '其[他它余].{0,14}(违反|违背|不良|不文明|不当|违规|违法|有损|有害|情形|情节|行为|事项|事情|问题|影响|损失|后果|坏事|过失|应当|应予|需要|可以|加分|扣分)',
      '(违反|违背|有违|不遵守|不守|触犯|践踏).{0,12}(村规民约|村规|民约|章程|公约|公序良俗|道德|公德|规章|规定|制度|政策|法律|法规|纪律|秩序|要求)',
      '一切|总之|等等|诸如此类|犯.{0,4}错误',
      '酌情|视情|视情况|(别的|另外的|剩下的)(事|情况|情形|行为)|(觉得|以为)[^,;]{0,4}(该|应)|(村委会?|两委|支部|理事会|干部).{0,4}认为|由(村|两委|支部|理事会|干部).{0,6}定',
    ),
    unless: anyOf(OBSERVABLE),
    article: articles.organicLaw27,
    messageZh: '兜底条款没有写明看得见的行为，谁也说不清做什么会得分或扣分。',
    messageEn: 'A catch-all names no behaviour that can be seen, so nobody knows what it means.',
  },
  {
    code: 'no_observable_behaviour',
    on: 'deduction',
    verdict: 'refuse',
    when: anyOf(
      '不文明|不良|不道德|道德败坏|缺德|素质|态度|思想|觉悟|作风|品行|人品|表现(差|不好)|形象|声誉|荣誉|团结|闹矛盾|不和谐|不诚信|不守信|好吃懒做|懒惰|懒散|等靠要|不思进取|不求上进|不孝|影响恶劣|自私|公德|无理取闹|蛮不讲理|胡搅蛮缠',
      '(损害|有损|损坏|侵害|危害).{0,6}(集体|公共|村|群众).{0,2}(利益|形象|荣誉)',
    ),
    unless: anyOf(OBSERVABLE),
    article: articles.organicLaw27,
    messageZh: '没有写明看得见的行为；请写清楚做了什么才扣分。',
    messageEn: 'No behaviour that can be seen; say what exactly costs points.',
  },
  {
    code: 'no_observable_behaviour',
    on: 'merit',
    verdict: 'warn',
    when: { test: isPraiseAlone },
    article: articles.organicLaw27,
    messageZh: '只说为人好，没有写明做了什么，谁也量不出来；请写成看得见的事，或说明理由。',
    messageEn: 'It praises how somebody is and names no deed that can be seen; say what was done.',
  },
  {
    code: 'no_observable_behaviour',
    on: 'merit',
    verdict: 'warn',
    when: anyOf(
      '表现(优秀|突出|良好|好)|思想|觉悟|态度|素质|遵纪守法|遵守村规|贡献(大|突出)|(突出|重大|较大|积极|特殊)贡献|接受.{0,4}教育|移风易俗|争光|增光|添彩|(领导|上级|各级).{0,6}(表扬|肯定|认可|好评)|各项|(中心|重点|全局)工作',
      '(配合|支持|服从).{0,8}(工作|安排|管理|决定|任务)',
    ),
    unless: anyOf(OBSERVABLE, TEACHING, '救|帮|助|清|扫|修|捐|义务|志愿|评为|好人好事|调解'),
    article: articles.organicLaw27,
    messageZh: '写得太笼统，容易成为人情分；请写明做了什么，或说明理由。',
    messageEn: 'Too general, and open to favour; say what was done, or give a reason.',
  },
]

/**
 * Items that no other rule speaks of, the first that is raised. Kept apart since they hold only when
 * everything else is silent. A merit names something done, not only what was left undone. Of
 * deductions: who left something undone that nobody had taken on did not take
 * part; and what touches nothing of the commons is about a person.
 */
export const silentRules: readonly LintRule[] = [
  {
    code: 'no_observable_behaviour',
    on: 'merit',
    verdict: 'warn',
    when: { test: (words) => !namesDoing(words) },
    article: articles.organicLaw27,
    messageZh: '看不出为谁、对什么做了什么；没做什么不算一件事。请写明做了什么，或说明理由。',
    messageEn:
      'It names nothing done for anybody or anything; say what was done, or give a reason.',
  },
  {
    code: 'refusing_to_take_part',
    on: 'deduction',
    verdict: 'refuse',
    when: anyOf(
      `${NOT}(?![该应文良道])[^,;]{0,8}(来|去(?!世)|到(?!处)|出(?!言)|参|加|交|领|认|挂|穿|种|报|见|做|干|派|送|填|配合|支持|听|同意|肯|愿|理|应|按)`,
    ),
    unless: anyOf(MATERIAL, HANDLED, LATE, UNDERTAKEN, LEFT),
    article: articles.organicLaw27,
    messageZh: '参加与否由村民自愿，不得因不参加、不配合而扣分。',
    messageEn: 'Taking part is free; declining or not cooperating must not cost points.',
  },
  {
    code: 'no_observable_behaviour',
    on: 'deduction',
    verdict: 'refuse',
    when: /^/,
    unless: anyOf(MATERIAL, HANDLED, LATE, UNDERTAKEN, LEFT),
    article: articles.organicLaw27,
    messageZh: '没有写明对公共环境、设施或秩序做了什么看得见的事；请改写清楚。',
    messageEn: 'It names nothing that can be seen done to what is shared; write what it is.',
  },
]
