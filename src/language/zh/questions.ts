import type { BasicQuestions } from "../pack.ts";

export const questions = {
  asks: [
    { pattern: "哪一?年|什么年份|何年", asks: "year" },
    { pattern: "哪一?天|哪一?日|几号|什么日期", asks: "day" },
    { pattern: "何时|何時|什么时候|什麼時候|哪个?月|几月|多久以前", asks: "when" },
    { pattern: "多久|多长时间|多長時間", asks: "how-long" },
    { pattern: "多大年纪|几岁|多少岁|幾歲|年龄", asks: "how-old" },
    { pattern: "多少钱|多少美元|多少錢|价格", asks: "how-much" },
    { pattern: "多少|几[个名人位次]|幾[個名人位次]", asks: "how-many" },
    { pattern: "为什么|为何|為什麼|為何|原因|目的", asks: "why" },
    { pattern: "哪里|哪裡|哪儿|何处|在哪|什么地方|哪个(国家|城市|省|地区|地方)|哪国", asks: "where" },
    { pattern: "谁|誰|哪位|什么人", asks: "who" },
    { pattern: "叫什么|叫甚麼|名称|名字", asks: "name" },
    { pattern: "如何|怎么|怎样|怎麼", asks: "how" },
    { pattern: "[吗嗎]$|是否", asks: "yes-no" },
  ],
} satisfies BasicQuestions;
