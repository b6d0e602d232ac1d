import { OBSERVABLE, anyOf, articles } from './lint-rule.ts'
import type { LintRule } from './lint-rule.ts'

/** The application and its like, by whatever name. */
const SCREEN =
  '([Aa][Pp]{2}|小程序|公众号|视频号|客户端|移动端|手机端|线上|在线|网上平台|平台|系统|软件|抖音|快手|微博|微信群|村民群|村群|工作群|群里|朋友圈|直播间|学习强国|应用(商店|市场|程序)?|账号|账户|积分榜|推送|消息提醒|通知栏|二维码|云端|网页|链接)'

/** What is done there for its own sake: being there, looking, tapping, signing up, bringing others. */
const USING =
  '(登[录陆入]|上线|在线|时长|时间(达|满|超)|次数|浏览|点(开|击|进|赞|评)|打开|查看|观看|收看|阅读|已读|未读|未点|刷|关注|订阅|安装|下载|卸载|注册|实名|激活|绑定|开启|开通|推荐|推广|邀请|拉(新|人|用户)|转发|评论|好评|打[星榜]|五星|签到|打卡|报到|接龙|答题|闯关|活跃|粉丝|头像|个人资料|完善.{0,4}资料|参与率|使用|试用|停留|扫码|截图|晒出)'

/** Everything that lives on a screen. */
const ON_SCREEN =
  '手机|看(直播|通知)|积分页面|新?系统(?!性)|二维码|电子(积分|卡|证|方式|版|码)|屏保|自拍|软件|程序|客户端|公众号|视频号|平台|线上|在线|(微信|村民|工作|家长|亲友|聊天|[个的建进入])群(?!众)|群[里中内聊发主]|朋友圈|推送|视频|微课|会员|金豆|积分榜|账号|网[上站页]|[Aa][Pp]{2}'

/** Nouns that are the use itself, wherever they stand. */
const USE_ITSELF =
  '(打开|翻看|看).{0,4}(页面|积分(?!制))|二维码.{0,3}贴在(自|家)|(评价|评分|评星|互动|发帖|回复|投票)的?(次数|数量).{0,8}(多|满|达|\\d|前)|活跃(用户|度|天数)|(登[录陆]|扫码|打卡|签到|在线|使用|点赞|点击|访问)(的)?(次数|时长|天数|量|率)|(次数|时长|天数).{0,6}(登[录陆]|扫码|打卡|签到)|新用户|个人资料.{0,6}头像|短视频.{0,4}(看|推送)'

/** A thing made, sold, mended or taught with the help of a screen is a deed like any other. */
const MADE =
  '教(?!育)|帮(助)?(?!平台|系统|软件|小程序|公众号)|协助|培训|教学|写|撰|录制|拍摄|翻译|整理|维修|修复|调试|卖出|销售|推介|直播(?!间).{0,6}(茶|果|菜|农|卖|特产)|分拣|打包|识别.{0,4}(骗|诈)|搜寻|寻(人|找)|预警'

const elsewhere = anyOf(
  OBSERVABLE,
  MADE,
  '献血|赶去|归还|交还|失主|捡|拾|维护.{0,8}秩序|(给|为|替)(?!村|平台|系统|软件|本村|.{0,8}(赞|星|分))|提醒|告诉|说一声|提供|找|做(?!满)|办|讲|演|看护|会议|求助|救|摄影|监控|基站|搭|直播.{0,6}(茶|果|菜|农|卖)|带货|网店|书|扶|戏台|舞台|站台|平台(上|边)?(栽|种|清)',
)

const article = articles.appRules
const messageZh = '不得奖励或强求下载、登录、打卡、转发、点赞等使用应用的行为。'
const messageEn =
  'Using an app (downloads, log-ins, check-ins, likes, shares) earns or costs nothing.'

/** Azalea serves the deed; the time that somebody gives to a screen is none. */
export const screenRules: readonly LintRule[] = [
  {
    code: 'app_use',
    on: 'both',
    verdict: 'refuse',
    when: anyOf(
      '(登录|登陆|打开|下载|安装|注册|激活|关注|使用|打卡|签到|转发|点赞|评论|浏览|分享|订阅|观看|活跃).{0,12}([Aa][Pp]{2}|小程序|公众号|视频号|客户端|抖音|快手|微博|朋友圈|直播间|积分系统|学习强国|政务平台)',
      '手机.{0,6}(装|下载).{0,8}软件',
      '([Aa][Pp]{2}|小程序|公众号|视频号|客户端|抖音|快手|学习强国|积分系统|政务平台).{0,12}(登录|登陆|下载|安装|注册|激活|关注|打卡|签到|转发|点赞|评论|浏览|分享|活跃|时长|任务|排名|粉丝|集赞|刷)',
      '(刷|涨|集).{0,2}(粉|赞)|集赞|转发(?!.{0,8}(预警|寻人|灾))|(邀请|拉).{0,8}(好友|新用户|注册|[进入].{0,4}群)|连续.{0,4}(签到|打卡|登录)|注册.{0,8}(平台|账号|账户|用户)|(微信|运动)步数|平台.{0,4}(签到|登录|打卡)|朋友圈.{0,4}赞',
    ),
    unless: anyOf('教.{0,6}(使用|用|下载)|帮|协助|培训'),
    article,
    messageZh,
    messageEn,
  },
  {
    code: 'app_use',
    on: 'both',
    verdict: 'refuse',
    when: anyOf(
      `${SCREEN}.{0,14}${USING}`,
      `${USING}.{0,14}${SCREEN}`,
      USE_ITSELF,
      '(不会?|没有?|未)(用|带|装)[^,;]{0,4}(手机|软件|程序)',
    ),
    unless: anyOf(MADE),
    article,
    messageZh,
    messageEn,
  },
  {
    code: 'app_use',
    on: 'merit',
    verdict: 'refuse',
    when: new RegExp(ON_SCREEN),
    unless: elsewhere,
    article,
    messageZh,
    messageEn,
  },
]
