import type { SmallTalk } from "../pack.ts";

const UE = "(?:ü|ue|u)";
const AE = "(?:ä|ae|a)";
const SZ = "(?:ß|ss|s)";
const END = String.raw`[\s\p{P}\p{S}\u{FE0F}]*$`;
/** Names people give the bot when they speak to it. */
const YOU = String.raw`(?:[\s,]+(?:du|ihr|alle|alle\s+miteinander|zusammen|leute|freunde?|bot|beleg|nochmal|wieder|da|und|dir|ihnen|euch|auch|sie|team)){0,3}`;
const HELLO = String.raw`(?:hallo+|hall[öo]chen|hi+|hey+|hej|hello|moin(?:\s*moin)?|servus|griaß\s*(?:di|eich)|gr${UE}${SZ}\s*(?:gott|dich|di|euch|sie|ihnen)|gr${UE}${SZ}i|gr${UE}(?:e)?zi|gr${UE}${SZ}e|guten?\s*(?:tag|morgen|abend|mittag)|tag(?:chen)?|morgen|mahlzeit|na|willkommen|sch(?:ö|oe|o)nen\s+guten\s+(?:tag|morgen|abend)|einen\s+(?:sch(?:ö|oe|o)nen\s+)?(?:guten\s+)?tag)`;
const THANKS = String.raw`(?:(?:ok(?:ay)?\s+)?(?:vielen|besten|herzlichen|lieben|tausend|recht\s+herzlichen)\s+dank(?:\s+(?:f${UE}r|auch)(?:\s+\p{L}+){1,3})?|danke(?:\s*(?:sch(?:ö|oe|o)n|sehr|vielmals|dir|ihnen|euch|auch|nochmals?|f${UE}r(?:\s+\p{L}+){1,3})){0,3}|dankesch(?:ö|oe|o)n|merci|thx|thanks|ich\s+danke(?:\s+(?:dir|ihnen|euch|sehr)){0,4}|nein\s+danke|ja\s+danke)`;
const FINE = String.raw`(?:o+k+(?:ay)?|okey|alles\s+klar|klar|gut|sehr\s+gut|prima|super|toll|klasse|cool|spitze|perfekt|wunderbar|fein|sch(?:ö|oe|o)n|genau|passt(?:\s+schon)?|geil|top|gut\s+gemacht|verstanden|verstehe|ach\s+so|achso|aha|interessant|ja|jo|jep|nein|nee|n(?:ö|oe)|egal|gar\s+nichts|nichts|schon\s+gut|das\s+(?:war['’]?s|war\s+alles|hilft|hilft\s+mir(?:\s+weiter)?|ist\s+(?:gut|super|toll|sch(?:ö|oe|o)n|alles))|wow|gut\s+zu\s+wissen|keine\s+(?:weiteren\s+)?fragen(?:\s+mehr)?|haha+|lol|test|bitte(?:\s*(?:sch(?:ö|oe|o)n|sehr))?)`;
const BYE = String.raw`(?:tsch(?:ü|ue|u)(?:ß|ss|s)(?:i|chen)?|tschau|ciao|auf\s+wieder(?:sehen|schauen|h(?:ö|oe|o)ren)|wiedersehen|bis\s+(?:bald|dann|sp${AE}ter|morgen|zum\s+n${AE}chsten\s+mal|n${AE}chstes\s+mal|demn${AE}chst)|mach['’]?s\s+gut|machs\s+gut|leb\s+wohl|ade|pfiat\s*(?:di|eich)|baba|gute\s+nacht|sch(?:ö|oe|o)nen\s+(?:tag|abend)(?:\s+noch)?|sch(?:ö|oe|o)nes\s+wochenende|einen\s+sch(?:ö|oe|o)nen\s+(?:tag|abend)(?:\s+noch)?|bye(?:\s*-?bye)?)`;
const HOW_ARE_YOU = String.raw`(?:wie\s+geht(?:['’]?s|\s+es)(?:\s+(?:dir|ihnen|euch|so|heute|denn)){0,4}|alles\s+(?:gut|ok|okay)(?:\s+bei\s+(?:dir|ihnen|euch))?|was\s+geht(?:\s+ab)?|was\s+machst\s+du(?:\s+(?:so|gerade|heute)){0,4}|mir\s+geht(?:['’]?s|\s+es)\s+gut|freut\s+mich|sch(?:ö|oe|o)n\s+dich\s+kennen\s*zu\s*lernen)`;
const PART = `(?:${HELLO}|${THANKS}|${FINE}|${BYE}|${HOW_ARE_YOU})${YOU}`;
const LEAD = String.raw`^(?:(?:${HELLO}|bitte|und|also|ok|okay|sag\s+mal|sagen\s+sie\s+mal)${YOU}[\s,.!]+){0,3}`;
const BOT = String.raw`(?:bot|chat\s*bot|roboter|mensch|menschlich|echter\s+mensch|person|maschine|programm|computer|ki|k\.i\.|ai|k${UE}nstliche\s+intelligenz|sprachmodell|chat\s*gpt|gpt|assistent|journalist|echt|lebendig|am\s+leben)`;
const THIS = String.raw`(?:du|sie|das|dies|das\s+hier|dieser\s+bot|der\s+bot|dieser\s+chat\s*bot|das\s+ganze|beleg|er|ihr|man\s+(?:dich|sie|das|den\s+bot))`;

