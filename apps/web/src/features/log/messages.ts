import { defineMessages } from '@azalea/client'

/** The state of the log, for those who work for the village. */
export const logMessages = defineMessages('log', {
  zh: {
    title: '村账本',
    lead: '账本发布到哪一条、谁在见证。这是服务器自己说的，要亲自查请点“自己验一验”。',
    none: '这个村还没有账本',
    noneHint: '服务器没有为这个村开账本。',
    fine_other: '账本正常，{{count}} 位见证人都见证了最新公布的。',
    unwatched:
      '账本照常发布，但没有见证人，只有服务器自己签名：要是有人在服务器上换掉账本，没有外人看得出来。可以请镇里或邻村做见证。',
    unpublished: '账本还没有公布过，谁也还验不了它。',
    late: '账本最近一次公布是{{at}}，早该公布新的了。请告诉管服务器的人。',
    unseen_other: '账本照常发布，{{count}} 位见证人还没有见证最新公布的。',
    nobodyAsked: '没有请见证人。',
    absent_other: '账本照常发布，{{count}} 位见证人没有回应，请管见证机的人去看看。',
    alarm_no_quorum: '见证人不够，新记录在等。请管见证机的人去看看。',
    alarm_fork: '有见证人说账本和它见过的不一样，账本停了。请马上告诉监委会和镇里。',
    alarm_refused: '账本自查没有通过，停了。请马上告诉管服务器的人。',
    alarm_stale: '账本很久没有发布了，新记录没有记进去。请马上告诉管服务器的人。',
    alarmSince: '{{at}}起',
    alarmDetail: '给管服务器的人看的',
    published: '已发布',
    records: '{{count}} 条',
    latest: '最近一次',
    notYet: '还没有发布过',
    delay: '新记录最多等',
    origin: '账本名',
    key: '账本的公钥',
    witnesses: '见证人',
    needed_other: '至少 {{count}} 位见证过才发布。',
    seen: '见证过',
    unseen: '还没见证最新的',
    gone: '没有回应',
    seenAt: '{{at}}见证',
    goneSince: '{{at}}起没有回应',
    verify: '自己验一验',
  },
  en: {
    title: 'The village’s log',
    lead: 'Up to which record it is published, and who watches it. This is the server’s own word; to check it yourself, verify it.',
    none: 'This village has no log yet',
    noneHint: 'The server keeps no log for this village.',
    fine_one: 'The log is well, and its {{count}} witness has seen what was published last.',
    fine_other: 'The log is well, and all {{count}} witnesses have seen what was published last.',
    unwatched:
      'The log is published as usual, but nobody witnesses it; only the server signs it. If somebody exchanged it on the server, nobody outside would notice. The town or a neighbouring village can be its witness.',
    unpublished: 'The log has never been published, so nobody can verify it yet.',
    late: 'The log was last published {{at}}; a new one is overdue. Tell whoever runs the server.',
    unseen_one:
      'The log is published as usual. {{count}} witness has not yet seen what was published last.',
    unseen_other:
      'The log is published as usual. {{count}} witnesses have not yet seen what was published last.',
    nobodyAsked: 'Nobody is asked to witness it.',
    absent_one:
      'The log is published as usual. {{count}} witness does not answer; whoever runs it should have a look.',
    absent_other:
      'The log is published as usual. {{count}} witnesses do not answer; whoever runs them should have a look.',
    alarm_no_quorum:
      'There are too few witnesses, and new records wait. Whoever runs the witnesses should have a look.',
    alarm_fork:
      'A witness says that the log is not the one it has seen, and the log has stopped. Tell the supervision committee and the town at once.',
    alarm_refused:
      'The log did not pass its own check and has stopped. Tell whoever runs the server at once.',
    alarm_stale:
      'Nothing has been published for too long, and new records are not taken in. Tell whoever runs the server at once.',
    alarmSince: 'Since {{at}}',
    alarmDetail: 'For whoever runs the server',
    published: 'Published',
    records: '{{count}} records',
    latest: 'Most recently',
    notYet: 'Never published yet',
    delay: 'A new record waits at most',
    origin: 'Name of the log',
    key: 'Its public key',
    witnesses: 'Witnesses',
    needed_one: 'Published once at least {{count}} of them has witnessed it.',
    needed_other: 'Published once at least {{count}} of them have witnessed it.',
    seen: 'Witnessed',
    unseen: 'Not yet the newest',
    gone: 'No answer',
    seenAt: 'witnessed {{at}}',
    goneSince: 'no answer since {{at}}',
    verify: 'Verify it yourself',
  },
})
