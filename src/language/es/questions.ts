import type { Questions } from "../pack.ts";

// Letters with accents are no word characters to a regular expression's "\b". Every accent may be missing.
const B = String.raw`(?<!\p{L})`;
const E = String.raw`(?!\p{L})`;
const WORD = `${B}(?:qui[eé]n(?:es)?|qu[eé]|cu[aá]l(?:es)?|cu[aá]ndo|d[oó]nde|ad[oó]nde|c[oó]mo|por\\s+qu[eé]|cu[aá]nt[oa]s?)${E}`;
/** Anything without a question word: a relative clause or a second question behind the first does not decide. */
const LEAD = `^(?:(?!${WORD}).)*`;
const first = (rest: string) => `${LEAD}${B}${rest}`;
const WHAT_IS = String.raw`cu[aá]l(?:es)?\s+(?:es|era|son|eran|fue|fueron|ser[ií]a|ha\s+sido)\s+(?:el\s+|la\s+|los\s+|las\s+|su\s+|sus\s+)`;
const PERSON =
  "(?:personas?|ministr[oa]s?|responsables?|funcionari[oa]s?|pol[ií]ticos?|dirigentes?|l[ií]deres|l[ií]der|jefes?|presidentes?|polic[ií]as?|sospechosos?|criminales|delincuentes?|v[ií]ctimas?|ciudadan[oa]s?|expertos?|periodistas?|autore?s?|autoridad(?:es)?|agencias?|organizaci[oó]n|organizaciones|organismos?|empresas?|bandas?|grupos?|unidad(?:es)?|servicios?|representantes?)";
const PLACE =
  "(?:pa[ií]s(?:es)?|estados?|ciudad(?:es)?|provincias?|lugar(?:es)?|sitios?|regi[oó]n|regiones|distritos?|pueblos?|edificios?|calles?|direcci[oó]n|pasos?\\s+fronterizos?|puestos?\\s+fronterizos?|paso|fronteras?|capital|c[aá]rcel(?:es)?|prisi[oó]n|aeropuerto|localidad)";
const SAYING =
  "(?:dijo|dice|dijeron|dicen|dicho|declar\\p{L}*|afirm\\p{L}*|anunci\\p{L}*|respond\\p{L}*|contest\\p{L}*|subray\\p{L}*|destac\\p{L}*|recalc\\p{L}*|explic\\p{L}*|coment\\p{L}*|opin\\p{L}*)";

