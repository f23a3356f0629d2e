import type { Messages } from "../pack.ts";

export const messages = {
  notStated: "资料来源没有说明这一点。",
  gap: "资料来源没有说明：{gap}。",
  unknownTerm: "资料来源里没有关于“{term}”的内容。",
  noQuestion: "我回答与我的资料来源中的新闻有关的问题。您想知道什么？",
  unsupported: "目前我只懂{languages}的提问。",
  help: "我是 Beleg。我根据编辑核对过的事实回答新闻问题，并给出每个回答的出处。请直接用自己的话提问：谁、什么、何时、哪里、多少？资料来源没有说明的，我会直说。",
  welcome: "不客气。",
  saidBy: "这是{speakers}的说法，见于：{sources}。",
  quoted: "“{text}”",
  basis: "回答依据：{sources}。",
  sources: "来源",
  nearest: "最接近您问题的内容",
  related: "可以回答的问题",
  noYear: "{date}（未注明年份）",
  tooLong: "这段话太长了。请用一两句话提问。",
} satisfies Messages;

export const traditionalMessages = {
  notStated: "資料來源沒有說明這一點。",
  gap: "資料來源沒有說明：{gap}。",
  unknownTerm: "資料來源裡沒有關於「{term}」的內容。",
  noQuestion: "我回答與我的資料來源中的新聞有關的問題。您想知道什麼？",
  unsupported: "目前我只懂{languages}的提問。",
  help: "我是 Beleg。我根據編輯核對過的事實回答新聞問題，並附上每個回答的出處。請直接用自己的話提問：誰、什麼、何時、哪裡、多少？資料來源沒有說明的，我會直說。",
  welcome: "不客氣。",
  saidBy: "這是{speakers}的說法，見於：{sources}。",
  quoted: "「{text}」",
  basis: "回答依據：{sources}。",
  sources: "來源",
  nearest: "最接近您問題的內容",
  related: "可以回答的問題",
  noYear: "{date}（未註明年份）",
  tooLong: "這段話太長了。請用一兩句話提問。",
} satisfies Messages;
