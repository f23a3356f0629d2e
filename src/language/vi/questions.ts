import type { BasicQuestions } from "../pack.ts";

export const questions = {
  asks: [
    { pattern: "năm nào|năm bao nhiêu", asks: "year" },
    { pattern: "ngày nào|ngày mấy", asks: "day" },
    { pattern: "khi nào|bao giờ|lúc nào|tháng nào|tháng mấy|thời gian nào", asks: "when" },
    { pattern: "bao lâu", asks: "how-long" },
    { pattern: "bao nhiêu tuổi|mấy tuổi", asks: "how-old" },
    { pattern: "bao nhiêu tiền|giá bao nhiêu", asks: "how-much" },
    { pattern: "bao nhiêu|mấy|số lượng", asks: "how-many" },
    { pattern: "tại sao|vì sao|lý do|để làm gì|mục đích", asks: "why" },
    { pattern: "ở đâu|nơi nào|(nước|thành phố|tỉnh|quốc gia|địa điểm) nào|đâu", asks: "where" },
    { pattern: "(^|\\s)ai(\\s|$)|người nào", asks: "who" },
    { pattern: "tên (là )?gì|gọi là gì", asks: "name" },
    { pattern: "như thế nào|bằng cách nào|ra sao", asks: "how" },
    { pattern: "phải không|đúng không|có .* không$", asks: "yes-no" },
  ],
} satisfies BasicQuestions;
