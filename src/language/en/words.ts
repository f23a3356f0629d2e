import type { Words } from "../pack.ts";

const split = (text: string): readonly string[] => text.trim().split(/\s+/);
const phrases = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

// Missing on purpose: "won't", whose first part is "won".
const stop = split(`
  a an the
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
  it its itself they them their theirs themselves oneself each whoever whomever whichever whatever
  this that these those here there
  who whom whose which what when where why how who's what's where's when's why's how's whos whats wheres hows who'd
  who'll what're what'd how'd where'd
  someone somebody something somewhere anyone anybody anything anywhere everyone everybody everything
  aboard about above across after against along alongside amid amidst among amongst around as at before behind below
  beneath beside besides between beyond by despite during except for from in inside into like near of off on onto
  opposite out outside over past per regarding round since than through throughout till to toward towards under
  underneath until unto up upon upwards via with within without re vs
  and or but nor so yet if then else because although though while whereas unless whether both either neither
  hence thus therefore however moreover
  be am is are was were been being isn't aren't wasn't weren't isnt arent wasnt werent ain't i'm im you're he's she's
  it's we're they're that's there's here's youre hes shes theyre thats theres
  have has had having haven't hasn't hadn't havent hasnt hadnt i've you've we've they've ive youve weve theyve i'd you'd
  he'd she'd we'd they'd it'd
  do does did done doing don't doesn't didn't dont doesnt didnt
  will would shall should can could may might must ought cannot wouldn't shan't shouldn't can't couldn't mightn't
  mustn't wont wouldnt shouldnt cant couldnt i'll you'll he'll she'll it'll we'll they'll that'll there'll should've
  would've could've might've must've gonna wanna gotta let's lets
  not no n't nor
  all any some every another same own self
  also too just only even still again already ever very quite rather really so such much many more most few
  less least lot lots bit well now please pls plz ok okay hey hi hello thanks thx etc eg ie e.g i.e
  want wants hear hears heard several important general generally apart
  kindly maybe perhaps actually basically simply according
`);

const light = split(`
  role roles kind kinds type types sort sorts form forms aim aims purpose purposes goal goals objective objectives intention
  intentions topic topics subject subjects theme themes issue issues matter matters thing things stuff way ways manner
  means method mode case cases fact facts detail details information info particulars part parts side sides
  extent degree level effect effects result results outcome outcomes consequence consequences impact reason reasons
  moment time times date dates place places location locations spot number numbers amount amounts quantity total count
  figure figures person persons people individual individuals guy event events happening action actions act acts step
  steps measure measures effort efforts activity activities situation situations context circumstance circumstances
  condition conditions background field fields area areas aspect aspects point points respect regard basis example
  examples instance occasion occasions connection relation term terms title content item items piece pieces
  member members set series lines word words name names
  happen happens happened occur occurs occurred take takes took taken taking make makes made making get gets got gotten
  getting give gives gave given giving go goes went gone going come comes came coming put puts putting bring brings
  brought try tries tried trying say says said saying tell tells told telling state stated states
  mention mentions mentioned describe describes described refer refers referred call calls called calling name named
  mean means meant become becomes became remain remains remained stand stands stood involve involves involved
  concern concerns concerned concerning consider considers considered regard regarded carry carries carried conduct
  conducted perform performed undertake undertook undertaken play plays played serve serves served lead leads led
  use uses used using show shows showed shown find finds found know knows knew known see sees saw seen look looks looked keep keeps kept let seem seems seemed appear appears appeared begin begins began begun
  start starts started follow follows followed following belong belongs belonged relate relates related think thinks
  thought believe believes believed plan plans planned include includes included including ask asks asked explain
  explains explained need needs needed turn turns turned work works worked set sets provide provides provided
  hold holds held
  exact exactly precise precisely specific specifically recent recently new newly news current currently latest last
  main mainly major big large small great little good certain sure other others various different
  similar particular particularly generally common usual possible able likely real true full whole
  entire together jointly joint according accordingly anyway overall finally eventually ultimately previously
  earlier later next first today ago once always often sometimes usually directly indirectly actual instead
  altogether roughly approximately nearly almost long far high ever yet still
  feel feels felt feeling achieve achieves achieved accomplish accomplishes accomplished attain attained
  characterise characterised characterize characterized portray portrayed depict depicted interpret interpreted
  assess assessed evaluate evaluated rate rated judge judged perceive perceived view viewed
  convey conveys conveyed feature features featured yield yields yielded
  voice voices voiced comprise comprises comprised consist consists consisted depend depends depended fit fits stage
  revolve revolves revolved entail entails entailed pertain change changes changed
  eyes eye perspective standpoint viewpoint opinion view
`);

