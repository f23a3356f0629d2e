/** Separable verbs as they stand in a clause: "festnehmen" is "nahmen … fest" there. */

/** The longest first: "überein" before "über" would be. Only those that hardly ever stay with their verb in a clause. */
const PARTICLES =
  "überein zusammen entgegen hervor heraus zurück weiter nieder durch fest fort frei heim hoch klar nach teil dar her hin los mit vor weg auf aus bei ein um zu ab an".split(
    " ",
  );

/** Forms that no rule gives, by the infinitive: the present, then the past. */
const STRONG: Readonly<Record<string, string>> = {
  bieten: "bot boten",
  brechen: "bricht brach brachen",
  bringen: "brachte brachten",
  fallen: "fällt fiel fielen",
  finden: "fand fanden",
  fliegen: "flog flogen",
  geben: "gibt gab gaben",
  gehen: "ging gingen",
  gestehen: "gesteht gestand gestanden",
  greifen: "griff griffen",
  halten: "hält hielt hielten",
  heben: "hob hoben",
  kommen: "kam kamen",
  laden: "lädt lud luden",
  lassen: "lässt ließ ließen",
  laufen: "läuft lief liefen",
  nehmen: "nimmt nahm nahmen",
  rufen: "rief riefen",
  schlagen: "schlägt schlug schlugen",
  schließen: "schloss schlossen",
  schreiben: "schrieb schrieben",
  sehen: "sieht sah sahen",
  sprechen: "spricht sprach sprachen",
  stehen: "stand standen",
  steigen: "stieg stiegen",
  tragen: "trägt trug trugen",
  treffen: "trifft traf trafen",
  treten: "tritt trat traten",
  weisen: "wies wiesen",
  werfen: "wirft warf warfen",
  ziehen: "zog zogen",
};

/** The forms of a list's infinitives with their particles apart, as two-word phrases; none for any other word. */
export function separatedForms(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const particle = PARTICLES.find((candidate) => word.startsWith(candidate) && word.length > candidate.length + 3);
    const verb = particle === undefined ? "" : word.slice(particle.length);
    if (!/^(?!ge(?!hen|ben|stehen))\p{Ll}+e[lr]?n$/u.test(verb)) return [];
    return [verb, presentOf(verb), ...(STRONG[verb]?.split(" ") ?? [])].map((form) => `${form} ${particle}`);
  });
}

/** "deckt", "arbeitet"; the past of a regular verb ("deckte") has the same stem. */
function presentOf(infinitive: string): string {
  const root = infinitive.replace(/e?n$/u, "");
  return /[dt]$/u.test(root) ? `${root}et` : `${root}t`;
}
