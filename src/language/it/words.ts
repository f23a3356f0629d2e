import type { BasicWords } from "../pack.ts";

export const words = {
  stop: "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai dalle in nel nella nei nelle con su sul sulla sui per tra fra e ed o ma che chi cui quale quali quando dove come quanto quanta quanti quante perché cosa è sono era erano fu furono essere stato stata stati state ha hanno ho abbiamo aveva avevano avere si ci ne suo sua suoi loro mio mia questo questa questi queste quello quella egli lei lui noi voi non sì più molto anche già ancora".split(
    " ",
  ),
} satisfies BasicWords;
