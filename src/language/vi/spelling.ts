/** The tone's mark on the first vowel, as most people type it, where the newer orthography puts it on the second. */
const TONE_ON_SECOND = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])$/u;
const OLDER: Readonly<Record<string, string>> = {
  oà: "òa",
  oá: "óa",
  oả: "ỏa",
  oã: "õa",
  oạ: "ọa",
  oè: "òe",
  oé: "óe",
  oẻ: "ỏe",
  oẽ: "õe",
  oẹ: "ọe",
  uỳ: "ùy",
  uý: "úy",
  uỷ: "ủy",
  uỹ: "ũy",
  uỵ: "ụy",
};
/** Syllables that are written with i or y alike ("kỹ", "kĩ"). */
const I_OR_Y = /^(?:h|k|l|m|s|t|qu)[íìỉĩị]$/u;
const Y: Readonly<Record<string, string>> = { í: "ý", ì: "ỳ", ỉ: "ỷ", ĩ: "ỹ", ị: "ỵ" };

/** One of the spellings of a syllable, in lower case: "hòa" for "hoà", "kỹ" for "kĩ"; as long as before. */
export function spell(syllable: string): string {
  const last = syllable.slice(-1);
  if (I_OR_Y.test(syllable)) return syllable.slice(0, -1) + (Y[last] ?? last);
  const ending = TONE_ON_SECOND.exec(syllable)?.[0];
  return ending === undefined ? syllable : syllable.slice(0, -2) + (OLDER[ending] ?? ending);
}

/** What people type in place of words. */
export const shorthand: Readonly<Record<string, string>> = {
  ko: "không",
  k: "không",
  kg: "không",
  hok: "không",
  hông: "không",
  hong: "không",
  khum: "không",
  đc: "được",
  dc: "được",
  j: "gì",
  z: "vậy",
  v: "vậy",
  vay: "vậy",
  ntn: "như thế nào",
  bn: "bao nhiêu",
  bnhiu: "bao nhiêu",
  nhiu: "nhiêu",
  ng: "người",
  ngta: "người ta",
  vs: "với",
  trc: "trước",
  mk: "mình",
  cx: "cũng",
  vn: "việt nam",
  tq: "trung quốc",
  hq: "hàn quốc",
  campuchea: "campuchia",
  cty: "công ty",
};

/** How people ask and greet, whatever about: it tells which words stand beside each other. */
export const phrases: readonly string[] = `
  xin chào; chào bạn; chào buổi sáng; chào mọi người; chào anh; chào em; cảm ơn; cảm ơn bạn; cảm ơn bạn nhiều; cảm ơn nhé; cảm ơn nhiều; cám ơn bạn; xin cảm ơn; tạm biệt; hẹn gặp lại; chúc ngủ ngon; xin lỗi
  bạn là ai; bạn là gì; bạn tên là gì; bạn có thể làm gì; bạn làm được gì; bạn biết gì; bạn giúp được gì; bạn là người hay máy; bạn hoạt động như thế nào; ai tạo ra bạn; tôi có thể hỏi gì; hướng dẫn sử dụng; giúp tôi với; bạn khỏe không
  còn khi nào; còn ở đâu; còn ai; còn ai nữa; thế còn; vậy còn; thế ở đâu; thế ai; thế khi nào; vậy khi nào; vì sao vậy; tại sao vậy; tại sao lại thế; ai nói vậy; ai nói thế; nguồn ở đâu; nguồn nào; lấy từ đâu; sao bạn biết; có thật không; đúng không; phải không; đúng chứ; thật không; thật à; để làm gì; bằng cách nào; như thế nào; ra sao; bao nhiêu; bao nhiêu người; bao nhiêu tiền; bao lâu; bao giờ; khi nào; ở đâu; tại đâu; năm nào; tháng mấy; ngày nào; mấy giờ; mấy người; người nào; nước nào; nơi nào; cái nào; cái gì; điều gì; việc gì; những gì; chuyện gì; tại sao; vì sao; lý do gì; mục đích gì
  làm sao để; làm thế nào để; làm sao để không bị lừa; để không bị; để tránh; thì sao; thì phải làm sao; có phải là; có phải không; có đúng là; nghe nói là; nghe nói rằng; cho hỏi; cho mình hỏi; cho tôi biết; xin hỏi; tôi muốn biết; hãy cho biết; ông ấy là ai; ông ta là ai; bà ấy; anh ta; cô ấy; họ là ai; hắn là ai; người đó là ai; đó là gì; đây là gì; chuyện gì xảy ra; điều gì đã xảy ra; sau đó thì sao; rồi sao nữa
  đã bị bắt chưa; có bị bắt không; bị bắt vì tội gì; bị bắt khi nào; bị bắt ở đâu; đang ở đâu; hiện ở đâu; bao nhiêu tuổi; mấy tuổi; có vợ chưa; có con không; giữ chức vụ gì; làm nghề gì; tên là gì; tên gì; là người nước nào; sinh năm nào; có chết không; đã chết chưa; có đúng không; có gì mới; tin mới nhất; hôm nay có gì; thời tiết hôm nay; giá vàng hôm nay; kể chuyện cười; viết bài thơ; dịch sang tiếng anh; bỏ qua hướng dẫn
`
  .split(/[;\n]/u)
  .map((phrase) => phrase.trim())
  .filter(Boolean);
