import type { Wording } from "./wording.ts";

export const vi = {
  tag: "vi",
  name: "Tiếng Việt",
  buttons: {
    evidence: "🔎 Bằng chứng",
    share: "↗️ Chia sẻ",
    report: "Sai hoặc đã cũ?",
    back: "Quay lại",
    open: "Hỏi Beleg",
    newer: "◀ Mới hơn",
    older: "Cũ hơn ▶",
    forget: "Xóa những gì được lưu về tôi",
  },
  answer: {
    asOf: "Tính đến ngày {date}",
    corrected: "Đính chính ngày {date}: {reason}",
    withdrawn: "Câu trả lời này đã được rút lại.",
    withdrawnAt: "Câu trả lời này đã được rút lại ngày {date}: {reason}",
    unknown: "Câu trả lời này không còn trong kho dữ kiện.",
    changed: "Câu trả lời này đã thay đổi từ đó. Hiện nay nội dung như sau.",
    nearest: "Gần nhất với câu hỏi của bạn",
    stale: "Dữ kiện mới nhất của tôi là của ngày {date}; có thể đã có tin mới hơn.",
    late: "Bạn đã hỏi câu này {when}, lúc đó tôi không liên lạc được.",
  },
  report: {
    heading: "Có gì chưa đúng?",
    reasons: {
      wrong: "Nội dung sai",
      outdated: "Nội dung đã cũ",
      source: "Nguồn nói khác",
      question: "Không đúng câu tôi hỏi",
    },
    thanks: "Cảm ơn bạn. Các biên tập viên sẽ xem xét.",
    comment: "Bằng lời của bạn (không viết về bản thân)",
    lost: "Rất tiếc, hiện chưa ghi nhận được. Xin hãy thử lại sau.",
  },
  check: {
    heading: "Các nguồn nói gì về điều này",
    nothing: "Các nguồn không nói gì về điều này.",
    rest: { other: "Về {count} câu khác, các nguồn không nói gì." },
    nearest: "Các nguồn không nói như vậy. Nội dung gần nhất là:",
    local: "Hãy viết văn bản sau lệnh: /check …",
    usage:
      "Hãy trả lời một tin nhắn bằng /check hoặc chuyển tiếp tin nhắn đó cho tôi, tôi sẽ cho biết các nguồn nói gì.",
  },
  timeline: { heading: "Việc gì xảy ra khi nào", empty: "Các nguồn không ghi ngày cho sự kiện nào." },
  sources: { heading: "Những gì tôi đã đọc" },
  page: "Trang {page}/{pages}",
  start: {
    welcome:
      "Xin chào, tôi là Beleg. Tôi trả lời các câu hỏi về “{title}”, kèm nguồn cho từng câu trả lời. Nếu nguồn không nói, tôi sẽ nói rõ như vậy.",
    try: "Bạn cứ hỏi tự nhiên, hoặc chạm vào một câu hỏi:",
  },
  help: {
    commands: "Các lệnh",
    groups: "Trong nhóm: viết /ask kèm câu hỏi, hoặc trả lời một tin nhắn của tôi.",
    inline: "Trong mọi cuộc trò chuyện: gõ {bot} rồi câu hỏi, và chọn câu trả lời để gửi.",
    check: "Chuyển tiếp cho tôi một tin nhắn, tôi sẽ cho biết các nguồn nói gì.",
    apps: "Trên bất kỳ tin nhắn nào: Ứng dụng, rồi “{command}”.",
  },
  settings: {
    heading: "Cài đặt",
    explanation: "Ngôn ngữ của nút bấm và các trang, và của câu trả lời khi tôi không nhận ra ngôn ngữ câu hỏi:",
    automatic: "Như ứng dụng của tôi",
    asAsked: "Trả lời bằng ngôn ngữ của câu hỏi",
    always: "Luôn trả lời bằng {language}",
    saved: "Đã lưu.",
    unsaved: "Đã áp dụng, nhưng không lưu được nên sẽ mất khi khởi động lại.",
    private: "Hãy nhắn riêng cho tôi để cài đặt.",
  },
  privacy: {
    heading: "Quyền riêng tư",
    local: "Mọi thứ diễn ra trên máy này. Không có gì được lưu và không có gì rời khỏi máy.",
    questions:
      "Câu hỏi của bạn được trả lời trên máy chủ của bên vận hành, trong bộ nhớ. Chúng không được lưu và không dịch vụ nào khác nhận được.",
    conversation:
      "Để bạn có thể hỏi tiếp, tôi giữ các từ trong câu hỏi gần nhất của bạn và số của câu trả lời trong bộ nhớ, tối đa {minutes} phút. Khởi động lại là mất.",
    settings:
      "Nếu bạn chọn ngôn ngữ trong /settings, lựa chọn đó được lưu dưới một khóa tạo từ số tài khoản của bạn, không thể suy ngược nếu không có bí mật của bên vận hành, cho đến {days} ngày sau khi bạn nhắn lần cuối.",
    reports:
      "Nếu bạn báo lỗi một câu trả lời, số của câu trả lời, lý do, ngôn ngữ và ngày được lưu, không kèm thông tin về bạn. Chúng bị xóa sau {days} ngày.",
    comments: "Đừng viết gì về bản thân trong báo lỗi: lời của bạn được lưu cùng báo lỗi.",
    updates:
      "Số của các tin nhắn đã trả lời được lưu để không trả lời hai lần: tối đa {count} số gần nhất, không có nội dung hay người gửi.",
    limits: "Để chặn việc gửi dồn dập, tôi đếm tin nhắn của bạn trong một phút, trong bộ nhớ.",
    log: "Nhật ký không chứa câu hỏi hay tài khoản nào.",
    platform: "Những gì {platform} tự lưu được nêu trong chính sách quyền riêng tư của họ.",
    erase: "Bạn có thể xóa ngay những gì được lưu về bạn:",
  },
  notForgotten: "Hiện chưa xóa được cài đặt của bạn khỏi ổ đĩa. Xin hãy thử lại sau.",
  forgotten:
    "Xong: cài đặt của bạn và cuộc trò chuyện đã được xóa. Các báo lỗi gửi biên tập viên chưa bao giờ chứa thông tin về bạn.",
  notices: {
    failed: "Có trục trặc ở phía tôi. Xin hãy hỏi lại sau giây lát.",
    tooMany: "Quá nhiều tin nhắn một lúc. Xin chờ một phút rồi hỏi tiếp.",
    onlyText: "Tôi chỉ đọc được chữ. Xin hãy gõ câu hỏi của bạn.",
    nothingToShow: "Tôi không hiển thị được câu trả lời này. Xin hãy hỏi bằng cách khác.",
    restarting: "Tôi đang khởi động lại. Xin hãy hỏi lại sau giây lát.",
  },
  commands: {
    ask: "Đặt câu hỏi về tin tức",
    check: "Đối chiếu một tin nhắn với các nguồn (trả lời tin nhắn đó)",
    timeline: "Việc gì xảy ra khi nào",
    sources: "Câu trả lời dựa trên nguồn nào",
    help: "Tôi làm được gì, kèm ví dụ",
    settings: "Chọn ngôn ngữ",
    privacy: "Lưu những gì, bao lâu và cách xóa",
    forget: "Xóa những gì được lưu về bạn",
    start: "Bắt đầu",
    about: "Bot này là gì và trả lời thế nào",
  },
  names: {
    ask: "hỏi",
    timeline: "dòng-thời-gian",
    sources: "nguồn",
    about: "giới-thiệu",
    privacy: "riêng-tư",
    question: "câu-hỏi",
    private: "kín",
    language: "ngôn-ngữ",
  },
  options: {
    question: "Câu hỏi của bạn, bằng lời của bạn",
    private: "Chỉ bạn thấy câu trả lời",
    language: "Ngôn ngữ của câu trả lời",
  },
  checkMessage: "Đối chiếu với nguồn",
  description:
    "Hãy hỏi tôi về “{title}” bằng lời của bạn. Tôi trả lời trong một hai câu và cho xem nguồn nói điều đó. Nếu nguồn không nói, tôi sẽ nói rõ. Không dùng mô hình ngôn ngữ: mọi câu đều do biên tập viên kiểm chứng.",
  shortDescription: "Trả lời câu hỏi về tin tức, kèm nguồn. Nếu nguồn không nói, bot sẽ nói rõ.",
} satisfies Wording;
