import { defineMessages } from '../texts.ts'

/** Messages about what is scarce: the kind that the server sends, with `_person` where persons claim. */
export const offerMessages = defineMessages('messages-of-offers', {
  zh: {
    'offer.cancelled': '“{{title}}”取消了。',
    'claim.entered': '您对“{{title}}”的申请，已由村里替您登记。不对请马上说。',
    'claim.withdrawn': '您对“{{title}}”的申请，已由村里替您撤回。不对请马上说。',
    'turn.called': '“{{title}}”轮到您家了，您家排第 {{place}}，请在{{day}}前（含当日）答复。',
    'turn.waiting': '“{{title}}”排好了，您家排第 {{place}}，轮到了会告诉您。',
    'turn.entered_taken': '“{{title}}”轮到您的，{{by}}按您家说的登记了：要。不对请马上说。',
    'turn.entered_passed': '“{{title}}”轮到您的，{{by}}按您家说的登记了：放弃。不对请马上说。',
    'turn.lapsed': '“{{title}}”过了期限没有答复，这一次不再给您家留了。',
    'turn.kept': '“{{title}}”还给您家留着一份，请在{{day}}前（含当日）答复。',
    'turn.disputed': '有人对您家在“{{title}}”的轮次提了异议，最晚 {{day}} 决定。',
    'turn.overdue': '“{{title}}”的轮次异议到 {{day}} 还没有决定，请督促。',
    'turn.upheld': '对“{{title}}”的异议成立，这个位置取消了。',
    'turn.dismissed': '对“{{title}}”的异议不成立，位置不变。',
    'claim.entered_person': '您本人对“{{title}}”的申请，已由村里替您登记。不对请马上说。',
    'claim.withdrawn_person': '您本人对“{{title}}”的申请，已由村里替您撤回。不对请马上说。',
    'turn.called_person':
      '“{{title}}”轮到您了，您排第 {{place}}，请本人在{{day}}前（含当日）答复。',
    'turn.waiting_person': '“{{title}}”排好了，您排第 {{place}}，轮到了会告诉您。',
    'turn.lapsed_person': '“{{title}}”过了期限没有答复，这一次不再给您留了。',
    'turn.kept_person': '“{{title}}”还给您留着一份，请本人在{{day}}前（含当日）答复。',
    'turn.disputed_person': '有人对您在“{{title}}”的轮次提了异议，最晚 {{day}} 决定。',
  },
  en: {
    'offer.cancelled': '“{{title}}” was called off.',
    'claim.entered':
      'Your claim to “{{title}}” was entered for you by the village. If that is wrong, say so at once.',
    'claim.withdrawn':
      'Your claim to “{{title}}” was withdrawn for you by the village. If that is wrong, say so at once.',
    'turn.called':
      'It is your household’s turn for “{{title}}”, no. {{place}} in the queue. Please answer by {{day}} (included).',
    'turn.waiting':
      'The queue for “{{title}}” is drawn. Your household is no. {{place}}; you will be told when it is its turn.',
    'turn.entered_taken':
      'On your turn for “{{title}}” {{by}} entered what you said: you take it. If that is wrong, say so at once.',
    'turn.entered_passed':
      'On your turn for “{{title}}” {{by}} entered what you said: you pass. If that is wrong, say so at once.',
    'turn.lapsed':
      'Your household’s turn for “{{title}}” passed without an answer and is no longer kept.',
    'turn.kept':
      'A share of “{{title}}” is still kept for your household. Please answer by {{day}} (included).',
    'turn.disputed':
      'Somebody objected to your household’s turn for “{{title}}”; it is decided by {{day}} at the latest.',
    'turn.overdue':
      'The objection to a turn for “{{title}}” was not decided by {{day}}; please press for it.',
    'turn.upheld': 'The objection about “{{title}}” was upheld: that turn is taken away.',
    'turn.dismissed': 'The objection about “{{title}}” was dismissed: the turn stands.',
    'claim.entered_person':
      'Your own claim to “{{title}}” was entered for you by the village. If that is wrong, say so at once.',
    'claim.withdrawn_person':
      'Your own claim to “{{title}}” was withdrawn for you by the village. If that is wrong, say so at once.',
    'turn.called_person':
      'It is your turn for “{{title}}”, no. {{place}} in the queue. Please answer yourself by {{day}} (included).',
    'turn.waiting_person':
      'The queue for “{{title}}” is drawn. You are no. {{place}}; you will be told when it is your turn.',
    'turn.lapsed_person':
      'Your turn for “{{title}}” passed without an answer and is no longer kept.',
    'turn.kept_person':
      'A share of “{{title}}” is still kept for you. Please answer yourself by {{day}} (included).',
    'turn.disputed_person':
      'Somebody objected to your turn for “{{title}}”; it is decided by {{day}} at the latest.',
  },
})
