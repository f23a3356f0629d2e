import type { BasicWords } from "../pack.ts";

export const words = {
  stop: "的 了 是 在 和 与 及 或 什么 甚么 谁 哪 哪个 哪些 哪里 哪儿 哪一 何 何时 何处 多少 几 为什么 为何 如何 怎么 怎样 怎么样 有 被 于 为 对 中 吗 呢 吧 啊 这 那 这个 那个 其 他 她 它 他们 她们 它们 我 你 我们 你们 从 到 由 以 把 将 也 都 就 还 又 很 更 最 会 能 可以 可 应 该 之 等 所 着 过 是否 时候 请 請 問 问 請問 甚麼 什麼 誰 哪裡 哪裏 何時 為什麼 為何 怎麼 嗎 這 們 個 个 位 名 是用".split(
    " ",
  ),
} satisfies BasicWords;
