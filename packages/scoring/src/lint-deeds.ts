import { MATERIAL, TEACHING, anyOf } from './lint-rule.ts'

/** Something done to somebody or something, as merits tell it. */
const ACTS =
  '帮|协助|关爱|关怀|慰问|探望|助(?!长)|邀请|除草|掏|铲|制止|劝阻|维持|报告[^,;]{0,8}(火|险|塌|漏|坏|断)|报信|报警|辅导|带领|学习|点验|交售|上交|拆除|设置|指出|守(?!底线|信|法|纪|规|约|则|时|本|诺|礼|德|旧)|养(?!老|生)|记(?!恩|住|得)|撒|发(?!财|展|言)|计票|裁判|通过|考入|升到|列前|照护|请[^,;]{1,6}来|救|扶|送|修|捐|献|借|教(?!师|养|子|育)|陪|照看|照顾|照料|喂|洗|做饭|养护|调解|说和|化解|劝|归还|交还|志愿|义务|义诊|参加|参与|担任|带动|带头(?!作用)|创业|入伍|退伍|见义勇为|善行义举|讲解|演出|表演|剪|织|搬|抬|背|挑|运|寄|译|写|画|拍|录|唱|跳|演|读|抄|讲|装|补|疏|测|检查|巡|值[守班勤日]|引导|指导|组织|安排|主持|布置|登记|清|扫|擦|收|捡|拾|拔|浇|铺|挖|回收|报修|发现|提醒|通知|关(?!系|心|怀|爱)|让座|接送|代[办购写缴买领]|理发|打[印光扫捞井]|指路|带路|解说|急救|建议|意见|提供|开[办放设展]|引进|推广|联系|料理|整理|整治|放映|创作|推介|销售|卖|换|留出|包饺子|跑|炖|煮|撑|磨|缝|钉|砌|刷(?!视频)|移栽|栽|种|播|训练|比赛|演练|争取|落地|采纳|报道|买|订|拉(?!票|动)|推|抢|挡|堵|守(夜|护|村|候|摊)|护(送|林|河|水|学|理)|管护|看(护|门|望|店|摊)|晒|分(发|送|拣|给)|端|点灯|发放|走访|排查|盘点|评理|联络|出借|出车|出力|备(好|茶|餐)|腾|提[水桶篮]|打水'

/** Who is served: the deed has somebody at its other end. */
const SERVED = '(给|为|替|让|把|将|对着?).{1,10}'

/** How often, how much, or by what paper it is known. */
const COUNTED =
  '\\d|[一二两三四五六七八九十百千半]{1,3}个?(天|月|年|户|次|件|小时|钟头|本|棵|袋|位|名次|场|节|篇|段|条|米|斤|晚|课时)|每(次|月|天|周|年|季|户|场|班|人|个|件)|评为|获评|评上|荣获|获得|获奖|称号|第[一二三]|前[三五十]|奖|资格|执照|证|考|毕业|学会|大学|文凭|结业|学位|整洁|干净|达标|合格|月度|季度|年度|表彰'

/** Not done, with what was not done: nobody can see it. */
const UNDONE =
  /(从来不|从不|从没|不再|拒不|没有|没(?!得奖)|不(?!同|锈|良|断|停|少|便|识|大|会|用手机)|未(?!成年)|无(?!一次|游客|偿|私|障|人|公害))[^,;。、]{0,10}/g

const deeds = anyOf(ACTS, SERVED, COUNTED, TEACHING, MATERIAL)

const doing = anyOf(
  ACTS,
  SERVED,
  MATERIAL,
  '评为|获评|评上|荣获|获得|获奖|称号|第[一二三四五六七八九十]|[一二三特优]等|奖|[冠亚季]军|毕业|学会|大学|学院|文凭|结业|学位|整洁|干净|整齐|合格|达标|考[取上下到入]|证书?|资格|无游客投诉|降解|投放|混投|家训|志愿|培训|班$',
)

/** Whether the words name anything that somebody could have seen, counted or kept a paper of. */
export function namesDeed(words: string): boolean {
  return deeds.test(words)
}

/** Whether the words name anything done, once all is taken away that was *not* done. */
export function namesDoing(words: string): boolean {
  return doing.test(words.replace(UNDONE, ''))
}
