import type { Words } from "../pack.ts";

const split = (text: string): readonly string[] => text.trim().split(/\s+/);
const phrases = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

// Spellings without umlaut and eszett stand next to the right ones, since people type both.
const stop = split(`
  der die das den dem des ein eine einen einem einer eines ne nen nem kein keine keinen keinem keiner keines
  ich mich mir du dich dir er ihn ihm sie ihr ihnen es wir uns euch man sich einander selbst selber
  mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem seiner seines
  ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem eurer eures
  dieser diese dieses diesen diesem dies jener jene jenes jenen jenem jeder jede jedes jeden jedem
  derjenige diejenige dasjenige diejenigen denjenigen demjenigen derselbe dieselbe dasselbe dieselben denselben
  deren dessen denen welcher welche welches welchen welchem welch
  jemand jemanden jemandem niemand niemanden niemandem etwas nichts was irgendwas irgendwer irgendwo irgendwie
  irgendein irgendeine irgendeinen irgendeinem irgendwann alles alle allen aller allem einige einigen einiger einiges
  manche mancher manches manchen mehrere mehreren mehrerer beide beiden beider beides
  wer wen wem wessen wo woher wohin wann wie warum weshalb wieso weswegen wozu wofür wofuer wofur womit wodurch
  worüber worueber woruber wovon woran worauf worin woraus worum wogegen wonach wovor wobei wieviel wieviele
  hier da dort dorthin dahin daher hierher hin her
  dabei dafür dafuer dafur dagegen damit danach daneben daran darauf daraus darin darüber darueber darum davon davor
  dazu dazwischen dadurch hierbei hiermit hierzu hierfür hierfuer
  ab an auf aus außer ausser bei beim bis durch entlang für fuer fur fürs gegen gegenüber gegenueber hinter in im ins
  innerhalb außerhalb ausserhalb mit mithilfe nach neben ohne per pro samt seit statt anstatt trotz über ueber uber
  übers um ums unter vom von vor vorm während waehrend wahrend wegen wider zu zum zur zwischen am ans aufs durchs
  bezüglich bezueglich hinsichtlich mittels anhand aufgrund zufolge zugunsten angesichts infolge
  und oder aber sondern denn weil da dass daß ob wenn falls als wie obwohl obgleich damit sodass so bevor nachdem
   sobald solange sowie sowohl weder noch entweder je desto doch jedoch also dann deshalb deswegen daher somit
  indem wobei während bzw beziehungsweise
  bin bist ist sind seid war warst waren wart gewesen wäre waere ware wären waeren sei seien wärst
  habe hab hast hat haben habt hatte hattest hatten hattet gehabt hätte haette hätten haetten hättest
  werde wirst wird werden werdet wurde wurdest wurden wurdet geworden worden würde wuerde würden wuerden würdest
  kann kannst können koennen konnen könnt koennt konnte konnten könnte koennte könnten koennten gekonnt
  soll sollst sollen sollt sollte sollten will willst wollen wollt wollte wollten
  muss muß musst müssen muessen mussen müsst musste mussten müsste muesste müssten
  darf darfst dürfen duerfen durfen dürft durfte durften dürfte duerfte mag magst mögen moegen mögt mochte möchte
  moechte möchten moechten möchtest lässt laesst lassen ließ liess ließen lasse
  tun tut tue taten getan
  heißen heissen heißt heisst hieß hiess hießen hiessen geheißen gut gute guten guter gutes
  nicht nichts nie niemals nein ja
  auch schon noch nur mal einmal eigentlich denn doch eben halt wohl bloß bloss gar sehr so sogar etwa zwar ganz
  immer wieder bereits erst sonst nun jetzt dann gerade ziemlich überhaupt ueberhaupt vielleicht fast kaum
  mehr viel viele vielen vieler vieles wenig wenige weniger meist meisten
  bitte danke hallo hi hey ok okay tja gell halt mal gern gerne
  geht's gibt's gibts gehts ist's war's wie's was's wars hat's hats
  zb z.b usw etc
`);

