import type { SmallTalk } from "../pack.ts";

/** Names people give the bot when they speak to it. */
const YOU = String.raw`(?:[\s,]+(?:le\s+bot|à\s+(?:tous|toutes|toi|vous)|tout\s+le\s+monde|l['’]ami|mon\s+ami|bot|beleg|robot|toi|vous|monsieur|madame)){0,2}`;
const HELLO = String.raw`(?:bonjour|bonsoir|bonne\s+(?:journée|journee|soirée|soiree|nuit)|salut|coucou|hello|hey|allô|allo|bienvenue|enchantée?)`;
const THANKS = String.raw`(?:(?:un\s+grand\s+|mille\s+)?merci(?:s)?(?:\s+(?:beaucoup|bien|infiniment|à\s+(?:toi|vous)|pour\s+(?:tout|ça|ca|cela|(?:ton|votre|l['’]|la|cette)\s*\p{L}+)|d['’]avance|encore)){0,3}|je\s+(?:te|vous)\s+remercie)`;
const FINE = String.raw`(?:ok(?:ay)?|d['’]accord|dac|très\s+bien|tres\s+bien|bien|parfait|super|génial|genial|excellent|cool|top|nickel|bravo|compris|je\s+vois|oui|non|ça\s+marche|ca\s+marche|entendu|c['’]est\s+(?:tout|bon|parfait|noté|clair|gentil|super|intéressant)|intéressant|pas\s+mal|test)`;
const BYE = String.raw`(?:au\s+revoir|à\s+(?:bientôt|bientot|plus(?:\s+tard)?|demain|la\s+prochaine)|a\s+(?:bientot|plus|demain)|adieu|ciao|bye|bonne\s+continuation)`;
const HOW = String.raw`(?:(?:comment\s+)?(?:ça|ca)\s+va(?:\s+(?:bien|toi|vous))?|comment\s+(?:vas[\s-]tu|allez[\s-]vous|tu\s+vas|vous\s+allez)|quoi\s+de\s+neuf|tu\s+vas\s+bien|vous\s+allez\s+bien)`;
const PART = `(?:${HELLO}|${THANKS}|${FINE}|${BYE}|${HOW})${YOU}`;
const LEAD = String.raw`(?:(?:${HELLO}|et|mais|alors|au\s+fait|dis|dites)${YOU}[\s,.!]+){0,3}`;
const ASK = String.raw`(?:est[\s-]ce\s+que\s+|qu['’]est[\s-]ce\s+que\s+)?`;
const BOT = String.raw`(?:bots?|chat\s*bot|robot|humaine?|être\s+humain|vraie\s+personne|personne|machine|programme|ordinateur|ia|intelligence\s+artificielle|chat\s*gpt|gpt|assistant|journaliste)`;

