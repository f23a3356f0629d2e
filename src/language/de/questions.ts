import type { Questions } from "../pack.ts";

// Building blocks: the patterns below say "the first question word of the message is …", so that a relative clause
// or a second question behind it does not decide. (?<!\p{L}) and (?!\p{L}) stand for \b, which knows ASCII only.
const B = String.raw`(?<!\p{L})`;
const E = String.raw`(?!\p{L})`;
const UE = "(?:ü|ue|u)";
const OE = "(?:ö|oe|o)";
const AE = "(?:ä|ae|a)";
const SZ = "(?:ß|ss|s)";
const WORD = `(?:wer|wen|wem|wessen|was|wo|woher|wohin|wann|warum|weshalb|wieso|weswegen|wozu|wof${UE}r|wie|wieviele?n?|welch(?:e[mnrs]?)?|womit|wodurch|wor${UE}ber|wovon|woran|worauf|worin|woraus|worum|wogegen|wonach|wovor|wobei)`;
/** A clause before the question ("als die Polizei kam, …"), then anything without a question word. */
const LEAD = String.raw`^(?:(?:als|nachdem|bevor|w${AE}hrend|wenn|seit|obwohl|weil|da)\s[^,]{3,80},\s*)?(?:(?!${B}${WORD}${E}).)*`;
const first = (rest: string) => `${LEAD}${B}${rest}`;
const AUX = `(?:ist|sind|war|waren|w${AE}ren?|sei|hat|haben|hatten?|h${AE}tten?|w[uü]rden?|wuerden?|wird|werden|kann|k${OE}nnen|konnten?|k${OE}nnten?|soll|sollen|sollten?|will|wollen|wollten?|muss|m${UE}ssen|mussten?|darf|d${UE}rfen|durften?|mag|mochten?|gibt|gab|bin|bist|seid|habt|kannst|k${OE}nnt|hast|wei(?:ß|ss)t|wissen)`;
const FULL_VERB = `(?:kam|kamen|kommt|kommen|ging|gingen|geht|steht|stand|standen|liegt|lag|lagen|lebt|lebte|arbeitete?n?|half|nahm|nahmen|stammt|stammte|geh${OE}rte?|sprach|traf|trafen|dankte|starb|starben|blieb|bleibt|gilt|galt|f${UE}hrten?|handelte?|bekam|bekamen|erhielt|erhielten|verlor|gewann|fand|fanden|sagte|nannte|wusste|kennt|kannte|dauerte?|begann|stimmte)`;
const WELCH = "welch(?:e[mnrs]?)?";
const ADJECTIVES = String.raw`(?:\p{L}+e[nmrs]?\s+){0,2}?`;
const IS = `(?:ist|war|sind|waren|lautete?n?|hei(?:ß|ss)t)`;
const ART = `(?:der|die|das|den|dem|sein|seine[rnms]?|ihr|ihre[rnms]?|deren|dessen)`;
/** "was ist der genaue …", "wie ist der …", "wie lautet das …" */
const WHAT_IS = String.raw`(?:was|wie|welche[rs]?)\s+${IS}\s+${ART}\s+${ADJECTIVES}`;

