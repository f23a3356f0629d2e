import type { BasicWords } from "../pack.ts";

export const words = {
  stop: "ve veya ile bir bu şu o da de ki mi mı mu mü ne neden nasıl niçin kim kimin kime hangi nerede nereye nereden kaç için gibi göre olan olarak oldu olduğu idi ise değil daha en her".split(
    " ",
  ),
  numbers: { üç: 3, dört: 4, beş: 5, altı: 6, yedi: 7, sekiz: 8, dokuz: 9, on: 10 },
} satisfies BasicWords;
