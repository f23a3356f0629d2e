import type { Questions } from "../pack.ts";

/** A word by itself: Vietnamese letters are none for `\b`. */
const word = (pattern: string) => `(?<![\\p{L}\\p{M}])(?:${pattern})(?![\\p{L}\\p{M}])`;

const WH =
  "bao nhiêu|bao lâu|bao giờ|mấy|khi nào|lúc nào|ở đâu|từ đâu|đi đâu|nơi nào|vì sao|tại sao|làm sao|ra sao|thế nào|nào|gì|ai|lý do";
/** Nouns between which and the word behind it a further one may stand ("nước láng giềng nào"). */
const OF = "(?:\\s\\p{L}+){0,2}?\\s";
const PERSON =
  "(?:người|kẻ|ông|bà|vị|nhân vật|quan chức|bộ trưởng|thứ trưởng|thủ tướng|phó thủ tướng|chính trị gia|lãnh đạo|cá nhân|đối tượng|nghi phạm|nạn nhân|thẩm phán|luật sư|phóng viên|nhà báo|cơ quan|đơn vị|lực lượng|tổ chức|băng nhóm|băng đảng|nhóm|công ty|bộ|hãng|tập đoàn|đại diện|công dân|tướng)";
const PLACE =
  "(?:nước|quốc gia|thành phố|tỉnh|huyện|quận|xã|làng|vùng|khu vực|khu|địa điểm|địa phương|cửa khẩu|tòa nhà|sân bay|khách sạn|nhà tù|trại giam|tòa án|thủ đô|bang|đường|phố|chỗ|biên giới|châu lục|địa bàn)";
const SAY =
  "(?:nói|phát biểu|tuyên bố|cho biết|cho rằng|nhấn mạnh|khẳng định|nhận xét|bình luận|nhận định|trả lời|chia sẻ|kể|thông báo|giải thích|mô tả|phản ứng|lên tiếng|đánh giá|gọi|trình bày|miêu tả|ca ngợi)";

