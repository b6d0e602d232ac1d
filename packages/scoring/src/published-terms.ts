import type { Cap, EvidenceKind, VerifierRole } from './rule-sheet.ts'

/** What a word in a published "verifier" column says about who confirms and by what. */
interface VerifierTerm {
  pattern: RegExp
  role?: VerifierRole
  evidence?: EvidenceKind
}

/** Read over the whole column: every term that occurs counts. */
export const verifierTerms: readonly VerifierTerm[] = [
  { pattern: /区级|镇街|乡镇|街道/, role: 'town_officer' },
  { pattern: /议事会|评议|议定/, role: 'committee', evidence: 'decision' },
  { pattern: /采集员/, role: 'group_leader', evidence: 'inspection' },
  { pattern: /管理员|村委|村干部|村记录|党群服务中心|兑换超市|评比/, role: 'committee' },
  { pattern: /监督委员会|监委/, role: 'supervisor' },
  { pattern: /组长|楼栋长|网格员/, role: 'group_leader' },
  { pattern: /技术员|农技员/, role: 'technician' },
  { pattern: /组织者|负责人|带班/, role: 'post_leader' },
  { pattern: /双方/, role: 'counterpart', evidence: 'witness' },
  { pattern: /扫码/, evidence: 'scan' },
  { pattern: /签到/, evidence: 'check_in' },
  { pattern: /照片|拍照|影像/, evidence: 'photo' },
  { pattern: /签字|签名/, evidence: 'signature' },
  { pattern: /证书|退伍证|通知书|证明/, evidence: 'certificate' },
  { pattern: /活动通知/, evidence: 'notice' },
  { pattern: /评定|评比|检查|复核/, evidence: 'inspection' },
  { pattern: /确认|记录|教育不改|认定/, evidence: 'decision' },
]

export const roleNamesEn: Readonly<Record<VerifierRole, string>> = {
  counterpart: 'both parties',
  post_leader: 'the post leader',
  group_leader: 'the group leader',
  technician: 'the technician',
  committee: 'the committee',
  supervisor: 'the supervision committee',
  town_officer: 'the town',
}

export const evidenceNamesEn: Readonly<Record<EvidenceKind, string>> = {
  scan: 'scan',
  check_in: 'check-in',
  photo: 'photo',
  signature: 'signature',
  certificate: 'certificate',
  notice: 'activity notice',
  inspection: 'inspection',
  witness: 'witness',
  decision: 'recorded decision',
  rating: 'rating',
}

/** A printed unit: its English, and the cap that it implies ("once a month", "per person a quarter"). */
interface UnitTerm {
  en: string
  cap?: Cap
}

export const unitTerms: Readonly<Record<string, UnitTerm>> = {
  次: { en: 'time' },
  件: { en: 'piece' },
  瓶: { en: 'bottle' },
  把: { en: 'piece' },
  个: { en: 'piece' },
  袋: { en: 'bag' },
  天: { en: 'day', cap: { scope: 'household', of: 'item', window: 'day', atMostCount: 1 } },
  月: { en: 'month', cap: { scope: 'household', of: 'item', window: 'month', atMostCount: 1 } },
  季度: {
    en: 'quarter',
    cap: { scope: 'household', of: 'item', window: 'quarter', atMostCount: 1 },
  },
  年: { en: 'year', cap: { scope: 'household', of: 'item', window: 'year', atMostCount: 1 } },
  '人/月': {
    en: 'person a month',
    cap: { scope: 'person', of: 'item', window: 'month', atMostCount: 1 },
  },
  '人/季度': {
    en: 'person a quarter',
    cap: { scope: 'person', of: 'item', window: 'quarter', atMostCount: 1 },
  },
  '人/年': {
    en: 'person a year',
    cap: { scope: 'person', of: 'item', window: 'year', atMostCount: 1 },
  },
  累计时长档: { en: 'band of cumulative hours' },
}

/** The words of a printed unit that makes rows into bands of cumulative hours. */
export const BAND_UNIT = '累计时长档'

export const windowTerms: Readonly<Record<string, Cap['window']>> = {
  天: 'day',
  日: 'day',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  年: 'year',
  累计: 'lifetime',
}

/** Categories as villages print them; one that is missing here keeps its Chinese name. */
export const categoryNamesEn: Readonly<Record<string, string>> = {
  党建引领: 'Party work',
  体育特色: 'Sports',
  生态保护: 'Environment',
  公共参与: 'Public life',
  互帮互助: 'Mutual help',
  纠纷调解: 'Mediation',
  特殊贡献: 'Special contributions',
  扣分项目: 'Deductions',
  军旅积分: 'Military service',
  物资: 'Goods',
  活动: 'Activities',
  善行: 'Good deeds',
  调解: 'Mediation',
  文明创建: 'Civility',
  环境: 'Environment',
  兑换: 'Goods',
  新时代文明实践: 'Civilisation practice',
  社会公益: 'Public benefit',
  村居管理: 'Village affairs',
  村容村貌: 'Look of the village',
  公共秩序: 'Public order',
  村居建设: 'Village building',
}