const light = split(`
  Rolle Rollen Art Arten Sorte Typ Form Ziel Ziele Zielen Zweck Zwecke Absicht Absichten Thema Themen Gegenstand Frage
  Fragen Sache Sachen Ding Dinge Weise Mittel Methode Fall Fälle Tatsache Fakt Fakten Detail Details Einzelheit
  Einzelheiten Information Informationen Angabe Angaben Info Infos Teil Teile Seite Seiten Ausmaß Umfang Maß Grad
  Wirkung Auswirkung Auswirkungen Folge Folgen Ergebnis Ergebnisse Konsequenz Konsequenzen Resultat Grund Gründe
  Ursache Anlass Moment Augenblick Zeit Zeiten Zeitpunkt Zeitraum Datum Daten Tag Ort Orte Stelle Stellen Platz
  Standort Zahl Zahlen Anzahl Menge Summe Höhe Größe Person Personen Leute Mensch Menschen Einzelne Ereignis
  Ereignisse Ereignissen Vorfall Geschehen Aktion Aktionen Handlung Handlungen Schritt Schritte Maßnahme
  Maßnahmen Massnahme Massnahmen Anstrengung Anstrengungen Bemühung Bemühungen Aktivität Aktivitäten Situation Lage
  Zusammenhang Umstand Umstände Hintergrund Hintergründe Kontext Rahmen Bereich Bereiche Gebiet Feld Aspekt Punkt Punkte Hinsicht
  Bezug Bezüge Beispiel Beispiele Name Namen Begriff Titel Inhalt Wort Worte Wörter Stück Reihe Mitglied
  passieren passiert passierte geschehen geschieht geschah ereignen ereignet ereignete vorfallen vorgefallen
  stattfinden stattgefunden stattfand statt fand fanden stattfindet durchführen durchgeführt durchführte führen führt
  führte führten geführt machen macht machte machten gemacht geben gibt gab gaben gegeben nehmen nimmt nahm nahmen
  genommen gehen geht ging gingen gegangen kommen kommt kam kamen gekommen stellen stellt stellte gestellt setzen
  setzt setzte gesetzt bringen bringt brachte gebracht wollen planen plant plante geplant versuchen versucht versuchte
  sagen sagt sagte sagten gesagt erzählen erzählt erzählte mitteilen erwähnen erwähnt erwähnte beschreiben beschreibt
  beschrieb beschrieben bezeichnen bezeichnet bezeichnete nennen nennt nannte nannten genannt benennen heißt
  hieß heisst hiess bedeuten bedeutet bedeutete bleiben bleibt blieb blieben geblieben stehen steht stand
  standen gestanden liegen liegt lag lagen gelegen betreffen betrifft betraf beteiligen beteiligt beteiligte
  gelten gilt galt galten gegolten betrachten betrachtet spielen spielt spielte gespielt dienen dient diente gedient
  verwenden verwendet benutzen benutzt nutzen nutzt nutzte genutzt zeigen zeigt zeigte gezeigt finden findet gefunden
  wissen weiß weiss wusste gewusst bekannt kennen kennt kannte sehen sieht sah sahen gesehen hören hört halten
  hält hielt hielten scheinen scheint schien beginnen beginnt begann begonnen anfangen angefangen starten folgen
  folgt folgte Mittel Mitteln denken glauben erfolgt erfolgte handelt entstehen entstand entstanden
  sollen erklären erklärt erklärte melden meldet fragen brauchen braucht bekommen bekommt bekam erhalten erhielt
   tätig unternommen unternahm vornehmen vorgenommen dauern dauert dauerte
  laut gemäß gemäss gemaess genau genaue genauen genauer exakt konkret konkrete bestimmt bestimmte bestimmten neu neue
  neuen neuer neues neueste neuesten aktuell aktuelle aktuellen letzte letzten letzter kürzlich
  derzeit derzeitig gegenwärtig momentan wichtig wichtige wichtigste groß gross große grosse großen größte klein kleine
    bestimmt gewiss solch solche solcher solches solchen ander andere anderen anderer anderes weitere weiteren
  weiterer verschieden verschiedene unterschiedlich einzeln einzelne ähnlich gleich möglich wirklich tatsächlich
  wahr echt ganz gesamt insgesamt zusammen gemeinsam gemeinsame gemeinsamen miteinander hauptsächlich haupt vor allem
  allgemein üblich normalerweise zuvor vorher später zuletzt zuerst zunächst schließlich endlich heute damals einst
  Aufgabe Aufgaben Aufgabenbereich Aufgabengebiet Zuständigkeitsbereich Kurs Linie Ansatz Nutzen Effekt Effekte Merkmal Merkmale Eigenschaft Eigenschaften Charakter Stellenwert Ausdruck Vorhaben
  Hinblick Blick innehaben innegehabt innehatte bekleiden bekleidet bekleidete ausüben ausgeübt übte aktiv offen künftig
  kuenftig zukünftig zukuenftig früher bisher seitdem seither oft häufig manchmal ständig direkt indirekt jeweils ungefähr circa rund knapp lange lang
  weit hoch sonstig entsprechend entsprechende letztlich ebenfalls außerdem zudem dennoch trotzdem übrigens
`);