export const questions = {
  asks: [
    // why
    {
      pattern: `${B}(?:por\\s+(?:qu[eé]|cu[aá]l(?:es)?\\s+(?:raz[oó]n|motivos?))|para\\s+qu[eé]|con\\s+qu[eé]\\s+(?:fin|finalidad|objetivo|prop[oó]sito)|a\\s+qu[eé]\\s+se\\s+debe|qu[eé]\\s+(?:motivos?|raz[oó]n(?:es)?))${E}(?!\\s+(?:serv|sirv|se\\s+us|se\\s+utiliz|fecha|d[ií]a|a[ñn]o|mes|pa[ií]s|ciudad|delito|paso|puesto|canal|medio|aplicaci|empresa))`,
      asks: "why",
    },
    {
      pattern: first(`${WHAT_IS}(?:objetivos?|finalidad|prop[oó]sito|raz[oó]n|razones|motivos?|causas?|fin|meta)${E}`),
      asks: "why",
    },
    { pattern: first(`qu[eé]\\s+(?:provoc|caus|motiv|desencaden|llev[oó]\\s+a)\\p{L}*`), asks: "why" },

    // quantities
    { pattern: `${B}qu[eé]\\s+edad${E}|${B}cu[aá]ntos\\s+a[ñn]os\\s+(?:tiene|ten[ií]a|cumpl)\\p{L}*`, asks: "how-old" },
    { pattern: first(`${WHAT_IS}edad${E}`), asks: "how-old" },
    {
      pattern: `${B}cu[aá]nto\\s+(?:tiempo|dur)\\p{L}*|${B}durante\\s+cu[aá]nt[oa]s?${E}|${B}cu[aá]nt[oa]s\\s+(?:segundos|minutos|horas|d[ií]as|semanas|meses|a[ñn]os)${E}.*${B}(?:dur|permanec|pas|estuv|cumpl|lleva)\\p{L}*|${B}qu[eé]\\s+duraci[oó]n${E}`,
      asks: "how-long",
    },
    { pattern: first(`${WHAT_IS}duraci[oó]n${E}`), asks: "how-long" },
    {
      pattern: `${B}cu[aá]nto\\s+(?:dinero|cuest|cost|val|gan|gast|cobr|pag|rob|perd|estaf|recaud)\\p{L}*|${B}cu[aá]nt[oa]s\\s+(?:d[oó]lares|euros|millones)${E}|${B}qu[eé]\\s+(?:precio|suma|importe|monto|presupuesto)${E}|${B}a\\s+cu[aá]nto\\s+ascend\\p{L}*`,
      asks: "how-much",
    },
    {
      pattern: first(
        `${WHAT_IS}(?:precio|coste|costo|importe|monto|suma|presupuesto|valor|salario|sueldo|multa|recompensa|fortuna|rescate)${E}`,
      ),
      asks: "how-much",
    },
    {
      pattern: `${B}cu[aá]nt[oa]s?${E}|${B}qu[eé]\\s+(?:n[uú]mero|porcentaje|proporci[oó]n|cantidad)${E}`,
      asks: "how-many",
    },
    {
      pattern: first(`${WHAT_IS}(?:n[uú]mero|total|balance|cifras?|poblaci[oó]n|cantidad|tama[ñn]o)${E}`),
      asks: "how-many",
    },

    // points in time
    { pattern: `${B}qu[eé]\\s+a[ñn]o${E}`, asks: "year" },
    { pattern: first(`${WHAT_IS}a[ñn]o${E}`), asks: "year" },
    // No date that lacks its day tells the hour.
    { pattern: `${B}qu[eé]\\s+(?:d[ií]as?|fechas?|hora)(?:\\s+exact[oa])?${E}`, asks: "day" },
    { pattern: first(`${WHAT_IS}(?:fecha|d[ií]a)${E}`), asks: "day" },
    {
      pattern: `${B}qu[eé]\\s+(?:mes|momento|[eé]poca|semana|per[ií]odo)${E}|${B}(?:desde|hasta|a\\s+partir\\s+de)\\s+cu[aá]ndo${E}`,
      asks: "when",
    },

    // who
    { pattern: first(`${WHAT_IS}nombre\\s+(?:del|de\\s+la|de\\s+los|de\\s+las)\\s+${PERSON}${E}`), asks: "who" },
    { pattern: `${B}(?:qu[eé]|cu[aá]l(?:es)?)\\s+(?:otr[oa]s?\\s+)?${PERSON}${E}`, asks: "who" },
    {
      pattern: `${B}c[oó]mo\\s+se\\s+(?:llam|titul|denomin)\\p{L}*|${B}(?:bajo|con)\\s+qu[eé]\\s+nombre${E}|${B}qu[eé]\\s+(?:nombre|t[ií]tulo)${E}`,
      asks: "name",
    },
    { pattern: first(`${WHAT_IS}(?:nombres?|t[ií]tulo|titular)${E}`), asks: "name" },

    // wording
    { pattern: first(`qu[eé]\\s.*${B}${SAYING}${E}`), asks: "said" },
    { pattern: first(`c[oó]mo\\s.*${B}(?:calific|describ|valor|juzg|defin)\\p{L}*`), asks: "said" },
    { pattern: `${B}qu[eé]\\s+(?:palabras|declaraci[oó]n|declaraciones|t[eé]rminos)${E}`, asks: "said" },

    // places
    { pattern: `${B}(?:qu[eé]|cu[aá]l(?:es)?)\\s+(?:otr[oa]s?\\s+|dos\\s+)?${PLACE}${E}`, asks: "where" },
    { pattern: first(`${WHAT_IS}(?:lugar|sitio|direcci[oó]n)${E}`), asks: "where" },

    // the first question word decides
    { pattern: first(`a?d[oó]nde${E}`), asks: "where" },
    { pattern: first(`cu[aá]ndo${E}`), asks: "when" },
    { pattern: first(`qui[eé]n(?:es)?${E}`), asks: "who" },
    { pattern: first(`c[oó]mo${E}`), asks: "how" },
    { pattern: first(`de\\s+qu[eé]\\s+(?:manera|forma|modo)${E}`), asks: "how" },
    {
      pattern:
        "^(?:y\\s+|pero\\s+|entonces\\s+)?(?:a\\s+|de\\s+|en\\s+|con\\s+|contra\\s+|sobre\\s+)?(?:qu[eé]|cu[aá]l(?:es)?)(?!\\p{L})",
      asks: "what",
    },
    { pattern: first(`(?:qué|cuál(?:es)?)${E}`), asks: "what" },

    // keyword style, without any question word
    { pattern: `${B}n[uú]mero${E}|${B}cantidad${E}`, asks: "how-many" },
    { pattern: `${B}fecha${E}`, asks: "day" },
    { pattern: `${B}a[ñn]o$`, asks: "year" },
    { pattern: `${B}(?:raz[oó]n|motivos?|objetivo|prop[oó]sito)${E}`, asks: "why" },
    { pattern: `${B}(?:lugar|sitio)${E}(?<!(?:tuvo|tener|tenido)\\s+lugar)`, asks: "where" },
    { pattern: `${B}(?:precio|coste|costo)${E}`, asks: "how-much" },
    { pattern: `${B}edad${E}`, asks: "how-old" },
    { pattern: `${B}duraci[oó]n${E}`, asks: "how-long" },
    { pattern: `^nombres?${E}|${B}nombre$|^t[ií]tulo${E}`, asks: "name" },
  ],
  among: ["entre"],
  advice: [
    `${B}(?:c[oó]mo|d[oó]nde|qu[eé]|cu[aá]ndo|a\\s+qui[eé]n)\\s+(?:puedo|debo|podemos|debemos|hago|me\\s|se\\s+puede|se\\s+debe|hay\\s+que|deber[ií]a|denunciar|protegerse|protegerme|reconocer|evitar)`,
    `^(?:puedo|debo|podemos|se\\s+puede|hay\\s+que|tengo\\s+que)${E}`,
    `${B}(?:mi|mis|m[ií]o)${E}`,
  ],
  determiners: [
    "qué",
    "cuál",
    "cuáles",
    "cuánto",
    "cuánta",
    "cuántos",
    "cuántas",
    "cuanto",
    "cuanta",
    "cuantos",
    "cuantas",
  ],
  looseDeterminers: ["qué", "cuál"],
  focusLinks: ["de", "los", "las", "otro", "otra", "otros", "otras"],
  placePrepositions: ["en", "de", "a", "desde", "hacia"],
  subjectWords: ["quién", "quien", "quiénes", "quienes"],
  dropsSubject: true,
  copulas: ["es", "son", "era", "eran", "fue", "fueron", "sería"],
  // "Lo que se incautó": the article of a clause.
  restated: `${B}lo(?=\\s+(?:que|m[aá]s|mismo)${E})`,
  claims: [
    `^(?:y\\s+|pero\\s+|entonces\\s+)?(?:es|ser[aá])\\s+(?:realmente\\s+|de\\s+)?(?:verdad|cierto|correcto|exacto|verdadero)\\s+que${E}`,
    `^(?:es\\s+)?(?:verdad|cierto)\\s+que${E}|^verdadero\\s+o\\s+falso\\s*[:,]?`,
    `[,;]?\\s*[¿]?\\s*(?:verdad|no\\s+es\\s+(?:as[ií]|cierto|verdad)|no\\s+es\\s+as[ií]|es\\s+(?:as[ií]|correcto|cierto|verdad)|me\\s+equivoco|a\\s+que\\s+s[ií])$`,
    `[,;]\\s*[¿]?\\s*(?:no|s[ií]|cierto|correcto|vale|eh|o\\s+no)$`,
    `${B}(?:he\\s+(?:le[ií]do|o[ií]do|visto|escuchado)|le[ií]|o[ií]|me\\s+(?:han\\s+dicho|dijeron)|dicen|se\\s+dice|creo|pienso|supongo|parece|(?:puedes\\s+|puede\\s+)?confirm(?:ar|as|a))\\s+que${E}`,
    `^(?:as[ií]\\s+que|o\\s+sea\\s+que|por\\s+lo\\s+visto|al\\s+parecer)\\s*,?\\s+(?!${WORD})`,
  ],
} satisfies Questions;
