import type { Words } from "../pack.ts";

const split = (text: string): readonly string[] => text.trim().split(/\s+/u);
const phrases = (text: string): readonly string[] => text.trim().split(/\s*,\s*/u);

// Missing on purpose: "công", "tội" and other syllables that mean something only beside another one.
const stop = [
  ...split(`
    là của và các những một có được trong cho với ở tại từ đến bởi về khi nào gì ai đâu sao bao nhiêu nhiu như thế đã đang sẽ này
    đó mà thì hay hoặc vào ra trên dưới bị do để theo cũng không nó họ anh chị ông bà tôi bạn chúng ta mấy vì nên rằng cái còn
    hơn nhất rất đều lại sự việc cuộc ấy kia đấy thôi nhé nha nhỉ à ạ ơi hả hở ha vậy vừa rồi vẫn nữa quá lắm nhưng nếu hồi
    chào nhau mình tớ tao mày tụi bọn chúng mi chẳng chưa hãy đừng dạ vâng ừ ủa ok oke okay please xin y hắn gã liệu chăng nhằm chứ
  `),
  ...phrases(`
    bao nhiêu, như thế nào, thế nào, ra sao, tại sao, vì sao, làm sao, khi nào, bao giờ, lúc nào, ở đâu, tại đâu, cái gì, điều gì, việc gì, chuyện gì, những gì, những ai,
    vì vậy, do đó, do vậy, bởi vì, cho nên, cho đến, cho tới, trong khi, trong đó, ngoài ra, mặc dù, tuy nhiên, đối với, về việc, liên quan đến, liên quan tới,
    ông ấy, ông ta, bà ấy, bà ta, anh ấy, anh ta, cô ấy, cô ta, chị ấy, chị ta, hắn ta, bọn họ, bọn chúng, chúng nó, chúng tôi, chúng ta, chúng mình, người ta, các bạn,
    ở đó, ở đây, tại đó, tại đây, lúc đó, khi đó, hồi đó, việc đó, việc này, điều đó, điều này, vụ đó, vụ này, người đó, người này, cái đó, cái này, chỗ đó, nơi đó, hai ông, hai người, cả hai,
    cho biết, cho hay, biết thêm, nói thêm, kể thêm, cho biết thêm, cho tôi biết, cho mình biết, cho tôi biết thêm, cho mình biết thêm, cho tôi biết, nói cho, làm ơn, vui lòng, xin hỏi, cho hỏi, cho em hỏi, cho mình hỏi, cho tôi hỏi, được không, có phải, phải không, đúng không, đúng vậy, đúng chứ, hay không, hay chưa,
    rốt cuộc, thật sự, thực sự, thật ra, thực ra, chắc chắn, có lẽ, có thể, không thể, không phải, cũng như, ví dụ, chẳng hạn, vân vân, trở thành, trở nên, tất cả, hầu như, khoảng chừng, cụ thể là, nghe nói, nghe đâu, hình như, ngày càng, càng ngày càng, hơn nữa, thế thì, vậy thì, thế à, thì sao, để làm gì, nhằm mục đích gì
  `),
];

