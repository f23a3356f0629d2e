import type { SmallTalk } from "../pack.ts";

const SEP = String.raw`[\s\p{P}\p{S}]*`;
const END = "(?![\\p{L}\\p{M}])";
const YOU =
  "(?:beleg|bot|ad|admin|bạn(?:\\s+(?:ơi|bot))?|mọi người|cả nhà|anh|chị|em|cậu|các bạn|bác|ông|mày|mi|anh chị|shop|ngài)";
const TAIL =
  "(?:\\s+(?:nhé|nha|nhen|nghen|ạ|nhiều|rất nhiều|lắm|luôn|rồi|đó|đấy|hen|à|ơi|quá|vậy|thế|hì|nhá|nè|này|với|đi|giúp))*";
const HELLO = `(?:(?:xin\\s+)?(?:kính\\s+)?chào(?:\\s+(?:buổi\\s+)?(?:sáng|trưa|chiều|tối))?|chào mừng|hê lô|hello|helo|hi|hey|alo|a lô|lô|hế lô|hế nhô|ê|rất vui được gặp|hân hạnh)`;
const THANKS =
  "(?:(?:xin\\s+|rất\\s+|chân thành\\s+|vô cùng\\s+|thành thật\\s+)*(?:cảm ơn|cám ơn|đa tạ|thanks|thank you|thank|tks|thks|cảm tạ|biết ơn)|(?:cảm|cám) ơn (?:(?:bạn|bot|anh|chị|em|mọi người|ad) )?(?:đã|vì|về)[^?]{0,40}|làm phiền(?:\\s+rồi)?)";
const FINE =
  "(?:ok|oke|okay|okie|oki|ờ|ừ|ừm|ừa|vâng|dạ|dạ vâng|được rồi|được|tốt|tốt lắm|tốt quá|hay|hay quá|hay đấy|hay lắm|tuyệt|tuyệt vời|tuyệt quá|giỏi|giỏi quá|hiểu rồi|tôi hiểu|mình hiểu|biết rồi|rõ rồi|rõ|không sao|không có gì|không|thôi|thôi được|chuẩn|đúng rồi|chính xác|thú vị|hữu ích|haha+|hihi+|hehe+|kk+|hì+|wow|ồ+|à+|ra vậy|ra thế|thế à|vậy à|vậy hả|thế hả|test|thử|đỉnh|xịn|like|xin lỗi|tiếc quá|buồn quá)";
const BYE =
  "(?:tạm biệt|chào tạm biệt|bye+|bai+|bái bai|goodbye|hẹn gặp lại|gặp lại sau|gặp sau|mai gặp lại|hẹn gặp|chúc ngủ ngon|ngủ ngon|đi đây|mình đi|tôi đi đây|chúc (?:bạn )?(?:một )?(?:ngày|buổi|may mắn|sức khỏe|vui)[^?]{0,20}|pp|bb)";
const HOW =
  "(?:(?:bạn|cậu|em|anh|mày|bot)?\\s*(?:có )?(?:khỏe|ổn) (?:không|chứ)|dạo này (?:bạn )?(?:thế nào|sao rồi|ra sao)|bạn (?:thế nào|sao rồi)|(?:bạn )?đang làm gì(?: đó| vậy| đấy| thế)?|(?:bạn )?ăn cơm chưa|hôm nay bạn (?:thế nào|sao))";
const PART = `(?:(?:dạ|vâng|ừ|ờ|ok|à|ơ|ồ|thôi)\\s+)?(?:${HOW}|${HELLO}|${THANKS}|${BYE}|${FINE})${END}(?:\\s+${YOU}${END})*${TAIL}(?:\\s+${YOU}${END})?${TAIL}`;
const LEAD = `(?:(?:${HELLO}|này|ê|cho (?:hỏi|mình hỏi|em hỏi|tôi hỏi)|xin hỏi|thế|vậy|à|ơi|ủa|rốt cuộc|mà)${END}(?:\\s+${YOU}${END})?${SEP}){0,3}`;
const ME =
  "(?:bạn|mày|cậu|em|anh|chị|bot|beleg|ad|con bot này|bot này|chatbot này|cái bot này|cái này|đây|app này|trợ lý này|ông|mi|kênh này|trang này)";
const ENDING = "(?:\\s+(?:vậy|thế|đấy|đó|à|hả|nhỉ|ạ|nha|nhé|ta|bạn|ha|hở|không|được|nào))*";
const BOT =
  "(?:một |con |cái )*(?:bot|chatbot|chat bot|robot|rô bốt|người|con người|người thật|máy|máy móc|chương trình|phần mềm|ai|trí tuệ nhân tạo|mô hình ngôn ngữ|chat gpt|chatgpt|gpt|phóng viên|nhà báo|trợ lý|trợ lý ảo)";
