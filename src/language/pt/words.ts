import type { BasicWords } from "../pack.ts";

export const words = {
  stop: "o a os as um uma uns umas de do da dos das em no na nos nas num numa por pelo pela pelos pelas para com sem sobre entre desde até ao aos à às e ou mas que se quem qual quais quando onde como quanto quanta quantos quantas porque porquê é são era eram foi foram ser sido sendo está estão estava estar há havia tem têm tinha ter teve seu sua seus suas meu minha este esta estes estas esse essa isso isto aquele ele ela eles elas eu você vocês nós não sim mais muito também já ainda lhe lhes".split(
    " ",
  ),
} satisfies BasicWords;