export const smallTalk = {
  greetings: [String.raw`${PART}(?:[\s,.!?;:&-]+(?:et\s+)?${PART}){0,4}`],
  thanks: [THANKS],
  aboutBot: [
    String.raw`${LEAD}(?:qui|qu['’]|quoi)\s*(?:es[\s-]tu|êtes[\s-]vous|etes[\s-]vous|est[\s-]ce\s+que\s+tu\s+es|tu\s+es)(?:\s+(?:au\s+juste|exactement|donc))?`,
    String.raw`${LEAD}(?:tu\s+es|t['’]es|vous\s+êtes|c['’]est)\s+(?:qui|quoi)(?:\s+(?:au\s+juste|exactement))?`,
    String.raw`${LEAD}(?:comment\s+(?:t['’]appelles[\s-]tu|vous\s+appelez[\s-]vous|tu\s+t['’]appelles|vous\s+vous\s+appelez)|quel\s+est\s+(?:ton|votre)\s+(?:nom|rôle|role|but|travail)|as[\s-]tu\s+un\s+nom|quel\s+âge\s+as[\s-]tu|présente[\s-]toi|presente[\s-]toi|parle[\s-]moi\s+de\s+toi)`,
    String.raw`${LEAD}(?:que|qu['’]est[\s-]ce\s+que|de\s+quoi)\s+(?:tu\s+)?(?:peux|sais|pouvez|savez|fais|faites)(?:[\s-](?:tu|vous))?(?:\s+(?:faire|dire|répondre|me\s+dire|m['’]apprendre|parler))?(?:\s+(?:pour\s+moi|ici|au\s+juste))?`,
    String.raw`${LEAD}tu\s+(?:peux|sais)\s+faire\s+quoi|${LEAD}à\s+quoi\s+(?:tu\s+sers|sers[\s-]tu|servez[\s-]vous)`,
    String.raw`${LEAD}comment\s+(?:ça|ca|cela|tu|fonctionnes[\s-]tu|marches[\s-]tu|vous)\s*(?:marche|fonctionne|fonctionnes|fonctionnez|t['’]utilise)?`,
    String.raw`${LEAD}${ASK}(?:es[\s-]tu|tu\s+es|êtes[\s-]vous|vous\s+êtes|t['’]es|je\s+parle\s+à)\s+(?:une?\s+|le\s+|la\s+)?(?:vraie?\s+)?${BOT}(?:\s+ou\s+(?:une?\s+)?(?:vraie?\s+)?${BOT})?`,
    String.raw`${LEAD}qui\s+(?:t['’]a|vous\s+a)\s+(?:créé|cree|fait|programmé|programme|développé|developpe|conçu|concu|inventé|invente)`,
    String.raw`${LEAD}(?:aide(?:[\s-]moi)?|à\s+l['’]aide|besoin\s+d['’]aide|j['’]ai\s+besoin\s+d['’]aide|peux[\s-]tu\s+m['’]aider|pouvez[\s-]vous\s+m['’]aider|\/?help|\/start|mode\s+d['’]emploi|commandes|menu)(?:\s+(?:svp|stp|s['’]il\s+(?:te|vous)\s+plaît|s['’]il\s+(?:te|vous)\s+plait))?`,
    String.raw`${LEAD}(?:quelles?|que|qu['’]est[\s-]ce\s+que)\s+(?:(?:sortes?|genres?|types?)\s+de\s+)?(?:questions?\s+)?(?:puis[\s-]je|je\s+peux|peut[\s-]on|on\s+peut)\s+(?:te|vous)?\s*(?:demander|poser|faire)(?:\s+(?:ici|comme\s+questions?))?`,
    String.raw`${LEAD}${ASK}(?:parles[\s-]tu|tu\s+parles|parlez[\s-]vous|vous\s+parlez|comprends[\s-]tu|tu\s+comprends|comprenez[\s-]vous|vous\s+comprenez)\s+(?:le\s+)?(?:français|francais|anglais|espagnol|d['’]autres\s+langues|quelles\s+langues)`,
    String.raw`${LEAD}quelles\s+langues\s+(?:parles[\s-]tu|parlez[\s-]vous|tu\s+parles|comprends[\s-]tu)`,
    String.raw`${LEAD}(?:puis[\s-]je|je\s+peux|est[\s-]ce\s+que\s+je\s+peux)\s+(?:te|vous)\s+poser\s+(?:une|des)\s+questions?`,
  ],
  aboutSpeaker: [
    String.raw`(?:et\s+|mais\s+)?qui\s+(?:dit|a\s+dit|affirme|a\s+affirmé|prétend|a\s+déclaré)\s+(?:ça|ca|cela)|(?:et\s+)?qui\s+l['’]a\s+dit|(?:et\s+)?(?:selon|d['’]après)\s+qui`,
  ],
  aboutSources: [
    String.raw`(?:et\s+)?(?:d['’]où|d['’]ou)\s+(?:tiens[\s-]tu|tenez[\s-]vous|tires[\s-]tu|tirez[\s-]vous|sors[\s-]tu|viennent|vient|proviennent|provient|sais[\s-]tu|tu\s+(?:tiens|sors|sais))\b[^?]{0,40}`,
    String.raw`(?:et\s+)?(?:tu\s+tiens|tu\s+sors|tu\s+sais|vous\s+tenez|tu\s+as\s+(?:lu|vu|trouvé))\s+(?:ça|ca|cela)\s+(?:d['’])?(?:où|ou)`,
    String.raw`(?:et\s+)?où\s+(?:as[\s-]tu|avez[\s-]vous|tu\s+as)\s+(?:trouvé|lu|vu|pris|eu)\s+(?:ça|ca|cela|cette\s+info(?:rmation)?|ces\s+info(?:rmation)?s)`,
    String.raw`(?:et\s+)?comment\s+(?:le\s+)?(?:sais[\s-]tu|savez[\s-]vous|tu\s+sais|vous\s+savez)(?:\s+(?:ça|ca|cela))?`,
    String.raw`(?:et\s+)?quelles?\s+(?:est|sont)\s+(?:ta|tes|la|les|votre|vos)\s+sources?(?:\s+(?:d['’]information|pour\s+(?:ça|ca|cela)))?`,
    String.raw`sur\s+quoi\s+(?:te\s+bases[\s-]tu|vous\s+basez[\s-]vous|reposent\s+(?:tes|vos|les)\s+réponses)`,
    String.raw`(?:tes|vos|ta|votre|les?|la)?\s*(?:sources?|références?|references?)(?:\s+(?:svp|stp))?`,
  ],
  orders: [
    String.raw`^(?:s['’]il\s+(?:te|vous)\s+pla[îi]t\s*,?\s*)?(?:oublie[zs]?|ignore[zs]?|ne\s+tiens\s+pas\s+compte|fais\s+comme\s+si|imagine[zs]?|suppose[zs]?\s+que\s+tu)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:oublie|ignore|contourne|désactive|desactive)\p{L}*\s[^.?!]{0,40}(?:instructions?|consignes?|règles|regles|directives|restrictions|prompt|sources)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:prompt\s+système|prompt\s+systeme|invite\s+système|mode\s+(?:développeur|developpeur|dieu|admin)|jailbreak|tes\s+(?:instructions|consignes)\s+(?:initiales|cachées|cachees|secrètes|secretes))(?!\p{L})`,
    String.raw`(?<!\p{L})(?:affiche|montre|révèle|revele|répète|repete|donne)\p{L}*(?:[\s-]moi)?\s[^.?!]{0,20}(?:ton|tes|vos|votre)\s+(?:prompt|instructions|consignes|règles|regles|configuration|code)(?!\p{L})`,
    String.raw`^(?:(?:s['’]il\s+(?:te|vous)\s+pla[îi]t|maintenant|bonjour|salut|alors|et|désormais|allez)\s*,?\s+)*(?:(?:peux[\s-]tu|pouvez[\s-]vous|tu\s+peux|je\s+veux\s+que\s+tu)\s+)?(?:me\s+|nous\s+)?(?:raconte[rzs]?|écri(?:s|re|vez)|ecri(?:s|re|vez)|compose[rz]?|invente[rz]?|chante[rz]?|dessine[rz]?|génère[rz]?|genere[rz]?|code[rz]?|programme[rz]?|fais|faire|récite[rz]?|rédige[rz]?|redige[rz]?|crée[rz]?|donne)(?:[\s-](?:moi|nous))?\s+(?:une?\s+|la\s+|le\s+|des\s+|mes\s+)?(?:\p{L}+\s+){0,2}?(?:blagues?|poèmes?|poemes?|chansons?|histoires?|contes?|haïku|haiku|essai|dissertation|script|programme|fonction|e-?mail|courriel|lettre|cv|recettes?|image|dessin|devoirs?|discours|tweet|slogan|devinette|roman|rap|compliment)(?!\p{L})`,
    String.raw`^(?:(?:s['’]il\s+(?:te|vous)\s+pla[îi]t|maintenant|et)\s*,?\s+)*(?:(?:peux[\s-]tu|pouvez[\s-]vous)\s+)?(?:traduis|traduire|traduisez|résume[rzs]?|resume[rzs]?|reformule[rzs]?|corrige[rzs]?|calcule[rzs]?|convertis|compte\s+jusqu|cherche\s+sur\s+(?:internet|le\s+web)|envoie|ouvre|supprime|rappelle[\s-]moi|joue|danse|commande[\s-]moi|réserve|reserve|achète|achete|appelle)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:réponds|reponds|répondez|parle)\s+(?:uniquement|seulement|toujours|comme|par\s+(?:oui|non)|en\s+tant\s+que)(?!\p{L})|(?<!\p{L})tu\s+es\s+(?:maintenant|désormais|desormais)(?!\p{L})|(?<!\p{L})à\s+partir\s+de\s+maintenant(?!\p{L})|^(?:agis|comporte[\s-]toi)\s+(?:comme|en)(?!\p{L})`,
    String.raw`^(?:dis|écris|ecris)\s+["“'‘«]`,
  ],
} satisfies SmallTalk;