export const words = {
  stop,
  light,
  numbers: {
    null: 0,
    eins: 1,
    zwei: 2,
    zwo: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    fuenf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    zwoelf: 12,
    dreizehn: 13,
    vierzehn: 14,
    fünfzehn: 15,
    fuenfzehn: 15,
    sechzehn: 16,
    siebzehn: 17,
    achtzehn: 18,
    neunzehn: 19,
    zwanzig: 20,
    dreißig: 30,
    dreissig: 30,
    vierzig: 40,
    fünfzig: 50,
    fuenfzig: 50,
    sechzig: 60,
    siebzig: 70,
    achtzig: 80,
    neunzig: 90,
    hundert: 100,
    einhundert: 100,
    tausend: 1_000,
    eintausend: 1_000,
    million: 1_000_000,
    millionen: 1_000_000,
    milliarde: 1_000_000_000,
    milliarden: 1_000_000_000,
    billion: 1_000_000_000_000,
    billionen: 1_000_000_000_000,
    dutzend: 12,
  },
  months: [
    ["januar", "jänner", "jaenner", "jan"],
    ["februar", "feber", "feb"],
    ["märz", "maerz", "mär", "mrz"],
    ["april", "apr"],
    ["mai"],
    ["juni", "juno", "jun"],
    ["juli", "julei", "jul"],
    ["august", "aug"],
    ["september", "sep", "sept"],
    ["oktober", "okt"],
    ["november", "nov"],
    ["dezember", "dez"],
  ],
  qualifiers: {
    over: phrases("über, ueber, mehr als, oberhalb von, größer als, jenseits von"),
    about: phrases(
      "rund, etwa, circa, zirka, ca, ungefähr, ungefaehr, knapp, annähernd, fast, beinahe, nahezu, um die, gegen, schätzungsweise, in etwa, an die",
    ),
    "at-least": phrases("mindestens, wenigstens, zumindest, nicht weniger als, minimal, oder mehr, ab"),
    "at-most": phrases("höchstens, hoechstens, maximal, bis zu, nicht mehr als, allenfalls, oder weniger"),
    under: phrases("unter, weniger als, unterhalb von, kleiner als, nicht ganz"),
  },
  hedges: [
    String.raw`(?<!\p{L})mutma(?:ß|ss)(?:lich\p{L}*|t\p{L}*|en|ung\p{L}*)`,
    String.raw`(?<!\p{L})(?:angeblich|vermutlich|vermeintlich|offenbar|anscheinend|wahrscheinlich|m(?:ö|oe)glicherweise|vermutet)\p{L}*`,
    String.raw`(?<!\p{L})(?:tat|haupt|terror|mord)?verd(?:ä|ae|a)cht(?:ig|igt|igte[nrms]?|ige[nrms]?|igung\p{L}*|e|s)?(?!\p{L})`,
    String.raw`(?<!\p{L})beschuldig\p{L}*|(?<!\p{L})(?:vorwurf|vorw(?:ü|ue)rfe\p{L}*|vorgeworfen|bezichtigt)(?!\p{L})|(?<!\p{L})(?:wirft|werfen|warf|warfen)(?!\p{L})[^.!?;]*(?<!\p{L})vor(?=[,.!?;:]|$)`,
    String.raw`(?<!\p{L})soll(?:en)?(?!\p{L})[^.!?;]*(?<!\p{L})(?:haben|sein)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:gilt|gelten|galt|galten)\s+(?:weithin\s+|allgemein\s+)?als(?!\p{L})|(?<!\p{L})dem\s+vernehmen\s+nach|(?<!\p{L})unbest(?:ä|ae)tigt\p{L}*|(?<!\p{L})ger(?:ü|ue)cht\p{L}*`,
  ],
  modes: {
    said: [
      String.raw`(?<!\p{L})(?:sag(?:t|te|ten|en)|gesagt|erkl(?:ä|ae)r(?:t|te|ten|en)|nann(?:te|ten)|nennt|genannt|bezeichne(?:t|te|ten|n)|betont?e?n?|mitgeteilt|mitteilte|(?:ä|ae)u(?:ß|ss)er(?:t|te|ten|n)|ge(?:ä|ae)u(?:ß|ss)ert|k(?:ü|ue)ndig(?:t|te|ten)|angek(?:ü|ue)ndigt|behaupte(?:t|te|ten|n)|beschreib(?:t|en)|beschrieb(?:en)?|bekr(?:ä|ae)ftig(?:t|te|ten)|best(?:ä|ae)tig(?:t|te|ten))(?!\p{L})`,
      String.raw`(?<!\p{L})(?:laut|zufolge|gem(?:ä|ae)(?:ß|ss)|nach\s+(?:angaben|aussage|den\s+worten))(?!\p{L})`,
    ],
    thanked: [
      String.raw`(?<!\p{L})(?:dank|danke|danken|dankt|dankte|dankten|gedankt|bedank\p{L}*|dankbar\p{L}*|dankesworte|danksagung\p{L}*)(?!\p{L})`,
    ],
    promised: [
      String.raw`(?<!\p{L})(?:verspr(?:e|i|a)ch\p{L}*|versprochen|zugesag\p{L}*|zusag(?:e|en|t|te)|versicher(?:t|te|ten|n)|gelob(?:t|te|ten|en)|verpflichte\p{L}*|zugesichert|zusicherung\p{L}*|garantier\p{L}*)(?!\p{L})`,
      String.raw`(?<!\p{L})sag(?:t|te|ten)(?!\p{L})[^.!?;,]*(?<!\p{L})zu(?=[,.!?;]|$)`,
    ],
    hoped: [
      String.raw`(?<!\p{L})(?:hoff(?:t|te|ten|en|e)|gehofft|erhoff\p{L}*|hoffnung(?:en|svoll)?|w(?:ü|ue)nsch\p{L}*|wunsch|gew(?:ü|ue)nscht)(?!\p{L})`,
    ],
    admitted: [
      String.raw`(?<!\p{L})(?:einger(?:ä|ae)umt|einr(?:ä|ae)um\p{L}*|zugegeben|zugab\p{L}*|zugeben|eingestanden|eingest(?:ä|ae)nd\p{L}*|eingestehen|gestand(?:en)?|gesteht|gest(?:ä|ae)nd\p{L}*)(?!\p{L})`,
      String.raw`(?<!\p{L})r(?:ä|ae)um(?:t|te|ten|en)(?!\p{L})[^.!?;]*(?<!\p{L})ein(?!\p{L})|(?<!\p{L})(?:gab|gaben|gibt|geben)(?!\p{L})[^.!?;]*(?<!\p{L})zu(?=[,.!?;]|$)`,
    ],
    agreed: [
      String.raw`(?<!\p{L})(?:einig(?:t|te|ten|ung|keit)?|geeinigt|vereinbar(?:t|te|ten|en|ung|ungen)|einvernehmen|einvernehmlich\p{L}*|(?:ü|ue)berein(?:gekommen|kunft|k(?:ü|ue)nfte|stimm\p{L}*|kam(?:en)?)|konsens|einverstanden|zugestimmt|zustimm\p{L}*|einstimmig|verst(?:ä|ae)ndigt\p{L}*)(?!\p{L})`,
      String.raw`(?<!\p{L})stimm(?:t|te|ten|en)(?!\p{L})[^.!?;]*(?<!\p{L})zu(?!\p{L})`,
    ],
  },
  beyond:
    "nächste nächsten nächster nächstes wieder erneut weitere weiteren weiterer weiteres andere anderen anderer anderes sonst vorher zuvor früher frühere früheren ehemalige bisher später danach künftig künftige bald morgen heute derzeit aktuell jetzt stattdessen nochmal".split(
      " ",
    ),
  anaphora: split(`
    er sie ihn ihm ihr ihre ihren ihrem ihrer ihres ihnen sein seine seinen seinem seiner seines deren dessen denen
    dort da damals das dies diese dieser dieses diesen diesem jene jener jenes jenen jenem dabei dafür dafuer dafur
    dagegen damit danach daran darauf daraus darin darüber darueber darum davon davor dazu dadurch dorthin dahin
    daher dorther hierzu hierbei hierfür deswegen deshalb derselbe dieselbe dasselbe solche solcher solches selbige
  `),
  pronouns: "er ihn ihm sein seine seinen seinem seiner".split(" "),
  followUp: phrases(
    "und, und was, und was ist mit, was ist mit, und wie ist es mit, wie ist es mit, und wie sieht es mit, und die, und der, und das, auch, und auch, aber, also, dann, und dann, sonst, wer noch, was noch, wo noch, was sonst, wer sonst, außerdem, ausserdem, ebenfalls, genauso",
  ),
} satisfies Words;
