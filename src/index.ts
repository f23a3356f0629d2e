/** The core's public surface: what adapters may use. */
export type {
  Answer,
  Answered,
  Citation,
  FactState,
  Opened,
  Question,
  RelatedQuestion,
  Unanswered,
} from "./answer/answer.ts";
export { MAX_ANSWER } from "./answer/answer.ts";
export {
  type Answerer,
  type AnswererOptions,
  createAnswerer,
  type LanguageRemark,
  MAX_QUESTION,
} from "./answer/answerer.ts";
export type { CheckedStatement } from "./answer/check-statements.ts";
export { shorten } from "./answer/compose.ts";
export { type Conversation, newConversation } from "./answer/conversation.ts";
export { newestFirst, type TimelineItem } from "./answer/timeline.ts";
export type { FactBase } from "./fact-base/schema.ts";
export { messagesFor, nearestLanguage } from "./language/packs.ts";