const PERSON = `(?:personen?|menschen?|leute|m(?:a|ä|ae)nn(?:er|ern)?|frau(?:en)?|minister(?:in(?:nen)?|s|n)?|\\p{L}*minister(?:in(?:nen)?|s|n)?|beamt(?:e[rnms]?|in(?:nen)?)|politiker(?:in(?:nen)?|n|s)?|\\p{L}*pr(?:ä|ae|a)sident(?:en|in(?:nen)?)?|\\p{L}*chef(?:s|in|innen)?|\\p{L}*sprecher(?:s|in|innen|n)?|vertreter(?:s|in|innen|n)?|funktion${AE}re?[nrs]?|verd${AE}chtige[nrms]?|t${AE}ter(?:s|in|innen|n)?|opfer[ns]?|b${UE}rger(?:s|in|innen|n)?|\\p{L}*f${UE}hrer(?:s|in|innen|n)?|k${OE}nig(?:in|s|e)?|experte?n?|expertin(?:nen)?|wissenschaftler(?:s|in|innen|n)?|forscher(?:s|in|innen|n)?|autor(?:en|in|innen|s)?|journalist(?:en|in|innen)?|spieler(?:s|in|innen|n)?|general|kommandant(?:en)?|leiter(?:s|in|innen|n)?|kopf|boss|drahtzieher[ns]?|hinterm${AE}nn(?:er|ern)?|richter(?:s|in|innen|n)?|anw${AE}lt(?:e|in|innen)?|botschafter(?:s|in|innen|n)?|gr${UE}nder(?:s|in|innen|n)?|mitglied(?:er|ern|s)?|kriminelle[nrm]?|verbrecher[ns]?|\\p{L}*beh${OE}rden?|\\p{L}*ministerium|ministerien|organisation(?:en)?|firma|firmen|unternehmen|\\p{L}*bande[n]?|gruppen?|team[s]?|mannschaft(?:en)?|partei(?:en)?|verein(?:e|s)?)`;
const PLACE = `(?:l${AE}nd(?:e|er|ern|es)?|st${AE}dt(?:e|en)?|haupt?st${AE}dt(?:e|en)?|\\p{L}*provinz(?:en)?|ort(?:e|en|s|es|schaft)?|stelle|gegend(?:en)?|region(?:en)?|stra(?:ß|ss)en?|geb${AE}ude[ns]?|haus|staat(?:en|es)?|bundesland|kontinent|d${OE}rf(?:er)?|stadtteil|bezirk|viertel|insel[n]?|grenz${UE}bergangs?|grenz(?:${UE}bergang(?:s|es)?|posten|tor|ort)|\\p{L}*${UE}bergang(?:s|es)?|kontrollpunkt|checkpoint|flughafen|hafen|gef${AE}ngnis|krankenhaus|stadion|adresse|teil(?:en)?\\s+(?:der|des|von))`;