export const questions = {
  asks: [
    // "Is there anybody who …": whoever it is comes second.
    { pattern: `^(?:liệu\\s)?có (?:ai|gì|người nào|cái gì|điều gì|nước nào).*${word("không|chưa")}$`, asks: "yes-no" },

    // why
    {
      pattern: `${word("tại sao|vì sao|cớ sao|cớ gì|vì lý do gì|lý do gì|nguyên nhân gì|lý do nào|nguyên nhân nào|do đâu|vì đâu|vì (?:cái |điều |việc |chuyện )?gì|bởi (?:vì )?(?:đâu|gì)|mục đích gì|mục tiêu gì|động cơ gì|nhằm gì|nhằm làm gì")}|^sao ${word("lại|mà|\\p{L}+")}|${word("sao lại|sao phải")}`,
      asks: "why",
    },
    {
      pattern: `(?<!(?:dùng|sử dụng|làm nơi|thuê) )${word("để làm gì|để làm chi|để chi")}|${word("(?:lý do|nguyên nhân|mục đích|mục tiêu|động cơ|ý đồ)(?: chính)?")}.{0,60}${word("là gì|thế nào|gì|ra sao")}|^(?:lý do|nguyên nhân|mục đích|động cơ)${"(?![\\p{L}\\p{M}])"}|${word("lý do|mục đích|động cơ")}$`,
      asks: "why",
    },

    // quantities
    { pattern: word("bao nhiêu tuổi|mấy tuổi|bao tuổi|tuổi tác|độ tuổi|nhiêu tuổi"), asks: "how-old" },
    { pattern: `${word("tuổi")}$|^${word("tuổi")}`, asks: "how-old" },
    { pattern: word("cách đây bao lâu|bao lâu trước|mấy giờ|giờ nào"), asks: "when" },
    {
      pattern: word(
        "bao lâu|(?:bao nhiêu|mấy) (?:thời gian|giờ đồng hồ|tiếng|tiếng đồng hồ|tiếng rưỡi|phút|ngày|tuần|tháng|năm)(?: tù)?|kéo dài mấy|thời lượng",
      ),
      asks: "how-long",
    },
    {
      pattern: `${word("bao nhiêu (?:tiền|đô|đô la|usd|đồng(?! (?:bào|bọn|phạm|lõa|đảng|đội|nghiệp|minh|hương))|triệu|tỷ|tỉ|vốn|kinh phí|ngân sách|chi phí|lợi nhuận)|giá bao nhiêu|tốn bao nhiêu|trị giá|tốn kém")}|${word("thiệt hại|số tiền|chi phí|ngân sách|tài sản|tiền|mức phạt|tiền phạt|khoản tiền|viện trợ|tiền thưởng|lợi nhuận")}.{0,50}${word("bao nhiêu|là mấy|cỡ nào|lớn thế nào")}|${word("số tiền|chi phí|giá tiền")}$|giàu (?:cỡ|đến mức|thế|như thế) nào`,
      asks: "how-much",
    },
    // "which month", though it asks with the word for how many
    { pattern: word("năm nào|năm bao nhiêu|năm mấy"), asks: "year" },
    {
      pattern: `${word("ngày nào|ngày mấy|ngày bao nhiêu|mùng mấy|mồng mấy|hôm nào|thứ mấy|ngày tháng năm nào|ngày mùng mấy|ngày cụ thể|ngày chính xác|ngày giờ chính xác")}|${word("ngày tháng|ngày đăng|ngày bắt|ngày")}$`,
      asks: "day",
    },
    { pattern: word("tháng mấy|tháng nào|tháng bao nhiêu"), asks: "when" },
    {
      pattern: `${word("bao nhiêu|mấy(?! (?:ông|bà|anh|chị|chú|cô)(?![\\p{L}\\p{M}]))|nhiêu")}|^${word("tổng số|số lượng|số người|số vụ|số")} |${word("số lượng|số người|tổng số|con số|dân số|số nạn nhân|số vụ")}.{0,40}$`,
      asks: "how-many",
    },

    // points in time
    {
      pattern: `${word("khi nào|bao giờ|lúc nào|hồi nào|chừng nào|thời gian nào|thời điểm nào|dịp nào|tuần nào|giai đoạn nào|lúc mấy giờ|từ khi nào")}|${word("thời gian|thời điểm")}(?: (?:diễn ra|xảy ra|là))?$|^${word("thời gian|thời điểm")}`,
      asks: "when",
    },

    // names
    {
      pattern: `${word("tên (?:là |của \\p{L}+ là )?gì|tên chi|tên là chi|gọi là gì|tiêu đề|tựa đề|nhan đề|tựa bài|tên gọi|có tên")}|${word("tên")}.{0,50}${word("là gì|gì")}|^tên (?:của )?|${word("tên")}$`,
      asks: "name",
    },

    // who
    {
      pattern: `${word("ai|những ai|người nào|kẻ nào|của ai|do ai|với ai|cho ai|bởi ai")}(?! cũng)|${word(PERSON)}${OF}?\\s?${word("nào")}`,
      asks: "who",
    },

    // wording
    {
      pattern: `${word(SAY)}.{0,60}${word("gì|ra sao|thế nào|như thế nào|những gì|sao")}|${word("nguyên văn|lời phát biểu|phát ngôn|trích dẫn|câu nói")}`,
      asks: "said",
    },

    // places
    {
      pattern: `${word(`ở đâu|tại đâu|từ đâu|đi đâu|về đâu|đến đâu|nơi nào|chỗ nào|nằm đâu|chốn nào|ở chỗ nào|ở nơi nào|${PLACE}${OF}?nào|${PLACE} gì`)}|${word("địa điểm|vị trí|nơi")}(?: (?:diễn ra|là))?$|^${word("địa điểm|vị trí")}|${word("đâu")}$`,
      asks: "where",
    },

    // how, what
    {
      pattern: word(
        "như thế nào|thế nào|ra sao|bằng cách nào|cách nào|làm sao|làm cách nào|bằng gì|đến mức nào|mức nào|mức độ nào|kiểu gì|cỡ nào|cách thức|bằng con đường nào|có tốt không",
      ),
      asks: "how",
    },
    { pattern: word("gì|nào|cái chi|là sao|những gì|chi(?=$)"), asks: "what" },

    // a statement with the frame of a question
    {
      pattern: `^(?!.*${word(WH)})(?:.*${word("không|chưa|chăng|hay không|hay chưa|phải không|đúng không|không vậy|chưa vậy|à|hả|nhỉ|hở")}$|${word("liệu|có phải|phải chăng|có đúng|đã|có")}\\s.*${word("không|chưa|chăng")}.*$)`,
      asks: "yes-no",
    },
  ],
  // "Vì sao cảm ơn" asks what somebody is thanked for.
  reasons: [
    `^(?!.*(?:cảm ơn|cám ơn|biết ơn|cảm kích)).*${word("tại sao|vì sao|cớ sao|sao lại|lý do gì|lý do nào|vì lý do gì|nguyên nhân gì|nguyên nhân nào")}`,
  ],
  among: ["trong số", "trong"],
  roles: {
    passive: ["bị", "được"],
    // Who does it stands between the passive's word and its verb: "bị cảnh sát bắt".
    by: ["bởi", "do", "bị", "được"],
    // Whom something is done to may stand behind "cho" and "với".
    prepositions: [
      "về",
      "ở",
      "tại",
      "từ",
      "của",
      "trong",
      "đối với",
      "vì",
      "theo",
      "giữa",
      "cùng",
      "đến",
      "sang",
      "qua",
      "bằng",
    ],
    determiners: ["vụ", "việc", "cuộc", "sự", "lời", "chuyến", "các", "những"],
    definite: [],
    participle: ".",
    verbLast: false,
  },
  determiners: ["bao nhiêu", "mấy", "nào"],
  looseDeterminers: [],
  focusBefore: ["nào"],
  nounFirst: true,
  placePrepositions: ["ở", "tại", "từ", "đến", "tới"],
  subjectWords: ["ai"],
  copulas: ["là"],
  dropsSubject: true,
  wrappers: [
    `^(?:${word("dạ|ơi|này|thế|vậy|bạn|bot|ad|anh|chị|hãy|có thể|làm ơn|vui lòng|xin")}[,\\s]+)*${word("(?:cho|nói cho|kể cho) (?:tôi|mình|em|tớ) (?:được )?(?:hỏi|biết|nghe|xem)|cho hỏi|cho biết|(?:tôi|mình|em) muốn (?:hỏi|biết)|xin hỏi|bạn có biết")}(?: (?:là|rằng|xem|thêm|về|chút|tí))*[,:]?\\s+`,
  ],
  advice: [
    `(?:${word("tôi|tớ|chúng tôi")}|(?:^|[,.;]\\s*|${word("nếu|khi|thì|vậy|giờ|là|và")} )${word("mình|em|cháu|con|chúng ta")}) ${word("phải|nên|cần|có thể|muốn(?! (?:biết|hỏi))|bị|làm|có nên|được|đi|lấy|gọi|tìm|báo|tố cáo|trình báo")}`,
    `${word("(?:làm (?:sao|thế nào|cách nào|gì)|phải làm gì) để (?:tránh|phòng|phòng tránh|không bị|khỏi bị|tự bảo vệ|bảo vệ mình|báo|trình báo|tố cáo|tố giác|nhận biết|lấy lại|đòi lại)|làm sao (?:tránh|nhận biết|lấy lại)|cách (?:nào )?(?:để )?(?:phòng tránh|phòng|tránh|nhận biết|nhận diện|tố cáo|tố giác|trình báo|báo|lấy lại|tự bảo vệ)|nên làm gì|phải làm gì|cần làm gì|làm gì khi|có nên")}`,
    `${word("báo|trình báo|tố cáo|tố giác|khiếu nại|khai báo|báo cáo")} .{0,20}${word("ở đâu|cho ai|với ai|thế nào|như thế nào|số nào|đến đâu|chỗ nào")}`,
    `${word("của tôi|của em|của mình|tiền tôi")}`,
  ],
  claims: [
    `^(?:vậy |thế )?${word("có phải(?: là)?|phải chăng|có đúng(?: là)?|có thật(?: là)?|đúng là|chẳng phải|không phải|sự thật là|có thực(?: là)?|xác nhận(?: giúp)?(?: là)?")} `,
    `[,\\s]+(?:có )?(?:điều đó |điều này |thế |vậy )?(?:có )?${word("(?:phải|đúng|thật|thiệt)(?: vậy| thế)? (?:không|ko|chứ|hông|chưa|nhỉ|à|hả)|phải hay không|đúng hay sai|thật hay giả|đúng chứ|thật chứ|phải hông|thật à|thật hả|đúng không nào|có đúng không|có phải không|có thật không|đúng vậy không|chuẩn không")}(?:\\s(?:vậy|ạ|nhỉ|bạn|nha|nhé|thế|bot))*$`,
    `^(?:tôi |mình |em )?${word("nghe nói|nghe bảo|nghe đâu|nghe đồn|nghe rằng|hình như|đọc thấy|thấy bảo|thấy nói|có tin|có người nói|người ta nói|đọc được|được biết")}(?: là| rằng)?[,\\s]+`,
    `[,\\s]+${word("à|hả|nhỉ|chứ|chứ gì|mà nhỉ|ha|hở")}$(?<=^(?!.*${word(WH)}).*)`,
  ],
} satisfies Questions;
