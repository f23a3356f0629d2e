import type { BasicWords } from "../pack.ts";

export const words = {
  stop: "ที่ ของ และ ใน เป็น มี ได้ ให้ จาก โดย กับ ว่า นี้ นั้น คือ อะไร ใคร เมื่อไหร่ เมื่อใด ที่ไหน อย่างไร ทำไม กี่ เท่าไร เท่าไหร่ ใด ไหน อยู่ ถูก ซึ่ง หรือ แต่ ก็ จะ ไม่ เพื่อ".split(
    " ",
  ),
} satisfies BasicWords;