const light = [
  ...split(`
    tên con chiếc cô chú em bác ngài giữa ngoài trước sau bên cùng từng thường xong mới muốn đi xuống bằng làm hỏi ad admin bot thật hầu tay thằng đứa chi vai loại kiểu dạng thứ phần bên phía mặt điểm chỗ nơi số lượng mức vụ chuyện điều người kẻ nhà nước năm tháng ngày giờ hôm tuần lúc hồi dịp đợt lần
    gồm thấy biết nói kể gọi đưa lấy cho xảy đặt giữ mang nhận gặp xem đọc nghe nghĩ hiểu tin bảo tính dùng trở nằm diễn
    mới cũ lớn nhỏ to bé chính phụ riêng chung khác đầu cuối giữa gần xa nhanh chậm sớm muộn dài ngắn nhiều ít đủ tốt xấu đúng sai rõ kỹ lâu sao vừa suốt hết cứ
    sáng chiều tối nay mai qua tin bài báo cáo cách ý
  `),
  ...phrases(`
    vai trò, loại hình, hình thức, mục đích, mục tiêu, ý định, chủ đề, đề tài, nội dung, vấn đề gì, sự việc, sự kiện, sự thật, sự vụ, vụ việc, chi tiết, thông tin, mức độ, kết quả, ảnh hưởng, lý do, nguyên do,
    thời gian, thời điểm, thời kỳ, ngày tháng, địa điểm, vị trí, nơi chốn, con số, số lượng, số người, tổng số, số liệu, người, con người, nhân vật, cá nhân, tình hình, hoàn cảnh, tình huống, bối cảnh, lĩnh vực, phạm vi, khía cạnh, phương diện, tên tuổi, tên gọi, tiêu đề,
    xảy ra, diễn ra, tiến hành, thực hiện, tổ chức, diễn biến, xuất hiện, trở thành, giữ vai trò, đóng vai trò, bao gồm, liên quan, thuộc về, được gọi, nói về, đề cập, nhắc đến, nhắc tới, kể về, mô tả, giải thích, trình bày, bày tỏ, đưa ra, nêu ra, cho thấy, cho rằng, nói rằng, có nghĩa, ý nghĩa, nghĩa là, nhìn thấy, biết đến, tìm thấy, bắt đầu, kết thúc, tiếp theo, hoạt động, sử dụng, biện pháp, phương pháp, phương thức, cách thức, hành động, động thái, bước đi,
    chính xác, cụ thể, rõ ràng, chi tiết, gần đây, mới đây, vừa qua, hiện nay, hiện tại, bây giờ, hôm nay, ngày nay, mới nhất, cuối cùng, đầu tiên, chủ yếu, nhất định, khác nhau, đặc biệt, nói chung, bình thường, thực tế, trực tiếp, gián tiếp, toàn bộ, hoàn toàn, đồng thời, cùng nhau, trước đây, trước đó, sau đó, sau này, sắp tới, tiếp tục, thường xuyên, đôi khi, luôn luôn, gần như, xấp xỉ, khoảng, tin tức, bản tin, câu chuyện, kế hoạch, giữ chức, chức danh, ở mức, ra mắt, có mặt
  `),
];

const ONES = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/** Eleven to 999, as they are read aloud; a row of syllables that names a number is one word. */
const numerals = Object.fromEntries(
  Array.from({ length: 989 }, (_, i) => i + 11).map((number) => {
    const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
    const last = ones === 5 && tens > 0 ? "lăm" : ones === 1 && tens > 1 ? "mốt" : ONES[ones];
    return [
      [
        ...(hundreds > 0 ? [ONES[hundreds], "trăm"] : []),
        ...(tens > 1 ? [ONES[tens], "mươi"] : tens === 1 ? ["mười"] : hundreds > 0 && ones > 0 ? ["linh"] : []),
        ...(last ? [last] : []),
      ].join(" "),
      number,
    ];
  }),
);

