import type { Questions } from "../pack.ts";

// Letters with accents are no word characters to a regular expression's "\b". Every accent may be missing.
const B = String.raw`(?<!\p{L})`;
const E = String.raw`(?!\p{L})`;
const WORD = `${B}(?:qui|que|qu|quoi|quels?|quelles?|quand|où|comment|pourquoi|combien|lequel|laquelle)${E}`;
/** Anything without a question word: a relative clause or a second question behind the first does not decide. */
const LEAD = `^(?:(?!${WORD}).)*`;
const first = (rest: string) => `${LEAD}${B}${rest}`;
const IS = String.raw`(?:est|était|etait|sont|étaient|etaient|fut|furent|serait|a\s+été|a\s+ete)`;
const WHAT_IS = String.raw`quel(?:le)?s?\s+${IS}\s+(?:donc\s+)?(?:les?\s+|la\s+|l['’]\s*|son\s+|sa\s+|ses\s+|leurs?\s+)`;
const PERSON =
  "(?:personnes?|ministres?|responsables?|fonctionnaires?|politiciens?|dirigeants?|chefs?|présidents?|policiers?|suspects?|criminels?|victimes?|citoyens?|ressortissants?|experts?|journalistes?|auteurs?|autorités?|autorites?|agences?|organisations?|organismes?|entreprises?|gangs?|groupes?|unités?|unites?|services?|représentants?|representants?)";
const PLACE =
  "(?:pays|états?|etats?|villes?|provinces?|endroits?|lieux?|régions?|regions?|districts?|villages?|bâtiments?|batiments?|rues?|adresse|poste[\\s-]frontière|poste[\\s-]frontiere|postes|frontières?|capitale|prisons?|aéroport|aeroport)";
const SAYING =
  "(?:dit|dire|déclar\\p{L}*|declar\\p{L}*|affirm\\p{L}*|annonc\\p{L}*|répond\\p{L}*|repond\\p{L}*|soulign\\p{L}*|raconté|expliqué|explique|comment(?:é|e)|commenté)";