export const questions = {
  asks: [
    // "Why is it important?" asks what it means, "why is he thankful?" for what: neither asks for a cause
    {
      pattern: first(
        `(?:warum|weshalb|wieso|weswegen|inwiefern)${E}.*${B}(?:wichtig|bedeutend|bedeutsam|entscheidend|relevant|wertvoll|dankbar|dankte[n]?|dankt|bedankt\\p{L}*|gedankt)${E}`,
      ),
      asks: "what",
    },

    // why
    { pattern: first(`(?:warum|weshalb|wieso|weswegen|wozu|wof${UE}r|wie\\s+kam\\s+es\\s+dazu)${E}`), asks: "why" },
    {
      pattern: `${B}(?:aus|mit|zu|zum|unter|f${UE}r|auf|aufgrund|wegen)\\s+(?:${WELCH}|was\\s+f${UE}r\\s+eine[mnr]?)\\s+${ADJECTIVES}(?:gr${UE}nd(?:e|en)?|zwecke?n?|ziele?n?|absichten?|motiv(?:en?)?|anlass|vorwand|vorw${UE}rf(?:e|en|s)?|begr${UE}ndung|anlasses)${E}|${B}${WELCH}\\s+${ADJECTIVES}(?:gr${UE}nde?|ursachen?|zwecke?|ziele?|absichten?|motive?|begr${UE}ndung)${E}`,
      asks: "why",
    },
    {
      pattern: first(
        `${WHAT_IS}(?:gr${UE}nde?|ursachen?|zweck|ziele?|absicht|motive?|begr${UE}ndung|anlass|sinn|ausl${OE}ser|hintergrund)${E}`,
      ),
      asks: "why",
    },
    {
      pattern: first(
        `(?:was\\s+(?:hat|haben)\\s.*\\s(?:verursacht|ausgel${OE}st)|was\\s+verursachten?|was\\s+l${OE}sten?\\s.*\\saus)$`,
      ),
      asks: "why",
    },

    // quantities
    {
      pattern: `${B}wie\\s+alt${E}|${B}wie\\s*viele\\s+jahre\\s+alt${E}|${B}(?:in|mit)\\s+welchem\\s+alter${E}`,
      asks: "how-old",
    },
    { pattern: first(`${WHAT_IS}alter${E}`), asks: "how-old" },
    {
      pattern: `${B}(?:seit|bis|ab)\\s+wann${E}|${B}wie\\s+lange\\s+(?:her|vorher|zuvor)${E}|${B}wie\\s+(?:sp${AE}t|fr${UE}h|bald|k${UE}rzlich)${E}|${B}um\\s+wie\\s*viel\\s+uhr${E}|${B}wie\\s*viel\\s+uhr${E}|${B}vor\\s+wie\\s*vielen\\s+(?:tagen|wochen|monaten|jahren|stunden)${E}`,
      asks: "when",
    },
    {
      pattern: `${B}(?:seit|f${UE}r|${UE}ber|innerhalb)?\\s*wie\\s+lange?${E}|${B}wie\\s*viele?\\s+(?:sekunden|minuten|stunden|tage|wochen|monate|jahre|zeit)${E}.*${B}(?:dauerte?n?|gedauert|brauchten?|blieb(?:en)?|verbrachten?|gebraucht)${E}`,
      asks: "how-long",
    },
    { pattern: first(`${WHAT_IS}dauer${E}`), asks: "how-long" },
    {
      pattern: `${B}wie\\s*(?:viel|hoch|gro${SZ})\\s+${ADJECTIVES}(?:geld|${IS}\\s+${ART}\\s+${ADJECTIVES}\\p{L}*(?:geld|budget|summe|betrag|preis|kosten|belohnung|strafe|bu(?:ß|ss)e|schaden|sch${AE}den|verlust|l${OE}segeld|kaution|kopfgeld|gewinn|schulden|wert))${E}|${B}wie\\s*viel\\s+(?:geld|(?:us-)?dollar|euro|franken|prozent\\s+des\\s+gelds|kostete?n?|gekostet|wert|zahl\\p{L}*|bezahl\\p{L}*|verdien\\p{L}*)${E}|${B}wie\\s*viel\\s.*${B}(?:gekostet|kostete?n?|kosten|gezahlt|bezahlt|ausgegeben|verdient|gespendet|zahlen|zahlten?)${E}|${B}was\\s+(?:kostete?n?|hat\\s.*\\sgekostet|haben\\s.*\\sgekostet)${E}|${B}wie\\s+teuer${E}`,
      asks: "how-much",
    },
    {
      pattern: `${B}wie\\s+hoch\\s+\\p{L}+\\s+${ART}\\s+${ADJECTIVES}\\p{L}*(?:zahl|anteil|quote|bev${OE}lkerung|rate|opferzahl|anzahl|auflage|temperatur|beteiligung)${E}`,
      asks: "how-many",
    },
    { pattern: `${B}wie\\s+hoch${E}`, asks: "how-much" },
    {
      pattern: `${B}wie\\s*viele?[nr]?${E}|${B}wie\\s+(?:oft|h${AE}ufig)${E}|${B}wie\\s+gro${SZ}\\s+${IS}\\s+${ART}\\s+(?:zahl|anzahl|menge|anteil|gruppe|bev${OE}lkerung)${E}|${B}${WELCH}\\s+(?:anzahl|menge|zahl|prozentsatz|anteil)${E}`,
      asks: "how-many",
    },
    {
      pattern: first(`${WHAT_IS}(?:anzahl|zahl|menge|gesamtzahl|opferzahl|einwohnerzahl|prozentsatz|anteil)${E}`),
      asks: "how-many",
    },
    {
      pattern: first(
        `(?:${WHAT_IS}|${WELCH}\\s+${ADJECTIVES})(?:preis|kosten|summe|betrag|wert|budget|strafe|belohnung|kaution|l${OE}segeld|schadenssumme|geldbetrag|geldsumme)${E}`,
      ),
      asks: "how-much",
    },

    // points in time
    { pattern: `${B}(?:${WELCH}|was\\s+f${UE}r\\s+ein(?:em)?)\\s+(?:kalender)?jahr(?:e|es|s|en)?${E}`, asks: "year" },
    { pattern: first(`${WHAT_IS}\\p{L}*jahr${E}`), asks: "year" },
    { pattern: `${B}${WELCH}\\s+(?:genaue[nmrs]?\\s+)?(?:\\p{L}*tag(?:e|en|es|s)?|datum|datums)${E}`, asks: "day" },
    { pattern: first(`${WHAT_IS}\\p{L}*(?:datum|tag)${E}`), asks: "day" },
    {
      pattern: `${B}${WELCH}\\s+(?:genaue[nmrs]?\\s+)?(?:monate?n?|monats|woche|zeit|zeitraum|zeitpunkt|stunde|uhrzeit|jahreszeit|jahrzehnt|jahrhundert|epoche)${E}`,
      asks: "when",
    },
    { pattern: first(`${WHAT_IS}(?:zeitpunkt|uhrzeit|monat)${E}`), asks: "when" },

    // who
    { pattern: first(`(?:wer|wen|wem|wessen)${E}`), asks: "who" },
    {
      pattern: first(
        `wie\\s+(?:hei(?:ß|ss|s)(?:t|en)|hie(?:ß|ss)(?:en)?|lautete?\\s+der\\s+name)\\s+(?:der\\s+name\\s+)?(?:der|die|das|des|dieser?|sein|ihr)\\s+${ADJECTIVES}(?!\\p{L}*(?:beh(?:ö|oe|o)rde|ministeri|organisation|firm|unternehmen|bande|gruppe|team|mannschaft|partei|verein))${PERSON}${E}|${WHAT_IS}namen?\\s+(?:der|des|von)\\s+${ADJECTIVES}(?!\\p{L}*(?:beh(?:ö|oe|o)rde|ministeri|organisation|firm|unternehmen|bande|gruppe|team|mannschaft|partei|verein))${PERSON}${E}`,
      ),
      asks: "who",
    },
    {
      pattern: `${B}(?:${WELCH}|was\\s+f${UE}r\\s+eine?[mnr]?)\\s+(?:der\\s+)?${ADJECTIVES}${PERSON}${E}`,
      asks: "who",
    },

    // names
    {
      pattern: first(
        `wie\\s+(?:(?:genau|eigentlich|denn)\\s+)?(?:hei(?:ß|ss|s)(?:t|en)|hie(?:ß|ss|s)(?:en)?)${E}|(?:${WHAT_IS}|(?:unter\\s+)?${WELCH}\\s+)\\p{L}*namen?s?${E}|wie\\s+(?:wird|werden|wurden?|ist|war)\\s.*\\s(?:genannt|geschrieben|bezeichnet|betitelt)$`,
      ),
      asks: "name",
    },

    // wording
    {
      pattern: first(
        `(?:was|wie)\\s+(?:(?:genau|w${OE}rtlich|alles|denn|noch|hat|haben|hatte|hatten)\\s+)*(?:sag(?:t|te|ten|en)|gesagt|erkl${AE}rten?|erkl${AE}ren|nann?(?:te|ten)|nennt|nennen|bezeichne(?:t|te|ten|n)|meinten?|meint|beschreib(?:t|en)|beschrieb(?:en)?|kommentier(?:t|te|ten|en)|${AE}u(?:ß|ss)er(?:t|te|ten|n)|behaupte(?:t|te|ten|n)|betonten?|betont|formulier(?:t|te|ten|en)|antwortete?n?|schrieb(?:en)?|verk${UE}ndeten?|charakterisier(?:t|te|ten))${E}`,
      ),
      asks: "said",
    },
    {
      pattern: first(
        `(?:was|wie)\\s+(?:hat|haben|hatten?|wurde|ist)\\s.*${B}(?:gesagt|erkl${AE}rt|genannt|ge${AE}u(?:ß|ss)ert|mitgeteilt|bezeichnet|behauptet|beschrieben|betont|gemeint|kommentiert|geantwortet|formuliert|angek${UE}ndigt|geschrieben|ausgedr${UE}ckt|verk${UE}ndet)$`,
      ),
      asks: "said",
    },
    {
      pattern: first(
        `(?:was|wie)\\s+(?:h${AE}lt|halten|hielt|hielten|denkt|denken|dachte|dachten)\\s.*${B}(?:von|vom|${UE}ber|zu|zur|zum)${E}`,
      ),
      asks: "said",
    },
    {
      pattern: first(
        `(?:was|wie)\\s+(?:teil(?:t|te|ten)\\s.*\\smit|dr${UE}ck(?:t|te|ten)\\s.*\\saus|k${UE}ndig(?:t|te|ten)\\s.*\\san)$`,
      ),
      asks: "said",
    },
    {
      pattern: first(
        `(?:${WHAT_IS}|(?:mit\\s+)?${WELCH}\\s+${ADJECTIVES})(?:wortlaut|worte[n]?|w${OE}rter|zitate?|aussagen?|${AE}u(?:ß|ss)erung(?:en)?|kommentar|formulierung|stellungnahme|antwort)${E}`,
      ),
      asks: "said",
    },
    {
      pattern: `${B}(?:wortlaut|w${OE}rtlich|im\\s+original(?:ton)?)${E}|^(?:bitte\\s+)?zitat(?:e)?${E}|${B}zitat$`,
      asks: "said",
    },

    // a country that does something, and not one where it is done
    {
      pattern: `(?<!${B}(?:in|aus|nach|f${UE}r|von)\\s)${B}${WELCH}\\s+${ADJECTIVES}(?:land|l${AE}nder|l${AE}ndern|staat|staaten|nation|nationen)${E}(?!\\s+aus${E})`,
      asks: "who",
    },

    // places
    {
      pattern: `${B}(?:${WELCH}|was\\s+f${UE}r\\s+eine?[mnr]?)\\s+(?:der\\s+)?${ADJECTIVES}${PLACE}${E}`,
      asks: "where",
    },
    {
      pattern: first(`${WHAT_IS}(?:ort|tatort|aufenthaltsort|standort|adresse|zielort|herkunftsland)${E}`),
      asks: "where",
    },

    // A question that opens with its verb, unless it only wraps another: "weißt du, wer …", "ist bekannt, wann …".
    {
      pattern: `^(?:(?:und|aber|also|ok|okay|dann|denn|na)\\s*,?\\s+)*(?!(?:${AUX}|steht|wei(?:ß|ss)|sagt|sagen)\\s+(?:[^\\s,]+\\s+){0,6}?(?:sagen|bekannt|klar|gesagt|erw${AE}hnt|berichtet|wissen|verraten|erkl${AE}ren|angaben|informationen|infos?|artikel|du|sie|ihr|man|quellen?|text|hinweise?|etwas|genannt|angegeben|mitgeteilt)\\s*(?:,|dazu|dar${UE}ber|daruber|mir|uns|bitte|schon)*\\s*,?\\s*(?:(?:aus|in|an|von|mit|zu|seit|f${UE}r|bis|ab|um|gegen|auf|bei|durch)\\s+)?${WORD}${E})(?:${AUX}|${FULL_VERB})(?:['’]?s)?${E}(?!\\s+${WORD}${E})`,
      asks: "yes-no",
    },

    {
      pattern: `${B}(?:mit|durch)\\s+(?:${WELCH}|was\\s+f${UE}r)\\s+(?:mitteln?|methoden?|ma(?:ß|ss)nahmen?|werkzeugen?|instrumenten?)${E}`,
      asks: "how",
    },

    // the first question word decides
    { pattern: first(`(?:woher|wohin|wo)${E}`), asks: "where" },
    { pattern: first(`wann${E}`), asks: "when" },
    {
      pattern: first(`(?:wie|wodurch|womit)${E}(?!\\s+(?:w${AE}re\\s+es|sieht\\s+es|steht\\s+es)\\s+mit${E})`),
      asks: "how",
    },
    { pattern: first(`${WORD}${E}`), asks: "what" },

    // keyword style, without any question word
    {
      pattern: `^(?:die\\s+)?(?:genaue\\s+)?(?:anzahl|zahl|menge|gesamtzahl)\\s+\\p{L}|${B}(?:anzahl|opferzahl|zahl)$`,
      asks: "how-many",
    },
    { pattern: `^(?:das\\s+)?(?:genaue[s]?\\s+)?(?:datum|tag)\\s+(?:der|des|von|vom)${E}|${B}datum$`, asks: "day" },
    { pattern: `^(?:das\\s+)?jahr\\s+(?:der|des|von)${E}|${B}jahr$`, asks: "year" },
    {
      pattern: `^(?:der\\s+)?(?:zeitpunkt|monat|uhrzeit)\\s+(?:der|des|von)${E}|${B}(?:zeitpunkt|uhrzeit)$`,
      asks: "when",
    },
    {
      pattern: `^(?:der\\s+|die\\s+|das\\s+)?(?:gr${UE}nde?|ursachen?|zweck|ziele?|motive?|anlass)\\s+(?:der|des|von|f${UE}r|hinter)${E}|${B}(?:gr${UE}nde?|ursache|zweck|motiv|anlass)$`,
      asks: "why",
    },
    {
      pattern: `^(?:der\\s+)?(?:ort|tatort|aufenthaltsort|standort)\\s+(?:der|des|von)${E}|${B}(?:ort|tatort|aufenthaltsort|standort)$`,
      asks: "where",
    },
    {
      pattern: `^(?:der\\s+|die\\s+)?(?:preis|kosten|wert|h${OE}he|summe|betrag)\\s+(?:der|des|von|f${UE}r)${E}|${B}(?:preis|kosten|wert|summe|betrag)$`,
      asks: "how-much",
    },
    { pattern: `^(?:das\\s+)?alter\\s+(?:der|des|von)${E}|${B}alter$`, asks: "how-old" },
    { pattern: `^(?:die\\s+)?dauer\\s+(?:der|des|von)${E}|${B}dauer$`, asks: "how-long" },
    { pattern: `^(?:der\\s+|die\\s+)?\\p{L}*namen?\\s+(?:der|des|von)${E}|${B}\\p{L}*namen?$`, asks: "name" },
    {
      pattern: `^(?:das\\s+|die\\s+)?(?:zitate?|aussagen?|worte|stellungnahme|${AE}u(?:ß|ss)erung(?:en)?)\\s+(?:der|des|von|vom)${E}`,
      asks: "said",
    },
  ],
  wrappers: [
    `^(?:(?:hallo|hi|hey|ok(?:ay)?|also|und|aber|bitte|sorry|entschuldigung|na)\\s*,?\\s+)*(?:(?:kannst|k${OE}nntest)\\s+du\\s+(?:mir|uns)\\s+(?:bitte\\s+|mal\\s+)*(?:sagen|verraten|erkl${AE}ren)|(?:k${OE}nnen|k${OE}nnten)\\s+sie\\s+(?:mir|uns)\\s+(?:bitte\\s+|mal\\s+)*(?:sagen|verraten|erkl${AE}ren)|(?:sag|sagt|sagen\\s+sie|verrat)\\s+(?:mir|uns)(?:\\s+(?:bitte|mal|doch))*|wei(?:ß|ss)t\\s+du(?:\\s+(?:zuf${AE}llig|eigentlich|vielleicht|schon))*|wissen\\s+sie(?:\\s+(?:zuf${AE}llig|eigentlich|vielleicht|schon))*|wei(?:ß|ss)\\s+(?:man|jemand)(?:\\s+(?:schon|eigentlich))*|ich\\s+(?:m${OE}chte|will|w${UE}rde|wollte|w${UE}sste|h${AE}tte|muss)\\s+(?:auch\\s+|nur\\s+|mal\\s+|gerne?\\s+)*(?:wissen|erfahren|gewusst|h${OE}ren)?|(?:mich|uns)\\s+(?:interessierte?n?|w${UE}rde(?:\\s+(?:auch|noch|mal))*\\s+interessieren)|ich\\s+frage\\s+mich|ist\\s+(?:denn\\s+|schon\\s+)?bekannt|ich\\s+bin\\s+neugierig)\\s*[,:]?\\s+(?=(?:genau\\s+|(?:in|an|aus|mit|von|zu|f${UE}r|seit|bei|auf)\\s+)?(?:${WORD}|ob)${E})`,
  ],
  among: ["unter", "darunter"],
  reasons: [`${B}(?:warum|weshalb|wieso|weswegen)${E}`, `${B}aus\\s+welchem\\s+grund${E}`],
  advice: [
    "\\b(wie|wo|was|wann|warum|bei wem|an wen) (kann|könnte|soll|sollte|muss) (ich|man|wir)\\b",
    "^(kann|soll|sollte|muss|darf) ich\\b",
    "\\b(mein|meine|meinem|meiner)\\b",
  ],
  looseDeterminers: [],
  placePrepositions: ["in", "aus", "nach", "bei", "im"],
  subjectWords: ["wer", "heißt", "heisst", "heißen", "heissen", "hieß"],
  roles: {
    passive: ["wurde", "wurden", "worden", "wird", "werden"],
    by: ["von", "durch", "vom"],
    prepositions:
      "über ueber zu zum zur mit für fuer bei beim gegen an am in im aus nach vor seit um zwischen auf neben".split(
        " ",
      ),
    determiners: [],
    definite: ["der", "die", "das", "den", "dem"],
    participle: "(?:t|en)$",
    verbLast: true,
  },
  copulas: ["ist", "war", "sind", "waren", "heißt", "heisst", "heißen", "heissen", "hieß"],
  determiners: ["viele", "viel", "wieviel", "wieviele", "welche", "welcher", "welches", "welchen", "welchem", "wessen"],
  claims: [
    `^(?:und\\s+|aber\\s+|also\\s+)?(?:stimmt(?:['’]?s|\\s+es|\\s+das)?|stimmts)(?:\\s+(?:denn|eigentlich|wirklich|auch|nicht))*\\s*,?\\s*(?:dass|das|da(?:ß)?)?${E}`,
    `^(?:und\\s+|aber\\s+)?(?:ist|w${AE}re|trifft)\\s+(?:es|das)\\s+(?:denn\\s+|wirklich\\s+|tats${AE}chlich\\s+|nicht\\s+|auch\\s+)*(?:wahr|richtig|korrekt|so|zu|der\\s+fall|tatsache|zutreffend)\\s*(?:,|dass|das|$)`,
    `^(?:ist|sind)\\s+(?:das|die)\\s+(?:wahr|richtig|korrekt)$|^(?:richtig|wahr|korrekt)\\s*,?\\s+dass${E}|^wahr\\s+oder\\s+falsch${E}|^(?:es\\s+)?stimmt\\s*,?\\s+dass${E}`,
    `${B}(?:ich|wir|man)\\s+(?:hab|habe|haben|hat)\\s.{0,30}?(?:geh${OE}rt|gelesen|gesehen|erfahren)\\s*,?${E}|^(?:habe|hab)\\s+(?:geh${OE}rt|gelesen)${E}`,
    `^(?:ich\\s+(?:glaube|denke|dachte|meine|nehme\\s+an|vermute)|man\\s+sagt|es\\s+hei(?:ß|ss)t|manche\\s+sagen|viele\\s+sagen|angeblich)${E}(?!\\s*,?\\s*${WORD}${E})`,
    `^(?:kannst\\s+du|k${OE}nnen\\s+sie)\\s+best${AE}tigen${E}|^best${AE}tige${E}`,
    `(?:,\\s*|\\s)(?:oder(?:\\s+(?:nicht|doch|etwa|nich))?|nicht\\s+wahr|(?:ist\\s+das\\s+)?(?:richtig|korrekt|wahr)|stimmt(?:['’]?s|\\s+das|\\s+doch)?|stimmts|gell|ne|nicht|ja|habe\\s+ich\\s+recht|oder\\s+irre\\s+ich\\s+mich)$`,
  ],
} satisfies Questions;