// Longer words of every day that no idea has: each is near to another word and meant as it stands ("revolve", "resolve").
const familiar = split(`
  abroad absent absorb abstract accept access accommodate accompany acquaint adjust advantage adventure advertise
  affair affect afford agenda aggressive alternative ambition ancient anxious appetite approach appropriate approve
  asleep assert assess assign attach attitude attract audience august awkward balance bargain barrier basket beauty
  benefit bitter bother bottom branch breath bright brilliant bucket burden butter button calculate camera candidate
  capable career carpet casual cautious channel chapter character circulate clarify classic clever collect column
  combine comfort compact compare compensate complain complement comprehend compress comprise compromise conceive
  concept concrete conform confront confuse connect conscious consist constant constitute contain contradict contrast
  convenient convert convey convince corner correct cotton cousin creature curious curtain decent defect deficit
  delight depend depict deposit depress descend deserve despair desperate destine detach digest dignity direct
  disagree disappoint discard discipline discount display dispose dissolve distant distinguish distribute disturb
  diverse divert elaborate embark embarrass embody embrace emotion enclose encourage enough entail entertain
  enthusiasm entitle essence exaggerate excess exclude experience explicit explore express external extract facilitate
  factor familiar fashion favour feather feature fellow fiction filter flavour flexible forget forgive formal format
  former formula forward foster fraction fragile frequent friction fright frustrate fulfil function fundamental
  furnish gender genuine gesture glimpse gradual ground guitar hammer hardly heaven hinder hollow honest horizon
  horror humour illusion imagine immediate immense impress incline incorporate indirect indulge inferior infinite
  ingredient inhibit inject insert insight inspire install instant instinct institute instrument insult intact
  integrate intellect intense intent interact interest interfere interior intermediate interrupt interval intervene
  inverse inward jacket jealous junior justify kitchen labour ladder leather legend leisure lesson linger liquid
  listen litter luggage luxury manifest manual margin master material maximum meanwhile mechanic memory mental minimum
  mirror misery modest modify motion multiple multiply mystery narrow neglect neutral normal notion nowhere obscure
  obvious option ordinary orient outlook output outset outstanding overcome overlap overlook overtake overwhelm
  parallel pardon partial particle partly passion passive patience pattern peculiar penetrate pepper perceive perfect
  period perpetual persuade phenomenon philosophy phrase pillow plastic platform plausible pleasant plenty pocket
  poison polish popular portion portray potential practical preach precede precious prefer prejudice prepare presence
  preserve pressure pretend pretty prevail previous principal principle priority private privilege procedure process
  profile profound progress project prolong prominent promote prompt pronounce proper prospect prosper provoke quality
  quarter radiate rational realise realize reckon recognise recognize reconcile refrain refresh refund regain register
  regular relief relieve reluctant remedy remember remind render repeat reproduce resemble reserve resist resource
  restless restrain restrict retain retreat retrieve revenge reverse review revolve rhythm ritual robust routine
  rubber rumour sacrifice satisfy scatter schedule scramble scratch scream screen script segment seldom select
  sensitive sentiment sequence shadow shallow shelter shoulder shower silent sincere slight smooth special specify
  spectacle spirit splash sponsor spread squeeze standard startle static steady stimulate stomach straight strain
  strand strange strength stretch stride string stripe strive stroke strong stubborn stumble stupid sturdy submit
  subsequent substance substitute sudden sufficient summarise summarize summon superb superior supplement supply
  supreme surface surplus surprise surround survey susceptible suspend swallow switch symptom talent telescope temper
  temporary tender terrible terrify theory thereby thread throat thrust timber toilet tomato transmit transparent
  treasure tremble tremendous tribute trivial trousers tunnel umbrella undergo understand uneasy unfold uphold urgent
  vacant valley valuable vapour variable venture versatile version vertical vicious violate virtual visible vision
  visual vulnerable wander welfare whisper whistle withdraw wither withstand wonder worthy yellow entrust envisage
  leverage outweigh pertain reassure scrutiny scrutinise sideline spearhead streamline thrive unveil unwind
`);

const lightPairs = phrases(`
  end up, ends up, ended up, wind up, winds up, wound up, turn out, turns out, turned out, wanted to, string of, heart of, core of, order to,
  light of, view of, wake of, course of, behalf of, supposed to, meant to, designed to, stand for, stands for, stood for, stem from, stems from,
  stemmed from, deal with, deals with, dealt with, range of, array of, raft of, host of, bunch of, lies behind,
  lie behind, lay behind, lies at, lies in, lie in, comes down, boils down, came down, aside from, way of
`);