export const questions = {
  asks: [
    // why
    {
      pattern: `${B}(?:pourquoi|pour\\s+quelles?\\s+raisons?|dans\\s+quels?\\s+buts?|à\\s+quelles?\\s+fins?|a\\s+quelle\\s+fin|quels?\\s+motifs?|en\\s+raison\\s+de\\s+quoi|à\\s+cause\\s+de\\s+quoi|pour\\s+quoi)${E}`,
      asks: "why",
    },
    { pattern: first(`${WHAT_IS}(?:buts?|objectifs?|raisons?|motifs?|causes?|finalité|intention)${E}`), asks: "why" },
    {
      pattern: first(
        `qu['’]est[\\s-]ce\\s+qui\\s+(?:a\\s+)?(?:provoqu|caus|motiv|déclench|declench|justifi|pouss)\\p{L}*`,
      ),
      asks: "why",
    },

    // quantities
    { pattern: `${B}quel(?:le)?\\s+[âa]ge${E}|${B}âgée?s?\\s+de\\s+combien${E}`, asks: "how-old" },
    { pattern: first(`${WHAT_IS}[âa]ges?${E}`), asks: "how-old" },
    {
      pattern: `${B}(?:combien\\s+de\\s+temps|(?:pendant|durant)\\s+combien|quelle\\s+(?:est\\s+|était\\s+|etait\\s+)?(?:la\\s+)?durée|quelle\\s+duree)${E}|${B}combien\\s+(?:de\\s+|d['’])(?:secondes|minutes|heures|jours|semaines|mois|ans|années|annees)${E}.*${B}(?:dur|rest|pass|purg)\\p{L}*`,
      asks: "how-long",
    },
    {
      pattern: `${B}combien\\s+(?:(?:cela|ça|ca)\\s+)?(?:a\\s+)?(?:coût|cout|vaut|valent|gagn|dépens|depens|rapport|pay)\\p{L}*|${B}combien\\s+(?:d['’](?:argent|euros)|de\\s+(?:dollars|millions|milliards))|${B}combien\\s(?!d).*${B}(?:coût|cout|dépens|depens|rapport|pay)\\p{L}*|${B}(?:à|a)\\s+combien\\s+(?:s['’]|se\\s)|${B}quel(?:le)?s?\\s+(?:prix|montants?|sommes?|budget|coûts?|couts?)${E}`,
      asks: "how-much",
    },
    {
      pattern: first(
        `${WHAT_IS}(?:prix|montant|somme|budget|coûts?|couts?|valeur|salaire|amende|récompense|recompense|fortune|rançon)${E}`,
      ),
      asks: "how-much",
    },
    { pattern: `${B}combien\\s+de\\s+temps${E}`, asks: "how-long" },
    { pattern: `${B}combien${E}|${B}quels?\\s+(?:nombre|pourcentage|proportion)${E}`, asks: "how-many" },
    { pattern: first(`${WHAT_IS}(?:nombre|total|bilan|chiffres?|population|taille)${E}`), asks: "how-many" },

    // points in time
    { pattern: `${B}quelle\\s+ann[ée]e${E}`, asks: "year" },
    { pattern: first(`${WHAT_IS}ann[ée]e${E}`), asks: "year" },
    // No date that lacks its day tells the hour.
    { pattern: `${B}quel(?:le)?s?\\s+(?:jours?|dates?|heure)(?:\\s+(?:exacte?|précise?))?${E}`, asks: "day" },
    { pattern: first(`${WHAT_IS}(?:date|jour)${E}`), asks: "day" },
    {
      pattern: `${B}quel(?:le)?s?\\s+(?:mois|moments?|époque|epoque|semaine|période|periode)${E}|${B}(?:depuis|jusqu['’]à|jusqu['’]a|dès|à\\s+partir\\s+de)\\s+quand${E}`,
      asks: "when",
    },

    // who
    { pattern: first(`${WHAT_IS}nom\\s+(?:du|de\\s+la|des|de\\s+l['’])\\s*${PERSON}${E}`), asks: "who" },
    { pattern: `${B}quel(?:le)?s?\\s+(?:autres?\\s+)?${PERSON}${E}`, asks: "who" },
    {
      pattern: `${B}comment\\s+(?:s['’]appel|se\\s+nomm|est[\\s-]il\\s+appel|s['’]intitul)\\p{L}*|${B}sous\\s+quel\\s+nom${E}|${B}quel\\s+(?:nom|titre)${E}`,
      asks: "name",
    },
    { pattern: first(`${WHAT_IS}(?:noms?|titre)${E}`), asks: "name" },

    // wording
    {
      pattern: first(`(?:qu['’]|que\\s|qu['’]est[\\s-]ce\\s+que?\\s?).*${B}${SAYING}${E}`),
      asks: "said",
    },
    { pattern: first(`comment\\s.*${B}(?:qualifi|décri|decri|juge|commente|commenté)\\p{L}*`), asks: "said" },
    { pattern: `${B}quel(?:le)?s?\\s+(?:propos|mots|paroles|déclarations?|termes)${E}`, asks: "said" },

    // places
    { pattern: `${B}quel(?:le)?s?\\s+(?:autres?\\s+|deux\\s+)?${PLACE}${E}`, asks: "where" },
    { pattern: first(`${WHAT_IS}(?:lieu|endroit|adresse)${E}`), asks: "where" },
    {
      pattern: `^(?:et\\s+)?(?:d['’])?ou\\s+(?:a|est|se|s['’]|sont|ont|les?|la|l['’]|etait|etaient|fut|peut|puis|vit|habite|ca|cela|exactement|travail)${E}|^(?:et\\s+)?d['’]ou${E}|^(?:et\\s+)?ou$`,
      asks: "where",
    },

    // A verb before its subject, or the particle that opens such a question.
    { pattern: "^(?:et\\s+|mais\\s+|alors\\s+)?est[\\s-]ce\\s+qu(?:e\\s|['’])", asks: "yes-no" },
    { pattern: `${LEAD}\\p{L}+[\\s-](?:t[\\s-])?(?:il|elle|ils|elles|on)${E}(?!.*${WORD})`, asks: "yes-no" },

    // the first question word decides
    { pattern: first(`où${E}`), asks: "where" },
    { pattern: first(`quand${E}`), asks: "when" },
    { pattern: first(`(?:qui)${E}(?<!ce\\s+qui)`), asks: "who" },
    { pattern: first(`comment${E}`), asks: "how" },
    { pattern: first(`de\\s+quelles?\\s+(?:manière|maniere|façon|facon)s?${E}`), asks: "how" },
    { pattern: first(`(?:que|qu|quoi|quels?|quelles?)${E}`), asks: "what" },
    { pattern: `${B}c['’]est\\s+qui${E}|${B}qui\\s+c['’]est${E}`, asks: "who" },
    { pattern: `${B}quand$|${B}c['’](?:est|était)\\s+quand${E}`, asks: "when" },
    { pattern: `${B}où$`, asks: "where" },

    // keyword style, without any question word
    { pattern: `${B}nombre${E}|${B}bilan${E}`, asks: "how-many" },
    { pattern: `${B}date${E}`, asks: "day" },
    { pattern: `${B}ann[ée]e$`, asks: "year" },
    { pattern: `${B}(?:raisons?|motifs?|objectif|but)${E}`, asks: "why" },
    { pattern: `${B}(?:lieu|endroit)${E}(?<!avoir\\s+lieu|eu\\s+lieu)`, asks: "where" },
    { pattern: `${B}(?:prix|coût|montant)${E}`, asks: "how-much" },
    { pattern: `${B}[âa]ge$|^[âa]ge${E}`, asks: "how-old" },
    { pattern: `${B}dur[ée]e${E}`, asks: "how-long" },
    { pattern: `^noms?${E}|${B}nom$|^titre${E}`, asks: "name" },
  ],
  among: ["parmi"],
  advice: [
    `${B}(?:comment|où|ou|que|quand|à\\s+qui|a\\s+qui|qui)\\s+(?:puis|dois|peux|pourrais)[\\s-]je${E}`,
    `${B}(?:comment|où|ou|que|quoi|à\\s+qui|a\\s+qui)\\s+(?:je\\s+(?:peux|dois)|peut[\\s-]on|doit[\\s-]on|on\\s+peut|faire${E}|se\\s+protéger|se\\s+proteger|me\\s|signaler|porter\\s+plainte|reconnaître|reconnaitre|éviter|eviter)`,
    `^(?:est[\\s-]ce\\s+que\\s+je\\s+(?:peux|dois)|puis[\\s-]je|dois[\\s-]je|peut[\\s-]on|faut[\\s-]il)${E}`,
    `${B}(?:mon|ma|mes|moi)${E}(?!.*${B}(?:dire|dites|dis)${E})`,
  ],
  determiners: ["quel", "quelle", "quels", "quelles", "combien"],
  looseDeterminers: [],
  focusLinks: ["de", "d", "des", "autre", "autres"],
  placePrepositions: ["à", "a", "en", "au", "aux", "dans", "de"],
  subjectWords: ["qui"],
  copulas: ["est", "sont", "était", "etait", "étaient", "etaient", "fut", "furent", "serait", "c"],
  // "La descente a-t-elle eu lieu …": the pronoun repeats the subject and points back at nothing.
  restated: `(?<=${B}(?:les?|la|l['’]|un|une|des|du|de\\s+la|ce|cette|ces|son|sa|ses|leurs?)\\s*\\p{L}[^,;]*\\s(?:s['’]|n['’])?\\p{L}+)-(?:t-)?(?:ils?|elles?)${E}`,
  claims: [
    `^(?:et\\s+|mais\\s+|alors\\s+)?(?:est[\\s-]il|est[\\s-]ce|c['’]est|serait[\\s-]il|est[\\s-]ce\\s+que\\s+c['’]est)\\s+(?:bien\\s+|vraiment\\s+)?(?:vrai|exact|correct|juste|confirmé|confirme)\\s+qu(?:e\\s|['’])`,
    `^(?:c['’]est\\s+)?(?:vrai|exact)\\s+qu(?:e\\s|['’])|^vrai\\s+ou\\s+faux\\s*[:,]?`,
    `,?\\s*(?:n['’]est[\\s-]ce\\s+pas|pas\\s+vrai|c['’]est\\s+(?:bien\\s+)?(?:ça|ca|exact|vrai|correct)|vrai\\s+ou\\s+faux|je\\s+me\\s+trompe|hein)$`,
    `,\\s*(?:non|oui|si|vrai|exact|correct|d['’]accord|ou\\s+pas)$`,
    `${B}(?:j['’]ai\\s+(?:lu|entendu(?:\\s+dire)?|appris|vu)|on\\s+m['’]a\\s+dit|on\\s+dit|il\\s+para[îi]t|je\\s+(?:crois|pense|suppose)|(?:peux[\\s-]tu|pouvez[\\s-]vous|vous\\s+)?\\s*confirm(?:er|ez|es?))\\s+qu(?:e\\s|['’])`,
    `^(?:donc|ainsi|apparemment)\\s*,?\\s+(?!${WORD})`,
  ],
} satisfies Questions;