export const smallTalk = {
  greetings: [
    String.raw`(?:danke|vielen\s+dank|merci|super|toll|prima|ok(?:ay)?)(?:\s+(?:dir|ihnen|euch|schön|sehr|dafür))*[\s,.!:;-]+(?:das|es|du|sie)\s+(?:hat|war|hast|haben|ist)\s+(?:mir\s+|sehr\s+|wirklich\s+|echt\s+|viel\s+|alles\s+)*(?:geholfen|hilfreich|nützlich|nett|klar|super|toll)(?:\s+sehr)?`,
    String.raw`^\s*${PART}(?:[\s,.!?;:&-]+(?:und\s+)?${PART}){0,4}${END}`,
  ],
  thanks: [THANKS],
  aboutBot: [
    String.raw`mit\s+wem\s+(?:rede|spreche|schreibe|chatte)\s+ich(?:\s+(?:hier|da|eigentlich|gerade))*`,
    String.raw`${LEAD}(?:wer|was)\s+(?:zum\s+teufel\s+)?(?:bist\s+du|seid\s+ihr)(?:\s+(?:denn|eigentlich|genau|so|f${UE}r\s+ein(?:er|e|s)?(?:\s+\p{L}+)?)){0,4}${END}`,
    String.raw`${LEAD}(?:wie\s+(?:hei(?:ß|ss|s)t\s+du|hei(?:ß|ss|s)en\s+sie|ist\s+(?:dein|ihr)\s+name)|(?:hast\s+du|haben\s+sie)\s+einen\s+namen|was\s+ist\s+(?:dein|ihre?)\s+(?:name|zweck|aufgabe|job|funktion)|was\s+ist\s+deine\s+(?:aufgabe|funktion)|wie\s+alt\s+(?:bist\s+du|sind\s+sie)|wo(?:her)?\s+kommst\s+du(?:\s+her)?|stell(?:e)?\s+dich(?:\s+bitte)?\s+vor|stellen\s+sie\s+sich(?:\s+bitte)?\s+vor|erz${AE}hl(?:e)?\s+(?:mir\s+)?(?:etwas\s+|was\s+|mehr\s+)?(?:von|${UE}ber)\s+dich?r?)(?:\s+(?:denn|eigentlich|so)){0,4}${END}`,
    String.raw`${LEAD}was\s+(?:alles\s+)?(?:kannst\s+du|k(?:ö|oe|o)nnen\s+sie|k(?:ö|oe|o)nnt\s+ihr|machst\s+du|machen\s+sie|wei(?:ß|ss|s)t\s+du|wissen\s+sie|tust\s+du|bietest\s+du)(?:\s+(?:denn|eigentlich|alles|so|hier|f${UE}r\s+mich|tun|machen|beantworten|genau|mir\s+sagen|mir\s+bieten|an)){0,4}${END}`,
    String.raw`${LEAD}(?:wie|wof${UE}r|wozu)\s+(?:genau\s+|eigentlich\s+)?(?:funktionierst|arbeitest|funktioniert|funktionieren|arbeitet|arbeiten|geht|gehst|bist|ist|sind|dient|gibt\s+es|benutzt|nutzt|verwendet|bedient|benutze|nutze|verwende|frage|stelle)\s+(?:${THIS}|ich\s+(?:dich|sie|das|den\s+bot|dir\s+(?:eine\s+)?fragen?|ihnen\s+(?:eine\s+)?fragen?|(?:eine\s+)?fragen?))(?:\s+(?:denn|eigentlich|genau|hier|so|vor|gut|da)){0,4}${END}`,
    String.raw`${LEAD}wie\s+kann\s+(?:ich|man)\s+(?:dich|sie|das|dir|den\s+bot|das\s+hier|ihnen)?\s*(?:benutzen|nutzen|verwenden|bedienen|(?:eine\s+)?fragen?\s+stellen|fragen|etwas\s+fragen|was\s+fragen)${END}`,
    String.raw`${LEAD}(?:bist\s+du|sind\s+sie|ist\s+das(?:\s+hier)?|rede\s+ich\s+(?:hier\s+)?mit|spreche\s+ich\s+(?:hier\s+)?mit|schreibe\s+ich\s+(?:hier\s+)?mit)\s+(?:(?:denn|eigentlich|nur|wirklich)\s+)*(?:eine?[mnr]?\s+)?(?:echte[nrm]?\s+)?${BOT}(?:en)?(?:\s+oder\s+(?:eine?[mnr]?\s+)?(?:echte[nrm]?\s+)?${BOT}(?:en)?)?${END}`,
    String.raw`${LEAD}(?:benutzt|nutzt|verwendest|verwendet|hast)\s+du\s+(?:eine?\s+)?(?:ki|k${UE}nstliche\s+intelligenz|sprachmodell|chat\s*gpt|gpt|gef${UE}hle)${END}`,
    String.raw`${LEAD}(?:wer\s+hat|von\s+wem\s+(?:wurdest|bist))\s+(?:dich|sie|du|das(?:\s+hier)?|den\s+bot|diesen\s+bot|beleg)\s+(?:gemacht|gebaut|programmiert|entwickelt|erschaffen|geschrieben|erfunden|erstellt|trainiert|konzipiert)(?:\s+worden)?${END}`,
    String.raw`${LEAD}(?:was|wer)\s+(?:ist|kann|macht|bedeutet|soll)\s+(?:denn\s+|eigentlich\s+)?(?:beleg|das(?:\s+hier)?|dieser\s+(?:bot|chat|chat\s*bot|kanal)|der\s+bot|dieses\s+programm|hier\s+los)(?:\s+(?:f${UE}r\s+ein\s+(?:bot|programm|ding)|eigentlich|genau|hier|alles|denn)){0,4}${END}`,
    String.raw`${LEAD}(?:ich\s+brauche\s+(?:bitte\s+)?hilfe|(?:kannst\s+du|k(?:ö|oe|o)nnen\s+sie)\s+mir\s+(?:bitte\s+)?helfen|hilf\s+mir|hilfe|\/?hilfe|\/help|help|\/start|anleitung|bedienungsanleitung|befehle|men${UE})(?:\s+bitte)?${END}`,
    String.raw`${LEAD}(?:welche|was\s+f${UE}r|zu\s+welchen|${UE}ber\s+welche)\s+(?:art(?:en)?\s+(?:von\s+)?)?(?:fragen|themen|sprachen|sachen|befehle)\s+(?:kann\s+(?:ich|man)|kannst\s+du|k(?:ö|oe|o)nnen\s+sie|darf\s+ich|soll\s+ich|beantwortest\s+du|sprichst\s+du|verstehst\s+du|kennst\s+du)(?:\s+(?:dir|dich|sie|ihnen|hier|denn|alles|so|fragen|stellen|beantworten|sprechen|verstehen)){0,4}${END}`,
    String.raw`${LEAD}was\s+(?:alles\s+)?(?:kann|darf|soll|muss)\s+(?:ich|man)\s+(?:(?:dich|sie|dir|hier|denn|alles|so|mit\s+dir)\s+)*(?:fragen|machen|tun|wissen|eingeben|schreiben)${END}`,
    String.raw`${LEAD}(?:sprichst|verstehst|kannst)\s+du\s+(?:auch\s+)?(?:deutsch|englisch|andere\s+sprachen)${END}`,
    String.raw`${LEAD}(?:kann|darf)\s+ich\s+(?:dich|dir|sie|ihnen|hier)?\s*(?:(?:et)?was|eine\s+frage|fragen)\s*(?:fragen|stellen)?${END}`,
  ],
  aboutSpeaker: [
    String.raw`(?:und\s+|aber\s+)?(?:sagt\s+wer|wer\s+(?:sagt|sagte|behauptet|behauptete|meint|meinte|hat)\s+(?:das|dies|so\s*was|es)(?:\s+(?:denn|eigentlich|gesagt|behauptet))*|von\s+wem\s+(?:ist|kommt|stammt)\s+(?:das|dies|die\s+aussage|das\s+zitat)|wessen\s+(?:worte|meinung|aussage)\s+(?:ist|sind|war|waren)\s+das)`,
  ],
  aboutSources: [
    String.raw`(?:und\s+|aber\s+)?woher\s+(?:hast|habt|haben|wei(?:ß|ss)t|wissen|nimmst|nehmen|beziehst|beziehen)\s+(?:du|ihr|sie)(?!\p{L})[^?]{0,40}`,
    String.raw`(?:und\s+)?(?:woher|von\s+wem|wo)\s+(?:kommt|kommen|stammt|stammen|ist|sind|hast\s+du|haben\s+sie)\s+(?:das|dies|diese|die|deine|ihre|eure)(?:\s+(?:alles|ganze|info|infos|information|informationen|angabe|angaben|daten|antwort|antworten|nachricht|meldung))?(?:\s+(?:eigentlich|denn|her))?`,
    String.raw`(?:und\s+)?(?:was|welche|wer)\s+(?:ist|sind)\s+(?:deine|die|ihre|eure)\s+quellen?(?:\s+(?:dafür|hierfür|davon))?`,
    String.raw`worauf\s+(?:stützt|stuetzt|beruht|basiert|berufst|gründet)\s+(?:sich\s+)?(?:du\s+dich|das|dies|die\s+antwort|deine\s+antwort)(?:\s+dabei)?`,
    String.raw`(?:wer\s+(?:berichtet|schreibt|meldet|hat)\s+(?:das|dies|so\s*was)(?:\s+(?:denn|eigentlich|gesagt|geschrieben|berichtet|gemeldet))?)`,
    String.raw`(?:deine\s+|die\s+)?(?:quellen?|quellenangaben?|belege?)(?:\s+bitte|\s+(?:dafür|dafuer|hierfür|dazu))?`,
  ],
  orders: [
    String.raw`^(?:bitte\s+)?(?:ignorier(?:e|en)?|vergiss|behaupte|tu\s+so)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:ignorier(?:e|en|t)?|vergiss|vergesst|vergessen\s+sie|missachte|umgehe|${UE}bergehe|verwirf)(?!\p{L})[^.?!]{0,50}(?<!\p{L})(?:anweisung(?:en)?|instruktion(?:en)?|regeln|vorgaben|prompts?|befehle|anordnungen|einschr${AE}nkungen|beschr${AE}nkungen|programmierung|alles|quellen|bisherige[nrs]?|vorherige[nrs]?)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:system\s*-?\s*prompts?|dein(?:e[nrms]?)?\s+(?:prompts?|anweisung(?:en)?|instruktion(?:en)?)|ihre[nr]?\s+systemanweisung(?:en)?|entwicklermodus|dan-modus|jailbreak)(?!\p{L})`,
    String.raw`^(?:(?:bitte|jetzt|nun|und|ok)\s*,?\s+)*(?:wiederhol(?:e|en)?|zeig(?:e|en)?|verrat(?:e|en)?|gib|nenn(?:e|en)?|druck(?:e|en)?)(?!\p{L})[^.?!]{0,30}(?<!\p{L})(?:prompts?|anweisungen|instruktionen|deine\s+regeln|quellcode|konfiguration)(?!\p{L})`,
    String.raw`^(?:(?:bitte|jetzt|nun|und|ok)\s*,?\s+)*(?:wiederhol(?:e)?|sprich|sag(?:e)?)\s+(?:mir\s+)?(?:nach|folgendes|den\s+text\s+oben|alles\s+oben|["„“'‚])`,
    String.raw`(?<!\p{L})(?:tu|tue|tun\s+sie|stell\s+dir\s+vor|benimm\s+dich|verhalte?\s+dich)\s*,?\s+(?:(?:bitte|jetzt|einfach)\s+)*(?:so\s*,?\s+)?(?:als\s+(?:ob|w${AE}rst|w${AE}re|seist|h${AE}ttest)|du\s+(?:w${AE}rst|bist|seist)|wie\s+ein)`,
    String.raw`(?<!\p{L})(?:du\s+bist\s+(?:jetzt|ab\s+jetzt|ab\s+sofort|nun|nicht\s+mehr|von\s+nun\s+an)|ab\s+(?:jetzt|sofort)\s+(?:bist|antwortest|sprichst|sollst|antworte)(?:\s+du)?|spiel(?:e|en\s+sie)?\s+(?:die\s+rolle|den\s+|eine?n?\s+)|schl${UE}pfe\s+in\s+die\s+rolle|antworte\s+(?:nur|immer|ab\s+jetzt|wie\s+ein|als\s+(?:w${AE}rst|ob|ein)|mit\s+ja))(?!\p{L})`,
    String.raw`^(?:(?:bitte|jetzt|nun|und|ok|hallo|hey|hi)\s*,?\s+)*(?:(?:kannst|k(?:ö|oe|o)nntest|w${UE}rdest)\s+du\s+(?:mir\s+|uns\s+)?(?:bitte\s+)?|k(?:ö|oe|o)nnen\s+sie\s+(?:mir\s+)?(?:bitte\s+)?)?(?:(?:erz${AE}hl(?:e|en)?|schreib(?:e|en)?|dicht(?:e|en)?|mach(?:e|en)?|gib|erfinde|verfasse?|generiere?|erstelle?|sing(?:e)?|mal(?:e)?|zeichne|programmiere?|bau(?:e)?|entwirf|trag(?:e)?)\s+)?(?:sie\s+)?(?:bitte\s+)?(?:mir|uns)?\s*(?:mal\s+|bitte\s+|doch\s+|noch\s+)*(?:(?:ei)?ne?[nrms]?\s+|etwas\s+|das\s+|meine[nr]?\s+)(?:\p{L}+e[nrs]?\s+)?(?:witz(?:e)?|gedicht(?:e)?|lied(?:er)?|m${AE}rchen|geschichte|aufsatz|essay|code|skript|programm|funktion|brief|e-?mail|mail|rezept|bild|zeichnung|haiku|rap|hausaufgaben?|bewerbung|r${AE}tsel|tweet|kompliment)(?!\p{L})(?!.*(?<!\p{L})(?:wurde|wird|hat|ist|war)(?!\p{L}))`,
    String.raw`^(?:(?:bitte|jetzt|nun|und)\s*,?\s+)*(?:erz${AE}hl(?:e|en\s+sie)?|schreib(?:e|en\s+sie)?)\s+(?:mir\s+|uns\s+)?(?:bitte\s+|mal\s+)*(?:witze|gedichte|code|python|javascript|html|sql)(?!\p{L})`,
    String.raw`^(?:(?:bitte|jetzt|nun|und)\s*,?\s+)*(?:(?:kannst|k(?:ö|oe|o)nntest)\s+du\s+(?:mir\s+)?(?:bitte\s+)?(?:das|den\s+text|diesen\s+text|diesen\s+satz|folgendes)\s+(?:${UE}bersetzen|zusammenfassen|umschreiben)|${UE}bersetz(?:e|en\s+sie)?|fass(?:e|en\s+sie)?\s.*\szusammen|formulier(?:e|en\s+sie)?\s.*\sum|korrigier(?:e|en\s+sie)?|berechne|rechne|l(?:ö|oe|o)se\s|google|such(?:e)?\s+im\s+(?:internet|netz|web)|sing(?:e)?(?!\p{L})|tanz(?:e)?(?!\p{L})|l(?:ö|oe|o)sche|schick(?:e)?\s+mir|erinner(?:e)?\s+mich|stell(?:e)?\s+(?:mir\s+)?(?:einen\s+)?(?:wecker|timer)|bestell(?:e)?\s+mir|buch(?:e)?\s+mir|kauf(?:e)?\s+mir)`,
    String.raw`(?<!\p{L})(?:erfinde|denk\s+dir)\s+(?:(?:einfach|doch|bitte|mir)\s+)*(?:eine?n?\s+)?(?:antwort|quelle|zitat|etwas|was|geschichte)(?!\p{L})|(?<!\p{L})(?:ohne|keine)\s+quellen?\s+(?:antworten|angeben|nennen)(?!\p{L})`,
  ],
} satisfies SmallTalk;
