import type { Words } from "../pack.ts";

const split = (text: string): readonly string[] => text.trim().split(/\s+/);
const phrases = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

// Elided words are tokens of their own: "l'arrestation", "qu'a-t-il", "aujourd'hui".
const stop = split(`
  le la les l un une des du de d au aux à en dans par pour sur sous avec sans chez vers entre depuis pendant durant avant
  après dès jusque jusqu malgré selon contre envers parmi hors voici voilà afin lors lorsque
  et ou mais donc or ni car si comme que qu qui quoi dont où quand comment pourquoi combien quel quelle quels quelles
  lequel laquelle lesquels lesquelles auquel duquel desquels parce puisque quoique tandis
  est es suis sommes êtes sont était étais étions étiez étaient été être étant fut furent sera seront serait seraient soit
  a ai as avons avez ont avait avais avions aviez avaient eu eue eus avoir ayant aura auront aurait auraient ait aient
  fait faits faite faites font faire faisait faisaient fera feront ferait fit firent
  va vas vais vont allons allez allait allaient aller ira iront
  peut peux pouvons pouvez peuvent pouvait pourrait pourraient pourra pouvoir puis doit dois doivent devait devrait
  devraient devoir faut fallait falloir veux voudrais aimerais
  s se c ce ça cela ceci cet cette ces celui celle ceux celles ci là son sa ses leur leurs mon ma mes ton ta tes
  notre nos votre vos mien sien
  il elle ils elles on nous vous je j tu me m te t lui eux moi toi soi même mêmes y n ne pas plus point jamais rien
  aucun aucune tout tous toute toutes quelque quelques quelqu chaque plusieurs certain certains certaine
  certaines tel telle tels telles
  aussi très trop bien peu assez tant si non oui déjà encore toujours souvent ainsi alors puis ensuite enfin ici
  seulement surtout environ presque peut-être vraiment exactement justement juste vite quasi
  aujourd hui
  bonjour bonsoir salut coucou merci svp stp plaît plait etc
`);

const light = split(`
  rôle sorte sortes genre type types forme formes but buts objectif objectifs sujet sujets thème thèmes question
  questions chose choses truc façon manière moyen moyens cas fait faits détail détails précision précisions
  part partie parties côté côtés effet effets résultat résultats conséquence conséquences impact raison raisons motif
  moment temps fois date dates lieu lieux endroit endroits nombre nombres quantité chiffre chiffres personne personnes
  gens individu individus événement événements action actions acte actes mesure mesures effort efforts activité
  activités situation contexte condition conditions domaine domaines aspect aspects point points exemple occasion
  relation titre contenu élément membre membres série liste mot mots nom noms
  passer passe passé passent arriver arrive arrivé produire produit produite dérouler déroule déroulé déroulée tenir
  tenu tenue lieu prendre prend pris prise mettre met mis mise donner donne donné donnée donnent
  dire dit dits dite disent disait parler parle parlé raconter explique expliqué expliquer savoir sais sait savent su
  connaître connaît connu connue connais voir vu vue trouver trouve trouvé trouvée rester reste resté
  devenir devient devenu appeler appelle appelé appelée nommer nommé nommée concerner concerne concerné concernant
  considérer décrit décrire décrite mentionner mentionné utiliser utilise utilisé servir sert servait servi
  porter porte porté montrer montre commencer commence commencé suivre suivi suivant demander demande demandé
  penser pense croire crois falloir vouloir veut veulent voulait compter compte comptent entendre entend
  exact exacte exactement précis précise précisément récent récente récemment nouveau nouvelle nouveaux nouvelles
  actuel actuelle dernier dernière derniers dernières principal principale grand grande grands grandes gros grosse petit
  petite bon bonne important importante sûr autre autres divers différent différents particulier commun possible
  vrai vraie réel entier entière ensemble premier première prochain prochaine longtemps loin
  total totale occuper occupe occupé attribuer attribué attribue apporter apporte apporté fournir fournit fourni réaliser
  réalisé effectuer effectué mener mené menée jouer joue joué chercher cherche cherchent tenter essayer essaie permettre
  permet constituer constitue agir agit s'agit exister existe sembler fonctionner fonctionne fonctionnait
  info infos information informations donnée données
`);