export const words = {
  stop,
  light,
  // Left out: "năm", far more often a year than five.
  numbers: {
    ...numerals,
    một: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    sáu: 6,
    bảy: 7,
    bẩy: 7,
    tám: 8,
    chín: 9,
    mười: 10,
    "một nghìn": 1_000,
    "một ngàn": 1_000,
  },
  months: [
    ["tháng một", "tháng 1", "tháng 01", "tháng giêng"],
    ["tháng hai", "tháng 2", "tháng 02"],
    ["tháng ba", "tháng 3", "tháng 03"],
    ["tháng tư", "tháng 4", "tháng 04", "tháng bốn"],
    ["tháng năm", "tháng 5", "tháng 05"],
    ["tháng sáu", "tháng 6", "tháng 06"],
    ["tháng bảy", "tháng 7", "tháng 07", "tháng bẩy"],
    ["tháng tám", "tháng 8", "tháng 08"],
    ["tháng chín", "tháng 9", "tháng 09"],
    ["tháng mười", "tháng 10"],
    ["tháng mười một", "tháng 11"],
    ["tháng mười hai", "tháng 12", "tháng chạp"],
  ],
  qualifiers: {
    over: phrases("hơn, trên, quá, vượt quá, vượt, nhiều hơn"),
    about: phrases("khoảng, chừng, tầm, xấp xỉ, gần, ước chừng, cỡ, độ"),
    "at-least": phrases("ít nhất, tối thiểu, không dưới, trở lên"),
    "at-most": phrases("nhiều nhất, tối đa, không quá, trở xuống, lên tới, lên đến"),
    under: phrases("dưới, chưa đến, chưa tới, ít hơn, không đến"),
  },
  hedges: [
    "cáo buộc|tình nghi|nghi phạm|nghi can|nghi vấn|nghi ngờ|khả nghi|bị nghi|bị cho là|được cho là|được coi là kẻ|(?<!\\p{L})nghi(?:\\s+là)?\\s",
    "có thể là|có lẽ|dường như|theo đồn đoán|tin đồn|chưa được xác nhận|chưa xác thực",
  ],
  modes: {
    said: [
      "(?<!\\p{L})(?:nói|cho biết|cho hay|cho rằng|nhấn mạnh|khẳng định|tuyên bố|phát biểu|nêu rõ|nhận định|đánh giá|bày tỏ|xác nhận|giải thích|gọi|mô tả|thông báo|theo lời)(?!\\p{L})",
    ],
    thanked: ["cảm ơn|cám ơn|cảm tạ|biết ơn|cảm kích|tri ân"],
    promised: ["(?<!\\p{L})(?:hứa|cam kết|cam đoan|bảo đảm|đảm bảo|thề)(?!\\p{L})"],
    hoped: ["h[yi] vọng|(?<!\\p{L})mong(?!\\p{L})|kỳ vọng|kì vọng|trông đợi"],
    admitted: ["thừa nhận|thú nhận|nhìn nhận|công nhận|nhận lỗi"],
    agreed: ["nhất trí|đồng ý|đồng thuận|thống nhất|tán thành|đồng tình"],
  },
  beyond: phrases(
    "gặp lại, tiếp theo, kế tiếp, nữa, khác, thêm, trước đây, trước đó, từng, vẫn, sau này, sau đó, sắp tới, tương lai, ngày mai, hôm nay, hiện nay, hiện tại, bây giờ, hiện giờ, hiện đang, thay vào đó, lần sau, lần nữa",
  ),
  anaphora: phrases(`
    ông ấy, ông ta, bà ấy, bà ta, anh ấy, anh ta, cô ấy, cô ta, chị ấy, hắn, hắn ta, y, gã, nó, họ, bọn họ, bọn chúng, chúng, chúng nó,
    đó, đấy, này, ấy, kia, ở đó, tại đó, lúc đó, khi đó, hồi đó, việc đó, việc này, điều đó, điều này, vụ đó, vụ này, người đó, người này, cái đó, cái này, chỗ đó, nơi đó, hai ông, hai người, cả hai, vậy
  `),
  names: phrases(
    "hà nội, sài gòn, thành phố hồ chí minh, đà nẵng, tây ninh, bắc kinh, thượng hải, phnom penh, phnôm pênh, băng cốc, bangkok, viêng chăn, sihanoukville, seoul, tokyo, washington, tập cận bình, tô lâm, phạm minh chính, donald trump, năm ngoái, năm nay, năm kia, năm sau, năm tới, tháng trước, tháng sau",
  ),
  pronouns: phrases("ông ấy, ông ta, bà ấy, bà ta, anh ấy, anh ta, cô ấy, cô ta, chị ấy, hắn, hắn ta, gã, y"),
  followUp: phrases(
    "còn, thế còn, vậy còn, còn về, và, rồi, thế, vậy, vậy thì, thế thì, ngoài ra, với lại, nhưng, nhưng mà, thế rồi, sau đó, à, à còn, ủa, ủa còn, thế nhưng, vậy rồi, vậy ai, thế ai",
  ),
} satisfies Words;
