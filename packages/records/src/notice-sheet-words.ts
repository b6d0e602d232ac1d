const months =
  'January February March April May June July August September October November December'.split(' ')

/** The words of a notice as it hangs on the wall: one list for the PDF and the page that is printed. */
export const noticeSheetWords = {
  zh: {
    title: (village: string, month: string) => `${village}积分公示（${month}）`,
    month: (day: string) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`,
    day: (day: string) =>
      `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`,
    period: (from: string, to: string) => `公示期：${from}至${to}`,
    heads: ['序号', '组别', '户主', '本期加分', '本期扣分', '累计', '事项摘要'],
    deductions: '全部扣分（不写名字）',
    nothing: '这次公示没有可以公开的内容。',
    serial: (serial: string) => `公示编号：${serial}`,
    disputed: (count: number) => `【${count} 笔有异议】`,
    disputedNote: '写着“有异议”的，正在核对，答复以前不入账。',
    corrected: (count: number, serials: readonly string[]) =>
      serials.length === 0
        ? `【${count} 笔已更正】`
        : `【${count} 笔已更正，见公示 ${serials.join('、')}】`,
    correctedNote:
      '写着“已更正”的，分数是公布时的，已经撤回；改后的分数以注明的公示为准，没有注明的，改后不再另行公示。',
    object: (to: string) =>
      `对以上内容有异议的，请在${to}前（含当日）向村委会或村务监督委员会口头、书面提出，或在手机上提出；七个工作日内答复。异议电话：`,
    total: '“累计”是公布时的荣誉分加本期加分；扣分不写名字，不从各户累计里减。',
    committee: '村民委员会（盖章）：',
    supervisors: '村务监督委员会（签字）：',
    verify: '扫码核对村账本',
    noAddress: '还没有登记网址，暂不能扫码核对',
    print: '核对指纹',
    page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  },
  en: {
    title: (village: string, month: string) => `${village}: notice of points (${month})`,
    month: (day: string) => `${months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`,
    day: (day: string) =>
      `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`,
    period: (from: string, to: string) => `On notice from ${from} to ${to}`,
    heads: ['No.', 'Group', 'Household', 'Added', 'Deducted', 'Total', 'For'],
    deductions: 'All deductions (nameless)',
    nothing: 'Nothing on this notice may be published.',
    serial: (serial: string) => `No. ${serial}`,
    disputed: (count: number) => (count === 1 ? '[disputed]' : `[${count} disputed]`),
    disputedNote:
      'What is marked as disputed is being looked into, and does not count before the answer.',
    corrected: (count: number, serials: readonly string[]) =>
      [
        count === 1 ? '[corrected' : `[${count} corrected`,
        ...serials.map((serial) => `see notice ${serial}`),
      ].join(', ') + ']',
    correctedNote:
      'What is marked as corrected was taken back after it was published with these points; what took its place stands on the notice named, if one is named.',
    object: (to: string) =>
      `If you disagree, tell the villagers’ committee or the supervision committee until ${to} (included), in words, in writing or on the phone; it is answered within seven working days. Telephone: `,
    total:
      'The total is the honour at publication with what is added here; deductions bear no name and are not taken from it.',
    committee: 'Villagers’ committee (seal):',
    supervisors: 'Supervision committee (signed):',
    verify: 'Scan to verify the log',
    noAddress: 'No address was set: nothing to scan yet',
    print: 'Fingerprint',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
} as const
