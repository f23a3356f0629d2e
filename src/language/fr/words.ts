import type { BasicWords } from "../pack.ts";

export const words = {
  stop: "le la les l un une des du de d au aux à en dans par pour sur sous avec sans chez vers entre depuis pendant avant après et ou mais donc or ni car que qu qui quoi dont où quand comment pourquoi combien quel quelle quels quelles est es suis sommes êtes sont était étaient été être a ai as avons avez ont avait avaient eu avoir fait font faire se s ce c cet cette ces son sa ses leur leurs mon ma mes ton ta tes notre nos votre vos il elle ils elles on nous vous je j tu me m te t lui y ne n pas plus aussi très si non oui".split(
    " ",
  ),
} satisfies BasicWords;
