/** Why an entry of the roster is not changed, or nobody taken out of their household. */
export const entryRefusals = {
  own_household_entry: {
    kind: 'forbidden',
    zh: '自己家的登记要由别家的村干部来办。',
    en: 'What stands in the roster of your own household is changed by a cadre of another one.',
  },
  office_holder_moves: {
    kind: 'conflict',
    zh: '这个人在村里有职务，不能换户。要先卸下职务，再换户。',
    en: 'Somebody who holds an office is not moved to another household. They lay the office down first.',
  },
  office_is_no_home: {
    kind: 'conflict',
    zh: '那是村委会的户，不住人。请选这个人住的那一户。',
    en: 'That is the office’s household, where nobody lives. Choose the one where the person lives.',
  },
  bad_name: {
    kind: 'invalid',
    zh: '姓名不对：要有文字，最多 30 个字，不能有数字。',
    en: 'That is not a name: letters, thirty at most, and no digits.',
  },
  bad_identity_number: {
    kind: 'invalid',
    zh: '身份证号不对：应是 18 位，请对照证件再看一遍。',
    en: 'That is not an identity number: eighteen characters. Compare it with the card.',
  },
  bad_house_number: {
    kind: 'invalid',
    zh: '户号不对：最多 20 个字。',
    en: 'That is not a house number: twenty characters at most.',
  },
  door_taken: {
    kind: 'conflict',
    zh: '花名册里已经有户号 {houseNo}。请选那一户，或换一个户号。',
    en: 'The roster has a household {houseNo} already. Choose that one, or another number.',
  },
  phone_taken: {
    kind: 'conflict',
    zh: '这个手机号已经是花名册里另一个人的。',
    en: 'That telephone belongs to somebody else on the roster.',
  },
  identity_taken: {
    kind: 'conflict',
    zh: '花名册里已经有这个身份证号的人。',
    en: 'Somebody with that identity number is on the roster already.',
  },
  namesake_in_household: {
    kind: 'conflict',
    zh: '这户人家已经有一位{name}。如果是另一个人，请在姓名里区分，比如加“大”“小”。',
    en: 'The household has a person called {name} already. If it is somebody else, tell the names apart.',
  },
  nothing_changed: {
    kind: 'conflict',
    zh: '没有改动。',
    en: 'Nothing would change.',
  },
  same_household: {
    kind: 'conflict',
    zh: '这个人本来就在这户。',
    en: 'The person lives in that household already.',
  },
  head_elsewhere: {
    kind: 'invalid',
    zh: '户主要是这户的人。',
    en: 'The head of a household lives in it.',
  },
  already_head: {
    kind: 'conflict',
    zh: '这个人已经是户主。',
    en: 'This person is the head already.',
  },
  other_name: {
    kind: 'invalid',
    zh: '写的不是您在花名册里的姓名，没有删除。',
    en: 'That is not your name on the roster; nothing was erased.',
  },
  leave_entered: {
    kind: 'conflict',
    zh: '这户的退出已经登记了，正等生效。',
    en: 'That this household leaves is entered already and waits.',
  },
  no_leave_entered: {
    kind: 'conflict',
    zh: '没有等着生效的退出，可能已经办了或撤了。',
    en: 'No leaving waits here; it may have been done or turned down.',
  },
  removal_proposed: {
    kind: 'conflict',
    zh: '已经有人提出，正等另一个人确认。',
    en: 'That has been proposed already and waits for a second person.',
  },
  no_removal_proposed: {
    kind: 'conflict',
    zh: '没有等着确认的提议，可能已经办了或撤了。',
    en: 'Nothing waits to be confirmed here; it may have been done or dropped.',
  },
} as const
