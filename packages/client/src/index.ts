export { addressOf, type Value, type Values } from './address.ts'
export {
  createCalls,
  keyOf,
  type CallOptions,
  type Calls,
  type ChangeArguments,
  type ReadArguments,
  type ReadOptions,
} from './calls.ts'
export {
  Upload,
  type Answer,
  type Body,
  type components,
  type Item,
  type Method,
  type operations,
  type Params,
  type PathOf,
  type paths,
  type Result,
  type Schema,
} from './contract.ts'
export {
  languageTags,
  type CancelSignal,
  type ClockPort,
  type HttpAnswer,
  type HttpFile,
  type HttpPort,
  type HttpRequest,
  type Language,
  type LanguagePort,
  type StoragePort,
} from './ports.ts'
export {
  answerUnreadable,
  ApiProblem,
  isServerAway,
  networkUnreachable,
  problemOf,
  type FieldProblem,
  type ProblemWords,
} from './problem.ts'
export { dayThatEndsAt, formatPoints, formatsFor, type Formats } from './format.ts'
export { civilDay, fromLocalText, lastDayBefore, toLocalText, type Instant } from '@azalea/text'
export {
  defineMessages,
  textAround,
  translator,
  type Around,
  type KeyOf,
  type Messages,
  type Texts,
  type TextParams,
  type Translate,
} from './texts.ts'
export { unitMessages } from './unit-messages.ts'
export { recordKindWords } from './record-kind-words.ts'
export { doStarsChangePoints, languageParts, stageOrder, type StageName } from '@azalea/scoring'
export { compactText, readDigitCode } from '@azalea/text'
export { servedLog, type LogPieces } from './receipt/log-pieces.ts'
export { isQuorum, openLogHead, type LogHead, type WitnessSight } from './receipt/open-log-head.ts'
export { compareHeads, type Comparison } from './receipt/same-tree.ts'
export {
  verifyReceiptText,
  type ReceiptRefusal,
  type ReceiptVerdict,
  type ReceiptTrust,
} from './receipt/verify-receipt.ts'
export {
  addressOfCommand,
  OUTBOX_RETRY_MILLISECONDS,
  type Command,
  type Delivery,
  type OutboxEntry,
  type OutboxKind,
} from './outbox/commands.ts'
export { isKeptPhoto, type KeptPhotos } from './outbox/kept-photos.ts'
export { createOutbox, type Outbox, type OutboxParts } from './outbox/outbox.ts'
export { type PolicyChange } from './receipt/policy-change.ts'
export { acceptedLog, readSeenLog, type RetiredLog, type SeenLog } from './receipt/seen-log.ts'
export { sightOf, type Sight } from './receipt/sight-of-log.ts'
export { verifyLog, type LogVerdict } from './receipt/verify-log.ts'
export { type SuccessionFault } from './receipt/verify-successor.ts'
export { messageText } from './messages/message-text.ts'
export {
  type About,
  type AboutKind,
  type Message,
  type MessageContext,
  type MessageText,
} from './messages/message-context.ts'
export { messagesMessages } from './words/messages-messages.ts'
export { readingMessages } from './words/reading-messages.ts'
export { homeMessages } from './words/home-messages.ts'
export { askingMessages } from './words/asking-messages.ts'
export { numbersMessages } from './words/numbers-messages.ts'
export { unsentMessages } from './words/unsent-messages.ts'
export { waitingMessages } from './words/waiting-messages.ts'
export { partnerKindsMessages } from './words/partner-kinds-messages.ts'
export { platesMessages } from './words/plates-messages.ts'
export { ratingsMessages } from './words/ratings-messages.ts'
export { standingMessages } from './words/standing-messages.ts'
export { awardsMessages } from './words/awards-messages.ts'
export { roleMessages } from './words/role-messages.ts'
export { signInMessages } from './words/sign-in-messages.ts'
export { inboxMessages } from './words/inbox-messages.ts'
export {
  viewOfHome,
  type HomeAnswer,
  type HomeRow,
  type HomeView,
  type News,
  type Waiting,
} from './views/home.ts'
export { dueWords, inboxTitle, type InboxItem } from './views/inbox.ts'
export { movedWords, starsWords } from './views/numbers.ts'
export { viewOfUnsent, type UnsentView } from './views/unsent.ts'
export { viewOfPlate, type PlateAnswer, type PlateView, type StarsView } from './views/plate.ts'
export { viewOfRank, type BoardName, type OwnRank, type RankView } from './views/rank.ts'
export { viewOfRating, type RatingAnswer, type RatingView } from './views/rating.ts'
export { stageMessages } from './stage-messages.ts'
export {
  viewOfAward,
  viewOfStages,
  type Award,
  type AwardFate,
  type AwardView,
  type PointStage,
  type StageView,
} from './views/award.ts'
export { receiptMessages } from './receipt/receipt-messages.ts'
