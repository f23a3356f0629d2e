import type { BasicWords } from "../pack.ts";

export const words = {
  stop: "a al ale ai cu de din la în pe prin pentru și sau că care ce cine când unde cum cât câți câte este e sunt era erau fost fi un o unui unei lui ei lor se s mai nu sa său au avut avea are dintre după către iar".split(
    " ",
  ),
  numbers: { trei: 3, patru: 4, cinci: 5, șase: 6, şase: 6, șapte: 7, şapte: 7, opt: 8, zece: 10 },
} satisfies BasicWords;
