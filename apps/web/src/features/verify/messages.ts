import { defineMessages } from '@azalea/client'

export const verifyMessages = defineMessages('verify', {
  zh: {
    title: '自己验一验',
    lead: '这些都在您的手机上算，不听服务器怎么说。',
    log: '村账本',
    checking: '正在验账本',
    again: '再验一次',
    noLog: '这个村还没有账本',
    noLogHint: '村里有了第一笔记录，账本就开始了。',
    holdsFirst:
      '{{village}}账本有 {{size}} 条记录，账本的签名对得上，{{witnesses}}。这台手机头一回看它，已经记住了：以后少了一条、改了一条，这里会马上告诉您。',
    holdsNow: '{{village}}账本有 {{size}} 条记录，账本的签名对得上，{{witnesses}}。',
    holdsSame:
      '{{village}}账本有 {{size}} 条记录，签名对得上，{{witnesses}}。和这台手机上回看到的一模一样。',
    holdsMore:
      '{{village}}账本有 {{size}} 条记录，签名对得上，{{witnesses}}。比这台手机上回看到的多了 {{more}} 条，原来的 {{before}} 条一条没动。',
    holdsAfter:
      '{{village}}换了新账本，有 {{size}} 条记录，签名对得上，{{witnesses}}。它的第一条接着旧账本：这台手机见过的 {{before}} 条，旧账本里一条没动。',
    seenBy: '{{names}}见证过',
    seenByNobody: '没有人见证',
    notKept: '这台手机不让存东西，所以没有记住这次看到的。下回只能当头一回看。',
    entries: '记录',
    root: '指纹',
    signedBy: '账本',
    witnesses: '见证人',
    witnessNotThere: '这次没有见证',
    rule: '规定',
    ruleNeeds: '{{of}} 位见证人里至少 {{needed}} 位见证才算数',
    ruleNone: '没有规定要见证人',
    missing: '少了{{names}}。',
    missingEnough:
      '规定至少 {{needed}} 位，现在有 {{present}} 位，账本还算数。可是少了一双眼睛盯着：要是服务器和剩下的见证人串通，就没有人看得出来。一直不回应的，请问村委会。',
    nobodyWatches:
      '这本账没有见证人，只有服务器自己签名。服务器要是给不同的人看不同的账，没有人看得出来。',
    stale: '最近一次见证是 {{at}}，已经超过 {{minutes}} 分钟。新的记录可能还没有进账本。',
    alarm_policy_changed: '要您相信的人换了。',
    alarm_gone: '账本不见了！',
    words_gone:
      '这台手机 {{at}} 看过它，有 {{size}} 条记录，服务器现在却说没有这本账。请问村委会，不行就告诉村务监督委员会。',
    alarm_shrunk: '账本变少了！',
    alarm_forked: '账本被改过！',
    alarm_not_successor: '新账本没有接上旧账本！',
    alarm_broken_tiles: '账本的内容和签名对不上。',
    alarm_too_few_witnesses: '见证人不够。',
    alarm_bad_signature: '签名是假的。',
    alarm_untrusted: '签名的不是这本账。',
    alarm_malformed: '账本的签名读不懂。',
    words_policy_changed:
      '账本现在要您相信别的钥匙。可能是村里真的换了，也可能有人冒充。先到村委会当面问一问公布的新钥匙，对上了再点“我问过了”。',
    words_shrunk:
      '这台手机见过 {{before}} 条，现在只给看 {{size}} 条。不是旧副本，就是有人拿掉了记录。请把证据存下来，给村务监督委员会看。',
    words_forked:
      '这台手机见过的 {{before}} 条，和现在签名的账本对不上：有人改过、换过记录，或者给不同的人看不同的账。两份签名就是证据，请存下来，给村务监督委员会看。',
    succession_unnamed: '它的第一条没有写明接的是这台手机见过的旧账本。',
    succession_shrunk: '它接的旧账本，比这台手机见过的少。',
    succession_forked: '它接的旧账本，和这台手机见过的对不上。',
    succession_unproved: '旧账本现在的内容，算不出它接的那个指纹。',
    words_not_successor:
      '换账本的时候，可能有记录被拿掉或者改过。请把证据存下来，给村务监督委员会看。',
    words_broken_tiles:
      '服务器给的内容算不出它自己签名的指纹。可能是传坏了，过一会儿再验；一直这样，请告诉村务监督委员会。',
    words_too_few_witnesses:
      '规定至少 {{needed}} 位见证，这一份只有 {{present}} 位，少了{{names}}。签名是真的，但这一份不作数。',
    words_bad_signature: '有一行签名是用您相信的名字写的，却对不上。不要相信这一份。',
    words_untrusted: '签名的不是这台手机认得的账本。不要相信这一份。',
    words_malformed: '收到的不是账本的签名。可能是网络中途换了内容，换个网络再验。',
    change_log: '账本自己的名字或钥匙换了',
    change_gone: '不再要{{names}}见证',
    change_added: '新加了{{names}}见证',
    change_rekeyed: '{{names}}换了钥匙',
    change_quorum: '几位见证才算数，改了',
    accept: '我问过了，相信新的',
    acceptAnew: '我问过了，从新账本记起',
    saveEvidence: '存下证据',
    serverSays_no_quorum: '服务器说：见证人不够，新记录在等。',
    serverSays_silent:
      '服务器说：{{name}}从 {{at}} 起没有回应。已经见证过的还作数，新记录少一双眼睛看。',
    serverSays_fork: '服务器说：有见证人不肯签，账本停了。',
    serverSays_refused: '服务器说：账本自查没有通过，停了。',
    serverSays_stale: '账本很久没有发布了，新记录在等。',
    offlineLog: '现在连不上账本。这台手机记得 {{at}} 看到的 {{size}} 条，凭据可以照它验。',
    offlineNothing: '现在连不上账本，这台手机也还没看过它，没有东西可以对。',
  },
  en: {
    title: 'Verify it yourself',
    lead: 'All of this is worked out on your device, whatever the server says.',
    log: 'The village’s log',
    checking: 'Checking the log',
    again: 'Check again',
    noLog: 'This village has no log yet',
    noLogHint: 'It begins with the village’s first record.',
    holdsFirst:
      'The log of {{village}} has {{size}} entries, its signature holds, and it was {{witnesses}}. This device sees it for the first time and has remembered it: should an entry ever go or change, you will be told here, loudly.',
    holdsNow:
      'The log of {{village}} has {{size}} entries, its signature holds, and it was {{witnesses}}.',
    holdsSame:
      'The log of {{village}} has {{size}} entries, its signature holds, and it was {{witnesses}}. It is exactly what this device saw last time.',
    holdsMore:
      'The log of {{village}} has {{size}} entries, its signature holds, and it was {{witnesses}}. It has {{more}} more than this device saw last time, and nothing of the {{before}} from then was touched.',
    holdsAfter:
      '{{village}} has begun a new log. It has {{size}} entries, its signature holds, and it was {{witnesses}}. Its first entry goes on from the old one: what this device saw, {{before}} entries, is untouched there.',
    seenBy: 'witnessed by {{names}}',
    seenByNobody: 'witnessed by nobody',
    notKept:
      'This device keeps nothing, so what was seen is not remembered. Next time will be a first time again.',
    entries: 'Entries',
    root: 'Fingerprint',
    signedBy: 'Log',
    witnesses: 'Witnesses',
    witnessNotThere: 'did not witness this one',
    rule: 'The rule',
    ruleNeeds: 'at least {{needed}} of {{of}} witnesses must have seen it',
    ruleNone: 'no witness is asked for',
    missing: 'Missing: {{names}}.',
    missingEnough:
      'The rule asks for {{needed}} and {{present}} were there, so the log still counts. But one pair of eyes less watches it: if the server and the witnesses that are left were in league, nobody else would notice. If it stays away, ask the village committee.',
    nobodyWatches:
      'Nobody witnesses this log; only the server signs it. If it showed different logs to different people, nobody would notice.',
    stale:
      'It was last witnessed {{at}}, more than {{minutes}} minutes ago. New records may not be in the log yet.',
    alarm_policy_changed: 'Whom to trust has changed.',
    alarm_gone: 'The log is gone!',
    words_gone:
      'This device saw it {{at}} with {{size}} entries, and now the server says that there is none. Ask the village committee, or else tell the supervision committee.',
    alarm_shrunk: 'The log has become shorter!',
    alarm_forked: 'The log was altered!',
    alarm_not_successor: 'The new log does not go on from the old one!',
    alarm_broken_tiles: 'The log’s content does not fit its signature.',
    alarm_too_few_witnesses: 'Too few witnesses.',
    alarm_bad_signature: 'A signature is false.',
    alarm_untrusted: 'Somebody else signed.',
    alarm_malformed: 'The log’s signature cannot be read.',
    words_policy_changed:
      'The log now asks you to trust other keys. The village may really have changed them, or somebody may be posing as it. Ask at the village committee for the keys it has published; if they match, tap “I have asked”.',
    words_shrunk:
      'This device has seen {{before}} entries and is shown only {{size}} now. It is an old copy, or somebody took entries away. Save the evidence and show it to the supervision committee.',
    words_forked:
      'What this device saw, {{before}} entries, is not in the log that is signed now: somebody altered or exchanged it, or shows different logs to different people. The two signatures are the evidence; save them and show them to the supervision committee.',
    succession_unnamed:
      'Its first entry does not say that it follows the log that this device saw. ',
    succession_shrunk: 'It was begun from fewer entries of the old log than this device saw. ',
    succession_forked:
      'What it was begun from does not begin with what this device saw of the old log. ',
    succession_unproved: 'The old log no longer leads to the fingerprint that it was begun from. ',
    words_not_successor:
      'Entries may have been taken away or altered when the log was changed. Save the evidence and show it to the supervision committee.',
    words_broken_tiles:
      'What the server gives does not lead to the fingerprint that it signed. It may have been damaged on the way: check again in a while. If it stays so, tell the supervision committee.',
    words_too_few_witnesses:
      'The rule asks for {{needed}} witnesses and this one has {{present}}. Missing: {{names}}. The signature is genuine, but it does not count.',
    words_bad_signature:
      'One line bears a name that you trust, but its signature does not hold. Do not believe this one.',
    words_untrusted: 'It is not signed by the log that this device knows. Do not believe it.',
    words_malformed:
      'What came is not a signed log. The network may have put something else in its place; try another network.',
    change_log: 'The log has another name or another key',
    change_gone: 'No longer asked to witness: {{names}}',
    change_added: 'Newly asked to witness: {{names}}',
    change_rekeyed: 'With another key: {{names}}',
    change_quorum: 'How many witnesses are enough has changed',
    accept: 'I have asked; trust the new ones',
    acceptAnew: 'I have asked; remember the new one from here',
    saveEvidence: 'Save the evidence',
    serverSays_no_quorum: 'The server says: too few witnesses; new records wait.',
    serverSays_silent:
      'The server says: {{name}} has not answered since {{at}}. What it witnessed still counts; new records have one pair of eyes less.',
    serverSays_fork: 'The server says: a witness refuses to sign; the log stands still.',
    serverSays_refused: 'The server says: the log’s own check failed; it stands still.',
    serverSays_stale: 'Nothing has been published for too long; new records wait.',
    offlineLog:
      'The log cannot be reached. This device remembers the {{size}} entries seen {{at}}; receipts can be checked by that.',
    offlineNothing:
      'The log cannot be reached, and this device has not seen it yet: there is nothing to check by.',
  },
})
