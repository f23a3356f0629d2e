import type { Messages } from "../pack.ts";

export const messages = {
  notStated: "출처에는 그 내용이 나와 있지 않습니다.",
  // The gaps of the fact base end in -는지, which takes this sentence without a particle.
  gap: "출처에는 {gap} 나와 있지 않습니다.",
  unknownTerm: "출처에는 “{term}”에 관한 내용이 없습니다.",
  noQuestion: "저는 제 출처에 있는 뉴스에 관한 질문에 답합니다. 무엇이 궁금하신가요?",
  unsupported: "아직은 다음 언어로 된 질문만 이해합니다: {languages}.",
  help: "저는 Beleg입니다. 편집자가 확인한 사실을 바탕으로 뉴스에 관한 질문에 답하고, 답마다 출처를 보여 드립니다. 누가, 무엇을, 언제, 어디서, 몇 명인지 편하게 물어보세요. 출처에 나와 있지 않으면 그렇다고 말씀드립니다.",
  welcome: "천만에요.",
  saidBy: "{speakers}의 말입니다. 출처: {sources}.",
  quoted: "“{text}”",
  basis: "답변의 근거는 다음과 같습니다: {sources}.",
  sources: "출처",
  nearest: "질문에 가장 가까운 내용",
  related: "다음 질문에는 답할 수 있습니다",
  noYear: "{date}(연도는 나와 있지 않음)",
  tooLong: "질문이 너무 깁니다. 한두 문장으로 물어봐 주세요.",
} satisfies Messages;