export const words = {
  stop,
  light,
  numbers: {
    zéro: 0,
    zero: 0,
    un: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
    vingt: 20,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
    cent: 100,
    cents: 100,
    mille: 1_000,
    million: 1_000_000,
    millions: 1_000_000,
    milliard: 1_000_000_000,
    milliards: 1_000_000_000,
    dizaine: 10,
    douzaine: 12,
    centaine: 100,
  },
  months: [
    ["janvier", "janv"],
    ["février", "fevrier", "févr"],
    ["mars"],
    ["avril"],
    ["mai"],
    ["juin"],
    ["juillet", "juil"],
    ["août", "aout"],
    ["septembre", "sept"],
    ["octobre", "oct"],
    ["novembre", "nov"],
    ["décembre", "decembre", "déc"],
  ],
  qualifiers: {
    over: phrases("plus de, plus d’, plus d', au-delà de, au-dessus de, dépassant, supérieur à"),
    about: phrases("environ, à peu près, approximativement, près de, presque, autour de, quelque, une centaine"),
    "at-least": phrases("au moins, au minimum, pas moins de, minimum, ou plus"),
    "at-most": phrases("au plus, au maximum, jusqu'à, jusqu’à, pas plus de, maximum"),
    under: phrases("moins de, moins d’, moins d', en dessous de, inférieur à"),
  },
  hedges: [
    String.raw`(?<!\p{L})présum[ée]`,
    String.raw`(?<!\p{L})(?:suppos|soupçonn|accus|alléga|allégu)`,
    String.raw`(?<!\p{L})suspect`,
    String.raw`(?<!\p{L})prétendu|(?<!\p{L})soi-disant|(?<!\p{L})censé`,
    String.raw`(?<!\p{L})(?:serait|seraient|aurait|auraient)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:probable|probablement|vraisemblablement|apparemment|peut-être)`,
  ],
  modes: {
    said: [
      String.raw`(?<!\p{L})(?:dit|disent|déclar|affirm|indiqu|annonc|soulign|précis|expliqu|ajout|not[ée]|confirm|qualifi|évoqu|décri)`,
      String.raw`(?<!\p{L})(?:selon|d['’]après)(?!\p{L})`,
    ],
    thanked: [String.raw`(?<!\p{L})(?:remerci|reconnaissan|gratitude|sait\s+gré)`],
    promised: [String.raw`(?<!\p{L})(?:prom[ie]|engag|assur|garanti)`],
    hoped: [String.raw`(?<!\p{L})(?:esp[éè]r|espoir|souhait)`],
    admitted: [String.raw`(?<!\p{L})(?:admi|reconn|avou|concéd)`],
    agreed: [String.raw`(?<!\p{L})(?:accord|conv(?:enu|iennent|inrent)|consensus|unanim)`],
  },
  beyond: split(`
    prochain prochaine prochains prochaines suivant suivante autre autres encore davantage supplémentaire supplémentaires
    avant auparavant précédemment ancien ancienne jamais toujours ensuite après futur avenir bientôt demain
    aujourd actuellement maintenant plutôt désormais
  `),
  // "Le", "la" and "l'" are articles far more often.
  anaphora: split(
    "il elle ils elles lui eux leur y là celui celle ceux cela ça ce cet cette ces son sa ses leurs ensuite",
  ),
  pronouns: split("il lui elle"),
  followUp: phrases(
    "et, et pour, et à, et en, mais, alors, donc, sinon, aussi, qu'en est-il, quid, qui d'autre, quoi d'autre, où encore, pareil pour, et puis",
  ),
} satisfies Words;
