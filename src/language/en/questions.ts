import type { Questions } from "../pack.ts";

// Building blocks: the patterns below say "the first question word of the message is …", so that a relative clause
// or a second question behind it does not decide.
const AUX = "(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|must|might|am)";
const NOT = "(?:n['’]?t)?";
const WORD =
  "(?:whom?|whose|who['’]?(?:s|d|ll)|what(?:['’]?(?:s|d|re|ll))?|where(?:['’]?(?:s|d|re))?|when(?:['’]?s)?|why(?:['’]?s)?|how(?:['’]?(?:s|d|re))?|which)";
/** A clause before the question ("when the police came, …"), then anything without a question word. */
const LEAD = String.raw`^(?:(?:when|after|before|while|as|if|since|although|because)\s(?!${AUX}\b)[^,]{3,80},\s*)?(?:(?!\b${WORD}\b).)*`;
const first = (rest: string) => String.raw`${LEAD}\b${rest}`;

const PERSON =
  "(?:persons?|people|man|men|wom[ae]n|officials?|officers?|ministers?|politicians?|leaders?|presidents?|deput(?:y|ies)|representatives?|spokes\\w+|suspects?|criminals?|victims?|citizens?|nationals?|experts?|scientists?|players?|authors?|journalists?|reporters?|generals?|commanders?|chiefs?|heads?|boss(?:es)?|mastermind|ringleaders?|king|queen|prince|princess|actors?|artists?|singers?|directors?|lawyers?|judges?|doctors?|ambassadors?|executives?|ceo|founders?|members?|individuals?|figures|dignitar(?:y|ies)|statesm[ae]n|personalit(?:y|ies)|culprits?|perpetrators?|teams?|authorit(?:y|ies)|agenc(?:y|ies)|ministr(?:y|ies)|organi[sz]ations?|compan(?:y|ies)|gangs?|groups?|unit)";
const PLACE =
  "(?:countr(?:y|ies)|cit(?:y|ies)|provinces?|places?|towns?|villages?|regions?|states?|nations?|locations?|capitals?|districts?|areas?(?!\\s+of\\s+(?!the\\b))|parts?|continents?|buildings?|streets?|address(?:es)?|sites?|islands?|rivers?|airports?|ports?|border\\s+(?:crossing|gate|point|checkpoint|post)s?|checkpoints?|crossings?|stadiums?|venues?|hospitals?|prisons?|schools?)";
const ADJECTIVES = String.raw`(?:[\w’'-]+\s+){0,2}?`;
const WHAT_IS = String.raw`what(?:['’]?s|\s+(?:is|was|are|were|has\s+been))\s+(?:the|his|her|its|their|\S+['’]s)\s+${ADJECTIVES}`;