const AND = "(?:(?:thế|vậy|và|mà|ủa|à) )?";
const THAT = "(?:thông tin|tin|cái|điều|nội dung|chuyện|câu)?\\s?(?:này|đó|kia|ấy|trên)";
const NEWS =
  "(?:(?:(?:thông tin|tin|tin tức|cái|điều|nội dung|câu trả lời|dữ liệu|chuyện)(?: (?:này|đó|kia|ấy|trên|của bạn))?|cái đó|nguồn) )";
const ASK =
  "^(?:(?:hãy|làm ơn|xin|vui lòng|giờ|bây giờ|thế|vậy|nào|bạn|bot|em|mày|giúp|giúp tôi|giúp mình|giùm|có thể|bạn có thể|bạn hãy|tôi muốn bạn|mình muốn bạn|từ giờ|từ bây giờ|từ nay|ok|này|hãy giúp|cho|đi)\\s*,?\\s+)*";

export const smallTalk = {
  greetings: [`${SEP}${PART}(?:${SEP}${PART}){0,4}${SEP}`],
  thanks: ["cảm ơn|cám ơn|đa tạ|cảm tạ|thanks|thank|tks|thks"],
  aboutBot: [
    `${LEAD}${ME} là (?:ai|gì|cái gì|bot gì|thứ gì|con gì|người nào)${ENDING}`,
    `${LEAD}(?:ai đấy|ai đó|ai vậy|ai thế|ai đây)`,
    `${LEAD}(?:${ME} )?(?:tên (?:là |của bạn là )?(?:gì|chi)|tên bạn là gì|tên của bạn là gì|bao nhiêu tuổi|mấy tuổi)${ENDING}`,
    `${LEAD}${ME} (?:tên (?:là )?gì|bao nhiêu tuổi|mấy tuổi|ở đâu|từ đâu (?:đến|tới|ra))${ENDING}`,
    `${LEAD}(?:hãy |bạn )?(?:tự )?giới thiệu(?: về)? (?:bản thân|mình|bạn|chính bạn|về bạn|về mình)(?: đi| xem| nào)?${ENDING}`,
    `${LEAD}${ME} (?:có thể|biết|làm được|giúp được|trả lời được|có|dùng|dùng để|để)\\s*(?:làm|giúp|trả lời|nói|kể|giúp tôi|giúp mình|dùng|hỏi|hỗ trợ)?(?: được)?(?: tôi| mình| em)?(?: những| về)? ?(?:gì|cái gì|việc gì|những gì|câu hỏi gì|câu hỏi nào|chức năng gì|tính năng gì|điều gì|chủ đề gì|chủ đề nào|những chủ đề gì)(?: cho (?:tôi|mình|em))?${ENDING}`,
    `${LEAD}(?:${ME} )?(?:hoạt động|trả lời|làm việc|vận hành)(?: câu hỏi)? (?:như )?(?:thế nào|ra sao|kiểu gì)${ENDING}`,
    `${LEAD}(?:làm sao|làm thế nào|cách nào) (?:để )?(?:sử dụng|dùng|hỏi|xài|nói chuyện với) ${ME}${ENDING}`,
    `${LEAD}(?:cách )?(?:sử dụng|dùng|hỏi|xài)(?: bot| bạn| cái này| bot này)?(?: (?:như )?(?:thế nào|ra sao|sao|kiểu gì))${ENDING}`,
    `${LEAD}(?:tôi|mình|em) (?:có thể|được|nên|phải) (?:hỏi|dùng|làm)(?: bạn| bot)?(?: về)? ?(?:những )?(?:gì|cái gì|điều gì|chủ đề gì|chủ đề nào|thế nào|như thế nào)${ENDING}`,
    `${LEAD}(?:hỏi|có thể hỏi) (?:được )?(?:những )?(?:gì|cái gì|về gì|chủ đề gì)${ENDING}`,
    `${LEAD}${ME} (?:có phải )?(?:là |phải là )?${BOT}(?: (?:hay|hay là)(?: là)? ${BOT})?(?: (?:phải|đúng))?${ENDING}`,
    `${LEAD}${ME} có phải (?:là )?${BOT}${ENDING}`,
    `${LEAD}(?:tôi|mình|em) (?:đang )?(?:nói chuyện|chat|trò chuyện) với (?:${BOT}|ai)${ENDING}`,
    `${LEAD}${ME} (?:có )?(?:dùng|sử dụng|chạy)(?: bằng)? ?(?:ai|trí tuệ nhân tạo|mô hình ngôn ngữ|gpt|chatgpt|chat gpt)${ENDING}`,
    `${LEAD}(?:ai|công ty nào|đơn vị nào) (?:đã )?(?:tạo ra|tạo|làm ra|làm|lập trình|phát triển|viết ra|viết|sáng tạo ra|quản lý|vận hành|đứng sau) ${ME}${ENDING}`,
    `${LEAD}${ME} (?:do|được) ai (?:tạo ra|tạo|làm ra|làm|lập trình|phát triển|viết)(?: ra)?${ENDING}`,
    `${LEAD}${ME} (?:có )?(?:nói|biết|hiểu) (?:được )?(?:tiếng (?:việt|anh|trung|hàn|khmer|đức|pháp|tây ban nha|khác)|những thứ tiếng nào|ngôn ngữ nào|tiếng gì)${ENDING}`,
    `${LEAD}(?:trợ giúp|giúp đỡ|giúp(?: tôi| mình| em)?(?: với| đi)?|cứu|hướng dẫn(?: sử dụng| tôi| mình)?|cách (?:sử )?dụng|cách dùng|menu|lệnh|các lệnh|\\/?help|\\/start|bắt đầu)(?: với| đi| nào)?`,
    `${LEAD}(?:tôi|mình|em|cho (?:tôi|mình|em)) (?:có thể )?(?:hỏi|muốn hỏi|xin hỏi|có câu hỏi)(?: (?:chút|một câu|một chút|bạn|tí|cái này|vài câu|một câu hỏi))*(?: được)?(?: không)?${ENDING}`,
  ],
  aboutSpeaker: [
    `(?:và |thế |vậy |mà )?(?:ai|ai đã|người nào|theo ai|theo lời ai|lời của ai|ý của ai|lời ai) ?(?:nói|bảo|kể|phát biểu|tuyên bố|cho biết|nói ra)?(?: ra)?(?: như)?(?: (?:vậy|thế|điều đó|điều này|cái đó|đó|này|câu đó|thế này|nhỉ|ạ))+${END}`,
    `(?:đó|đây|câu đó|điều đó|thế) là (?:lời|ý|câu nói|phát biểu) (?:của )?ai(?: nói)?(?: vậy| thế)?${END}`,
    `(?:và |thế |vậy )?ai (?:nói|bảo)${END}|theo (?:lời )?ai${END}`,
  ],
  aboutSources: [
    `${AND}${NEWS}?(?:bạn |mày |em |bot )?(?:đã )?(?:lấy|nghe|đọc|biết|tìm|kiếm|có|xem)(?: được| thấy)?(?: ${THAT})? (?:ở|từ) (?:đâu|nguồn nào|báo nào)(?: ra| đến| mà có| mà biết)?(?: vậy| thế| đó)?${END}`,
    `${AND}${NEWS}(?:đến |có |là |xuất phát |ra )?(?:từ|ở) (?:đâu|nguồn nào|báo nào)(?: ra| đến| mà có| mà ra)?(?: vậy| thế| đó)?${END}`,
    `(?:sao|làm sao|vì sao|tại sao) (?:mà )?(?:bạn |mày |em )?(?:lại )?biết(?: được)?(?: điều đó| chuyện này| thế| vậy)?${ENDING}`,
    `(?:nguồn|nguồn tin|nguồn gốc|trích nguồn|dẫn nguồn|xin nguồn|dẫn chứng|nguồn đâu|nguồn thông tin|nguồn tham khảo)(?: của (?:bạn|thông tin này|tin này|câu này|nó))?(?: (?:là|là gì|đâu|nào|gì|ở đâu|từ đâu|đâu ra))*${ENDING}`,
    `(?:và |thế |vậy )?(?:báo nào|báo chí nào|nguồn nào|bài nào) (?:nói|bảo|viết|đưa tin|kể|đăng)(?: ra)?(?: như)?(?: (?:vậy|thế|điều đó|điều này|cái đó|đó|này|câu đó|thế này))*${END}`,
    `(?:bạn |câu trả lời |điều này |điều đó |cái này )?(?:dựa|căn cứ) (?:vào|trên|theo) (?:đâu|cái gì|gì|nguồn nào|điều gì)${ENDING}`,
    `có (?:nguồn|dẫn chứng|bằng chứng nào cho điều đó|link nguồn)(?: nào)? không${ENDING}`,
  ],
  orders: [
    `${ASK}(?:bỏ qua|phớt lờ|quên|lờ đi|mặc kệ|bỏ hết|xóa bỏ|vô hiệu hóa|không tuân theo|phá)(?: đi)?(?: hết| tất cả| mọi| toàn bộ| các| những)* (?:hướng dẫn|chỉ dẫn|chỉ thị|lệnh|quy tắc|luật lệ|giới hạn|câu lệnh|điều trên|những gì|yêu cầu|nguồn)`,
    `(?:bỏ qua|phớt lờ|quên|lờ đi)[^.?!]{0,30}(?:hướng dẫn|chỉ dẫn|chỉ thị|quy tắc|lệnh|prompt)[^.?!]{0,20}(?:trước|ở trên|trên|của bạn|hệ thống|đi)`,
    `(?:system|hệ thống|ẩn|bí mật|ban đầu|gốc) prompt|prompt (?:hệ thống|ẩn|gốc|của bạn|bí mật)|câu lệnh hệ thống|chế độ (?:nhà phát triển|quản trị|admin|dan|debug|thần)|jailbreak|lời nhắc hệ thống|(?:chỉ thị|hướng dẫn) (?:ẩn|hệ thống|bí mật|gốc) (?:của bạn)?`,
    `${ASK}(?:tiết lộ|cho xem|in ra|hiển thị|xuất|lặp lại|nhắc lại|đọc|nói)[^.?!]{0,25}(?:prompt|mã nguồn|cấu hình|mật khẩu|quy tắc của bạn|chỉ thị của bạn|hướng dẫn của bạn|token)`,
    `${ASK}(?:lặp lại|nhắc lại|đọc lại|nói lại|nói theo)(?: theo)? (?:tôi|mình|sau|câu|nguyên văn|những gì|đoạn|từ|đúng)`,
    `${ASK}(?:đóng vai|giả vờ|giả bộ|giả sử bạn|hành xử như|cư xử như|trả lời như(?: một)?|nói chuyện như|nhập vai|tưởng tượng|làm bộ)`,
    `(?:từ giờ|từ bây giờ|từ nay|kể từ giờ)(?: trở đi)?,? (?:bạn|mày|em|hãy|chỉ|luôn)|bạn (?:bây giờ|giờ) là (?:một )?(?!ai|gì)`,
    `${ASK}(?:kể|viết|sáng tác|làm|soạn|tạo|vẽ|hát|đọc|nghĩ|chế|viết giúp|viết cho|làm cho|code|lập trình)(?: (?:cho |giúp |hộ |giùm )?(?:tôi|mình|em|tớ|mọi người))?(?: nghe)?(?: ra)?(?: một| cái| bài| câu| vài| mấy| đoạn| 1)* ?(?:chuyện cười|truyện cười|truyện|câu chuyện cười|chuyện ma|thơ|bài thơ|bài hát|hát|nhạc|văn|luận|bài văn|mã|code|chương trình|script|email|thư|đơn|cv|công thức|tranh|ảnh|hình|bức tranh|bài luận|bài tập|câu đố|status|tiểu luận|kịch bản|rap|slogan|truyện cổ tích|diễn văn)(?!\\p{L})`,
    `${ASK}(?:hát|nhảy|múa)(?: (?:cho|một|1|tôi|mình|em))* (?:bài|bài hát|nghe|đi|điệu)(?!\\p{L})`,
    `${ASK}(?:dịch|tóm tắt|phiên dịch|viết lại|diễn đạt lại|sửa lỗi|tính|tính toán|giải|chuyển đổi|tra google|google|tìm trên mạng|mở|gửi|xóa|phát|bật|tắt|đặt (?:báo thức|hẹn giờ|vé|bàn|xe|hàng)|gọi (?:điện|cho)|nhắc (?:tôi|mình))(?: (?:giúp|cho|hộ|giùm)(?: tôi| mình| em)?)? (?:\\p{L}|\\p{N}|["“])`,
    `${ASK}(?:chỉ )?(?:trả lời|nói|đáp)(?: lại)? (?:chỉ |duy nhất |đúng |bằng |là )*(?:["“'‘]|có hoặc không|một từ|json|emoji|tiếng lóng|từ)`,
    `(?:đừng|không cần|khỏi) (?:trích|dẫn|nêu|ghi)(?: ra)? nguồn|bịa (?:ra )?(?:một |đại )?(?:câu trả lời|câu|nguồn|tin|chuyện)`,
  ],
} satisfies SmallTalk;
