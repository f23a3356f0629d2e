import type { Messages } from "../pack.ts";

export const messages = {
  notStated: "Các nguồn không nói đến điều này.",
  gap: "Các nguồn không cho biết {gap}.",
  unknownTerm: "Các nguồn không có thông tin về “{term}”.",
  noQuestion: "Tôi trả lời câu hỏi về những tin tức có trong các nguồn của tôi. Bạn muốn biết điều gì?",
  unsupported: "Hiện tôi chỉ hiểu câu hỏi bằng các ngôn ngữ sau: {languages}.",
  help: "Tôi là Beleg. Tôi trả lời câu hỏi về tin tức dựa trên các dữ kiện đã được biên tập viên kiểm chứng, kèm nguồn cho từng câu trả lời. Bạn cứ hỏi tự nhiên: ai, việc gì, khi nào, ở đâu, bao nhiêu? Nếu nguồn không nói, tôi sẽ nói rõ như vậy.",
  welcome: "Không có gì.",
  saidBy: "Theo lời {speakers}, như tường thuật trong: {sources}.",
  quoted: "“{text}”",
  basis: "Câu trả lời dựa trên: {sources}.",
  sources: "Nguồn",
  nearest: "Gần nhất với câu hỏi của bạn",
  related: "Những câu tôi có thể trả lời",
  noYear: "{date} (không nêu năm)",
  tooLong: "Câu hỏi quá dài. Bạn hãy hỏi trong một hai câu.",
} satisfies Messages;