export const questions = {
  asks: [
    // why
    { pattern: first(String.raw`(?:what\s+for|why|whys?|how\s+come|wherefore)\b`), asks: "why" },
    {
      pattern: String.raw`\bfor\s+(?:what|which)\b(?!\s+(?:long|year|time|amount|price|sum|compan|countr|team|club))|\bto\s+what\s+(?:end|purpose)\b|\b(?:on|under)\s+what\s+(?:grounds?|charges?|pretext|accusations?)\b|\b(?:what|which)\s+(?:reasons?|motives?|purposes?|causes?)\b`,
      asks: "why",
    },
    {
      pattern: first(
        String.raw`${WHAT_IS}(?:reasons?|purposes?|aims?|goals?|motives?|motivation|causes?|objectives?|point|intentions?|rationale|grounds?)\b`,
      ),
      asks: "why",
    },
    { pattern: first(String.raw`what\s+(?:caused|prompted|triggered|motivated)\b`), asks: "why" },
    {
      pattern: first(
        String.raw`what(?:['’]s|d)?\s(?!.*\b(?:look|looking|search|searching|ask|asking|wait|waiting|known|famous|call|calls|called|calling|stand|stands|stood|pay|paid|responsible|used|account|prepare|hope|hopes|hoped|hoping|sold|sell|bought|apply|vote|voted)\s+for$).*\sfor$`,
      ),
      asks: "why",
    },

    // quantities
    { pattern: String.raw`\bhow\s+many\s+years?\s+old\b|\bhow\s+old\b|\b(?:what|which)\s+age\b`, asks: "how-old" },
    { pattern: first(String.raw`${WHAT_IS}ages?\b`), asks: "how-old" },
    {
      pattern: String.raw`\bhow\s+many\s+(?:seconds|minutes|hours|days|weeks|months|years|decades)\b.*\b(?:last(?:s|ed|ing)?|takes?|took|taken|stay(?:ed)?|spend|spent|serve[sd]?|wait(?:ed)?)\b`,
      asks: "how-long",
    },
    { pattern: String.raw`\bhow\s+long\s+(?:ago|before)\b|\bhow\s+(?:soon|recently|late|early)\b`, asks: "when" },
    { pattern: String.raw`\bhow\s+long\b|\bhow\s+much\s+(?:time|longer)\b`, asks: "how-long" },
    { pattern: first(String.raw`${WHAT_IS}(?:duration|length\s+of\s+time)\b`), asks: "how-long" },
    {
      pattern: String.raw`\bhow\s*many\b|\bhow\s+(?:often|frequently)\b|\b(?:what|which)\s+(?:number|proportion|percentage|percent|share|fraction)\b|\bhow\s+(?:large|big|great|high)\s+(?:a|was\s+the|is\s+the)\s+(?:number|proportion|percentage|share)\b`,
      asks: "how-many",
    },
    {
      pattern: first(
        String.raw`${WHAT_IS}(?:numbers?|count|total|percentage|proportion|population|death\s+toll|toll|size|figures?)\b`,
      ),
      asks: "how-many",
    },
    {
      pattern: String.raw`\bhow\s+much\s+(?:closer|deeper|stronger|tighter|better|worse|bigger|larger|safer|further|stricter|tougher|more\s+\w+ly)\b`,
      asks: "how",
    },
    {
      pattern: String.raw`\bhow\s+much\b|\bhow\s+(?:high|large|big)\b.*\b(?:fine|reward|budget|sum|bounty|bail|debt|loss(?:es)?|damages?|costs?|prices?|amount|profits?|salary|investment|ransom|bribes?)\b|\bhow\s+(?:expensive|costly)\b|\bat\s+what\s+(?:price|cost)\b|\b(?:what|which)\s+(?:price|amount|sum|cost)\b`,
      asks: "how-much",
    },
    {
      pattern: first(
        String.raw`what\s+(?:do|does|did|will|would)\s.*\bcost$|${WHAT_IS}(?:costs?|price|value|amount|budget|sum|worth|salary|fine|reward|ransom|bail|damages?)\b`,
      ),
      asks: "how-much",
    },

    // points in time
    { pattern: String.raw`\b(?:what|which)\s+(?:calendar\s+)?year\b`, asks: "year" },
    { pattern: first(String.raw`${WHAT_IS}year\b`), asks: "year" },
    {
      pattern: String.raw`\b(?:what|which)\s+(?:exact\s+|specific\s+|precise\s+)?(?:day|date|weekday)s?\b`,
      asks: "day",
    },
    { pattern: first(String.raw`${WHAT_IS}(?:date|day|birthday)\b`), asks: "day" },
    {
      pattern: String.raw`\b(?:what|which)\s+(?:time|month|months|week|season|hour|decade|century|period|era|moment|point\s+in\s+time)\b|\b(?:since|until|till|by|from)\s+when\b`,
      asks: "when",
    },
    { pattern: first(String.raw`${WHAT_IS}(?:time|month)\b`), asks: "when" },

    // who
    { pattern: String.raw`\b(?:by|with|to|from|against|for|of|between|among)\s+(?:whom?|whose)\b`, asks: "who" },
    {
      pattern: first(
        String.raw`(?:${WHAT_IS}|what\s+|by\s+(?:what|which)\s+|under\s+what\s+)names?\s+of\s+(?:the|this|that|these|those|his|her|their|its|\S+['’]s)\s+${ADJECTIVES}(?!team|authorit|agenc|ministr|organi|compan|gang|group|unit)${PERSON}\b(?!['’]s)`,
      ),
      asks: "who",
    },
    {
      pattern: String.raw`\bwhich\s+(?:of\s+(?:the|these|those)\s+)?${ADJECTIVES}${PERSON}\b|\bwhat\s+(?:kind\s+of\s+)?(?:person|people|official|politician|minister)\b`,
      asks: "who",
    },

    // names
    {
      pattern: first(
        String.raw`(?:${WHAT_IS}|(?:by|under)\s+(?:what|which)\s+|what\s+|which\s+)(?:code\s*|full\s+|real\s+|nick)?names?\b`,
      ),
      asks: "name",
    },
    {
      pattern: first(
        String.raw`what(?:['’]?s|\s+(?:is|are|was|were|has|have|does|do|did))\s.*\b(?:called|named|dubbed|titled|nicknamed|known\s+as|go\s+by)(?:\s+(?:in|by|officially|exactly|again)\b.*)?$|how\s+(?:is|are|was|were)\s.*\b(?:called|named|titled|spelled|spelt)$`,
      ),
      asks: "name",
    },

    // wording
    {
      pattern: first(
        String.raw`what\s+(?:exactly\s+)?(?:else\s+)?(?:do|does|did|has|have|had)\s(?!.*\b(?:articles?|sources?|reports?|texts?)\s+(?:say|state|tell)).*\b(?:say|said|state|stated|claim|claimed|declare|declared|tell|told|comment|commented|remark|remarked|reply|replied|answer|respond|write|written|call|announce|announced|express|expressed|describe|emphasi[sz]e|stress)\b`,
      ),
      asks: "said",
    },
    {
      pattern: first(
        String.raw`what\s+(?:was|were|is|has\s+been|had\s+been)\s+(?:said|stated|announced|declared|claimed)\b`,
      ),
      asks: "said",
    },
    {
      pattern: first(
        String.raw`how\s+(?:do|does|did|has|have|had)\s.*\b(?:describe|described|call|called|phrase|phrased|put\s+it|word|worded|characteri[sz]e[sd]?|comment|express|expressed|formulate[sd]?)\b`,
      ),
      asks: "said",
    },
    {
      pattern: first(
        String.raw`(?:${WHAT_IS}(?:words|wording|quotes?|statements?|comments?|remarks?|message|reply|response|answer)|(?:what|which)\s+(?:exact\s+)?(?:words|wording|quote|statement|phrase|remarks?|comments?))\b`,
      ),
      asks: "said",
    },
    {
      pattern: String.raw`^(?:(?:please|can\s+you|could\s+you)\s+)?(?:quote|quotes\b|quotation)\b|\b(?:exact\s+words|word\s+for\s+word|verbatim|literal(?:ly)?\s+said)\b`,
      asks: "said",
    },

    // places; a country that does something, or with which something is done, is rather somebody
    {
      pattern: String.raw`(?<!\b(?:in|from|to|at|into|near|through|across|within)\s)\b(?:which|what)\s+(?:(?:other|two|asian|european|neighbou?ring|foreign)\s+)?(?:countr(?:y|ies)|nations?|states?)\b(?!.*\b(?:in|from|to|at|through|born|happen(?:ed)?|take\s+place|took\s+place)$|.*\b(?:visit|travel|go|come|flee|live|stay|lie|hide|return|arrive)(?:s|ed|led)?\b)`,
      asks: "who",
    },
    {
      pattern: String.raw`\b(?:which|what)\s+(?:of\s+(?:the|these|those)\s+)?(?:(?:other|two|asian|european|african|american|neighbou?ring|foreign)\s+)?${PLACE}\b`,
      asks: "where",
    },
    {
      pattern: first(String.raw`${WHAT_IS}(?:locations?|place|venue|address|whereabouts|site|destination)\b`),
      asks: "where",
    },

    // A question that opens with its verb, unless it only wraps another: "do you know who …", "is it known when …".
    {
      pattern: String.raw`^(?:(?:and|but|so|ok|okay|well|also|then)\s*,?\s+)*(?!(?:${AUX}${NOT})\s+(?:\S+\s+){0,5}?(?:know|known|say|said|tell|told|state|stated|mention|mentioned|explain|clear|report|reported|reveal|revealed|information|info|details?|word|anything|remember|idea)\s+(?:(?:me|us|you|about|on|as\s+to|of|exactly|please|for|by|in|with|to)\s+)*${WORD}\b)(?:${AUX}${NOT}|may\s+(?:i|he|she|it|they|we|the))\b(?!\s+${WORD}\b)`,
      asks: "yes-no",
    },

    {
      pattern: String.raw`\b(?:with|by|through)\s+(?:what|which)\s+(?:kind\s+of\s+|sort\s+of\s+)?(?:means|tools?|methods?|measures?|instruments?)\b`,
      asks: "how",
    },

    // the first question word decides
    { pattern: first(String.raw`where(?:['’]?(?:s|d|re))?\b`), asks: "where" },
    { pattern: first(String.raw`when(?:['’]?s)?\b`), asks: "when" },
    { pattern: first(String.raw`(?:whom?|whose|who['’]?(?:s|d|ll))\b`), asks: "who" },
    { pattern: first(String.raw`how(?:['’]?(?:s|d|re))?\b(?!\s+about\b)`), asks: "how" },
    { pattern: first(String.raw`(?:what(?:['’]?(?:s|d|re|ll))?|which)\b`), asks: "what" },

    // keyword style, without any question word
    {
      pattern: String.raw`^(?:the\s+)?(?:exact\s+|total\s+)?(?:number|count|amount|percentage|total)\s+of\b|\b(?:number|count)$|\bdeath\s+toll\b`,
      asks: "how-many",
    },
    { pattern: String.raw`^(?:the\s+)?(?:exact\s+)?(?:date|day)\s+(?:of|when)\b|\b(?:exact\s+)?date$`, asks: "day" },
    { pattern: String.raw`^(?:the\s+)?year\s+(?:of|when)\b|\byear$`, asks: "year" },
    { pattern: String.raw`^(?:the\s+)?(?:time|month)\s+of\b`, asks: "when" },
    {
      pattern: String.raw`^(?:the\s+)?(?:reasons?|purpose|motives?|aims?|goals?|causes?|grounds?)\s+(?:for|of|behind)\b|\b(?:reasons?|purpose|motive|cause)$`,
      asks: "why",
    },
    {
      pattern: String.raw`^(?:the\s+)?(?:location|place|site|whereabouts|venue)\s+of\b|\b(?:location|whereabouts|venue)$`,
      asks: "where",
    },
    { pattern: String.raw`^(?:the\s+)?(?:price|costs?|value|amount)\s+of\b|\b(?:price|costs?)$`, asks: "how-much" },
    { pattern: String.raw`^(?:the\s+)?ages?\s+of\b|\bage$`, asks: "how-old" },
    { pattern: String.raw`^(?:the\s+)?(?:duration|length)\s+of\b|\bduration$`, asks: "how-long" },
    { pattern: String.raw`^(?:the\s+)?(?:code\s*)?names?\s+of\b|\bname$`, asks: "name" },
    {
      pattern: String.raw`^(?:the\s+)?(?:quotes?|statements?|words|wording|comments?)\s+(?:of|by|from)\b|\b(?:quotes?|wording)$`,
      asks: "said",
    },
  ],
  wrappers: [
    String.raw`^(?:(?:hi|hello|hey|ok(?:ay)?|so|well|and|but|please|sorry|excuse\s+me)\s*,?\s+)*(?:(?:can|could|would|will)\s+(?:you|anyone|somebody|someone)\s+(?:please\s+|kindly\s+)?(?:tell|inform|remind|explain)\s+(?:to\s+)?(?:me|us)(?:\s+again)?|(?:please\s+)?(?:tell|remind)\s+(?:me|us)|do\s+(?:you|we)\s+(?:happen\s+to\s+|actually\s+|already\s+)?know|does\s+(?:anyone|anybody)\s+know|(?:i|we)(?:['’]d|\s+would|\s+do|['’]m|\s+am|\s+was)?\s+(?:(?:really|just|also|very|so|rather)\s+)*(?:be\s+)?(?:like|love|want(?:ed)?|need|curious|interested|keen|eager|wonder(?:ing)?)(?:\s+(?:about|in|to))?(?:\s+(?:know|hear|learn|find\s+out|understand|see|hearing|knowing|learning))?(?:\s+(?:more\s+)?about)?|any\s+(?:idea|word|information|info)(?:\s+(?:on|about))?|is\s+(?:it|anything)\s+known(?:\s+about)?|(?:just\s+)?wondering|what\s+i\s+(?:want(?:ed)?|need)\s+to\s+know\s+is)\s*[,:]?\s+(?=(?:exactly\s+|roughly\s+|the\s+(?:number|name|reason|date|place)\b|(?:in|at|from|to|for|with|by|on|of)\s+)?(?:${WORD}\b|if\b|whether\b|the\s+(?:number|name|reason|date|place)\b))`,
  ],
  among: ["among", "amongst"],
  reasons: [String.raw`\bwhy\b`, String.raw`\bhow\s+come\b`, String.raw`\bfor\s+(?:what|which)\s+reasons?\b`],
  advice: [
    "\\b(how|where|what|when|whom?) (do|can|could|should|must|would) (i|we|one)\\b",
    "^(can|could|should|do|must|may) (i|we)\\b",
    "\\b(my|mine)\\b",
  ],
  looseDeterminers: ["what"],
  placePrepositions: ["in", "from", "at", "near", "to"],
  subjectWords: ["who"],
  roles: {
    passive: ["is", "are", "was", "were", "been", "being"],
    by: ["by"],
    objectMarks: ["do", "does", "did"],
    prepositions: "about on to of with for from in at near after before since against between besides".split(" "),
    determiners: "the a an his her their its this that any no for of after what which whose many".split(" "),
    definite: ["the"],
    participle: "(?:ed|en|ght|nt|ld|wn|ot)$",
    verbLast: false,
  },
  copulas: ["is", "was", "are", "were"],
  determiners: ["many", "much", "which", "what", "whose"],
  claims: [
    String.raw`^(?:so\s+|and\s+|but\s+)?(?:is|was|isn['’]?t|wasn['’]?t)\s+it\s+(?:really\s+|actually\s+|not\s+)?(?:true|right|correct|a\s+fact|the\s+case|accurate)\b`,
    String.raw`^(?:so\s+)?(?:it['’]?s|it\s+is)\s+(?:true|right|correct)\b`,
    String.raw`^(?:am\s+i\s+)?(?:right|correct)\s+(?:that|in\s+(?:saying|thinking|assuming))\b|^am\s+i\s+(?:right|correct)\b|^true\s+or\s+false\b|^(?:is\s+this|is\s+that)\s+(?:true|right|correct)\b`,
    String.raw`,?\s(?:is|was)\s+(?:that|this|it)\s+(?:right|correct|true|so)$`,
    String.raw`\b(?:i|we)(?:['’]?ve|\s+have)?\s+(?:just\s+)?(?:heard|read|saw|seen|believe|think|thought|assume|understand|was\s+told|were\s+told)\s+(?:that\s+|somewhere\s+)?(?!wh|how\b)`,
    String.raw`^(?:some\s+|many\s+)?(?:people|they|media|some)\s+(?:say|claim)\b|^(?:can\s+you\s+)?confirm\s+(?:that\b|if\b|whether\b)?|^(?:so|surely|apparently|supposedly|allegedly)\s*,?\s+(?!${AUX}\b|${WORD}\b)`,
    String.raw`(?:,\s*|\s)(?:right|correct|yes|true|innit|huh|eh|or\s+not|am\s+i\s+right|no\s+doubt)$|,\s*no$`,
    String.raw`(?:,\s*|\s)(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)(?:n['’]?t|\s+not)\s+(?:it|he|she|they|there|that|we|you|this|those|these)$`,
    String.raw`,\s*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\s+(?:it|he|she|they|there|that|we|you)(?:\s+not)?$`,
    String.raw`(?:,\s*|\s)(?:isn|wasn|aren|weren|didn|doesn|hasn|haven|hadn|won)['’]?t$`,
  ],
} satisfies Questions;