export const words = {
  stop,
  light,
  lightPairs,
  familiar,
  numbers: {
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    hundred: 100,
    thousand: 1_000,
    million: 1_000_000,
    billion: 1_000_000_000,
    trillion: 1_000_000_000_000,
    dozen: 12,
  },
  months: [
    ["january", "jan"],
    ["february", "feb"],
    ["march", "mar"],
    ["april", "apr"],
    ["may"],
    ["june", "jun"],
    ["july", "jul"],
    ["august", "aug"],
    ["september", "sep", "sept"],
    ["october", "oct"],
    ["november", "nov"],
    ["december", "dec"],
  ],
  qualifiers: {
    over: phrases("over, more than, above, greater than, in excess of, upwards of, upward of, exceeding, beyond"),
    about: phrases(
      "about, around, roughly, approximately, approx, circa, ca, some, nearly, almost, close to, an estimated, estimated, or so, in the region of",
    ),
    "at-least": phrases(
      "at least, no fewer than, no less than, not less than, a minimum of, minimum, or more, or older",
    ),
    "at-most": phrases(
      "at most, up to, no more than, not more than, a maximum of, maximum, as many as, or less, or fewer",
    ),
    under: phrases("under, less than, fewer than, below, lower than, short of"),
  },
  hedges: [
    String.raw`\balleg(?:ed|edly|ations?|e|es|ing)\b`,
    String.raw`\bsuspect(?:ed|s|ing)?\b|\bsuspicions?\b|\bsuspicious\b`,
    String.raw`\baccus(?:ed|es?|ing|ations?)\b`,
    String.raw`\b(?:purported|reputed|presumed|supposed|reported|apparent)ly\b|\b(?:purported|reputed|presumed|supposed)\b|\bpresum(?:ably|e|es)\b`,
    String.raw`\b(?:believed|thought|said|claimed|rumou?red|understood|considered|reported)\s+to\s+(?:be|have)\b`,
    String.raw`\b(?:is|are|was|were)\s+(?:widely\s+|generally\s+)?(?:believed|thought|considered|regarded)\b`,
    String.raw`\brumou?r(?:s|ed)?\b|\bunconfirmed\b|\bunverified\b|\bpossibly\b|\bprobably\b|\ballegation`,
  ],
  modes: {
    said: [
      String.raw`\b(?:say|says|said|saying|tell|tells|told|state[sd]?|stating|add(?:s|ed)|announc(?:e|es|ed|ing)|declar(?:e|es|ed|ing)|explain(?:s|ed)?|claim(?:s|ed)?|stress(?:es|ed)|emphasi[sz](?:e|es|ed)|not(?:es|ed)|remark(?:s|ed)?|comment(?:s|ed)?|repl(?:y|ies|ied)|describ(?:e|es|ed)|call(?:s|ed)|confirm(?:s|ed)?|quoted)\b`,
      String.raw`\baccording\s+to\b|\bin\s+(?:his|her|their|the)\s+words\b`,
    ],
    thanked: [
      String.raw`\bthank(?:s|ed|ing|ful)?\b|\bgratitude\b|\bgrateful(?:ly)?\b|\bappreciat(?:e|es|ed|ion|ing|ive)\b`,
    ],
    promised: [
      String.raw`\bpromis(?:e|es|ed|ing)\b|\bpledg(?:e|es|ed|ing)\b|\bvow(?:s|ed|ing)?\b|\bassur(?:e|es|ed|ing|ances?)\b|\bguarante(?:e|es|ed)\b|\bcommit(?:s|ted|ting|ments?)?\s+(?:itself|himself|herself|themselves)?\s*to\b|\bundert(?:ook|aken)\s+to\b|\bswor(?:e|n)\b`,
    ],
    hoped: [
      String.raw`\bhop(?:e|es|ed|ing|eful)\b|\bwish(?:es|ed|ing)?\b|\blook(?:s|ed|ing)?\s+forward\b|\bdesir(?:e|es|ed)\b|\bexpress(?:es|ed)?\s+(?:the\s+|his\s+|her\s+|their\s+)?(?:hope|wish|confidence)\b`,
    ],
    admitted: [
      String.raw`\badmi(?:t|ts|tted|tting|ssions?)\b|\backnowledg(?:e|es|ed|ing|e?ments?)\b|\bconced(?:e|es|ed|ing)\b|\bconfess(?:es|ed|ing|ions?)?\b|\bconcessions?\b`,
    ],
    agreed: [
      String.raw`\bagre(?:e|es|ed|eing)\b|\bconsensus\b|\bconsent(?:s|ed)?\b|\bconcur(?:s|red)?\b|\bunanimous(?:ly)?\b|\breach(?:es|ed)?\s+(?:an?\s+)?(?:agreement|accord|understanding)\b|\bin\s+agreement\b`,
    ],
  },
  beyond:
    "next again another other others else further additional more before previous previously earlier former formerly ever still yet later afterwards after then future soon tomorrow today currently now instead".split(
      " ",
    ),
  anaphora: split(`
    he him his himself she her hers herself they them their theirs themselves it its itself
    there then that this these those here thereby therefore thereafter thereof such latter former
  `),
  pronouns: "he him his she her".split(" "),
  followUp: phrases(
    "and, and what, and what about, what about, and how about, how about, also, and also, what else, who else, where else, anything else, anyone else, else, but, but what about, so, then, and then, too, as well, same for",
  ),
} satisfies Words;
