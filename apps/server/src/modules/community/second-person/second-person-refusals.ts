/** Why somebody is no second person beside a proposer: one wording for every act that needs two. */
export const secondPersonRefusals = {
  second_own_proposal: {
    kind: 'forbidden',
    zh: '是您自己提出的，要由另一户的人来确认。',
    en: 'You proposed it yourself; somebody of another household has to confirm it.',
  },
  second_of_household: {
    kind: 'forbidden',
    zh: '是您家里人提出的，要由另一户的人来确认。',
    en: 'Somebody of your household proposed it; somebody of another household has to confirm it.',
  },
  second_of_own_making: {
    kind: 'forbidden',
    zh: '您和提出的人，一个的职务是另一个（或其家人）给的，不能互相确认。请由别的成员来确认。',
    en: 'One of you owes the office to the other, or to their household. Somebody else has to confirm it.',
  },
  second_from_one_hand: {
    kind: 'forbidden',
    zh: '您和提出的人的职务是同一个人给的，要满十四天后新提出的，才能互相确认。请由别的成员来确认，或到时重新提出。',
    en: 'You and the proposer owe your offices to one person: you confirm only what is proposed fourteen days after the later grant. Let somebody else confirm it, or propose it again then.',
  },
  second_office_too_new: {
    kind: 'forbidden',
    zh: '这是在您任职之前提出的。请由别的成员来确认，或请人重新提出。',
    en: 'It was proposed before you had your office. Let somebody else confirm it, or have it proposed again.',
  },
  proposer_left_office: {
    kind: 'forbidden',
    zh: '提出的人已经不在任了。请撤掉，由在任的人重新提出。',
    en: 'Whoever proposed it holds that office no more. Drop it and have it proposed again.',
  },
} as const

/** Their codes, for the duties of what needs two. */
export const secondPersonCodes: readonly string[] = Object.keys(secondPersonRefusals)
