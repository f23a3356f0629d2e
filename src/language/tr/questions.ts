import type { BasicQuestions } from "../pack.ts";

export const questions = {
  asks: [
    { pattern: "hangi (?:yıl|sene)|kaç yılında", asks: "year" },
    { pattern: "hangi (?:gün|tarih)", asks: "day" },
    { pattern: "ne zaman|hangi (?:ay|yüzyıl|dönem|on ?yıl|mevsim|çağ)|kaçıncı yüzyıl", asks: "when" },
    { pattern: "ne kadar (?:sür|zaman|süre)|kaç (?:gün|ay|saat|dakika|hafta|yıl) (?:sür|boyunca)", asks: "how-long" },
    { pattern: "kaç yaş", asks: "how-old" },
    { pattern: "ne kadar(?:a|dır)? (?:para|mal ol|tut)|kaç (?:dolar|lira|para|euro|avro)", asks: "how-much" },
    { pattern: "(?<!\\p{L})kaç|ne kadar|sayısı (?:ne|kaç)", asks: "how-many" },
    { pattern: "(?<!\\p{L})(?:neden|niçin|niye)(?!\\p{L})|sebebi ne", asks: "why" },
    { pattern: "(?<!\\p{L})nere|hangi (?:şehir|ülke|kent|eyalet|bölge|yer|kıta|il)(?!\\p{L}{4})", asks: "where" },
    { pattern: "(?<!\\p{L})kim(?:in|e|i|ler|lerin|dir|den|di)?(?!\\p{L})", asks: "who" },
    { pattern: "(?:adı|ismi) ne|ne (?:denir|ad ver|denil|isim ver)|nasıl adland", asks: "name" },
    { pattern: "(?<!\\p{L})nasıl", asks: "how" },
    { pattern: "(?<!\\p{L})(?:ne|hangi|nedir|neyi|neyin|neye)(?!\\p{L})", asks: "what" },
  ],
} satisfies BasicQuestions;
