import type { SmallTalk } from "../pack.ts";

const END = String.raw`[\s\p{P}\p{S}\u{FE0F}]*$`;
/** Names people give the bot when they speak to it. */
const YOU = String.raw`(?:[\s,]+(?:there|all|everyone|everybody|guys|folks|friend|buddy|mate|man|again|bot|beleg|you|sir|team)){0,3}`;
const HELLO = String.raw`(?:hi+|hiya|hey+|heya|hello+|hallo|howdy|yo|greetings|good\s+(?:morning|day|afternoon|evening)|morning|evening|afternoon|welcome|salut)`;
const THANKS = String.raw`(?:many\s+thanks|thanks?(?:\s+(?:you|u|a\s+lot|a\s+bunch|so\s+much|very\s+much|a\s+million|again|for\s+(?:your|the|that|this|all)(?:\s+\w+){0,2}|for\s+helping(?:\s+me)?)){0,3}|thank\s*you(?:\s+(?:so|very)\s+much)?|thx|tnx|ty|tysm|cheers|much\s+appreciated|i\s+appreciate\s+(?:it|that|your\s+help))`;
const FINE = String.raw`(?:o+k+(?:ay)?|k|kk|alright|all\s+right|fine|good|great|cool|nice|super|awesome|perfect|excellent|wonderful|amazing|lovely|brilliant|good\s+job|well\s+done|nice\s+one|nice\s+work|got\s+it|i\s+see|understood|makes\s+sense|sure|yes|yep|yeah|no|nope|no\s+thanks|nothing|never\s*mind|wow|interesting|good\s+to\s+know|that['’]?s\s+(?:great|good|all|it|fine|helpful|interesting)(?:\s+for\s+now)?|that\s+(?:helps|helped)|(?:very\s+)?helpful|no\s+more\s+questions|lol|haha+|test(?:ing)?)`;
const BYE = String.raw`(?:good\s*)?(?:bye+(?:\s*-?bye)?|goodbye|night|farewell|see\s+(?:you|ya|u)(?:\s+(?:later|soon|around|tomorrow|then))?|so\s+long|take\s+care|have\s+a\s+(?:nice|good|great)\s+(?:day|one|evening|weekend|night)|ciao|later|cu|talk\s+to\s+you\s+(?:later|soon)|until\s+next\s+time)`;
const HOW_ARE_YOU = String.raw`(?:how\s+are\s+(?:you|u|things)(?:\s+(?:doing|today|going)){0,4}|how\s+do\s+you\s+do|how(?:['’]?s|\s+is)\s+it\s+going|what['’]?s\s+up|wass?up|sup|nice\s+to\s+meet\s+you|how(?:['’]?s|\s+is)\s+your\s+day|i['’]?m\s+(?:fine|good|ok))`;
const PART = `(?:${HELLO}|${THANKS}|${FINE}|${BYE}|${HOW_ARE_YOU})${YOU}`;
const LEAD = String.raw`^(?:(?:${HELLO}|please|so|and|ok|okay|well)${YOU}[\s,.!]+){0,3}`;
const BOT = String.raw`(?:bot|chat\s*bot|robot|human|person|real\s+person|machine|program|computer|ai|a\.i\.|artificial\s+intelligence|language\s+model|llm|chat\s*gpt|gpt|assistant|journalist|alive|real|conscious|sentient)`;

export const smallTalk = {
  greetings: [
    String.raw`(?:${THANKS}|cheers|great|nice|cool|ok(?:ay)?)[\s,.!:;-]+(?:(?:that|this|it|you)(?:['’]?s|\s+(?:is|was|were))?\s+)?(?:really\s+|very\s+|so\s+|all\s+)*(?:helped|helpful|useful|great|kind|clear|perfect|i\s+(?:wanted|needed)(?:\s+to\s+know)?)(?:\s+(?:a\s+lot|me|much|indeed))*`,
    String.raw`(?:bye|goodbye|see\s+you)(?:\s+(?:for\s+now|then|now|everyone|and\s+thanks?))*`,
    String.raw`^\s*${PART}(?:[\s,.!?;:&-]+(?:and\s+)?${PART}){0,4}${END}`,
  ],
  thanks: [THANKS],
  aboutBot: [
    String.raw`who\s+(?:am\s+i|are\s+we|is\s+this\s+i\s+am)\s+(?:talking|speaking|chatting|writing)\s+(?:to|with)`,
    String.raw`${LEAD}(?:who|what)\s+(?:exactly\s+)?(?:are|r)\s+(?:you|u)(?:\s+(?:exactly|called|for|then|anyway|really|about))?${END}`,
    String.raw`${LEAD}(?:what(?:['’]?s|\s+is)\s+your\s+(?:name|purpose|job|function|task|role)|do\s+you\s+have\s+a\s+name|how\s+(?:old|smart|good|reliable|accurate)\s+are\s+you|where\s+are\s+you\s+from|introduce\s+yourself|(?:please\s+)?tell\s+me\s+(?:something\s+|more\s+)?about\s+yourself)${END}`,
    String.raw`${LEAD}what\s+(?:can|could|do|will|would)\s+(?:you|u)\s+(?:do|answer|know|help(?:\s+me)?(?:\s+with)?|offer|tell\s+me|talk\s+about|understand)(?:\s+for\s+me|\s+here|\s+exactly|\s+about)?${END}`,
    String.raw`${LEAD}how\s+(?:do|does|can|should|could)\s+(?:you|this|it|i|we|the\s+bot|this\s+bot|beleg|one)\s+(?:work|function|operate|use\s+(?:you|this|it|the\s+bot|this\s+bot|beleg)|talk\s+to\s+you|ask\s+(?:you|questions?|you\s+(?:something|questions?)|a\s+question)|know\s+(?:that|this|things|all\s+this|all\s+that)|start|begin|get\s+started)${END}`,
    String.raw`${LEAD}(?:are|r)\s+(?:you|u)\s+(?:an?\s+|the\s+)?(?:real\s+)?${BOT}(?:\s+or\s+(?:an?\s+)?(?:real\s+)?${BOT})?${END}`,
    String.raw`${LEAD}(?:am\s+i|is\s+this|is\s+it|is\s+that)\s+(?:talking\s+to\s+|chatting\s+with\s+)?(?:an?\s+|the\s+)?(?:real\s+)?${BOT}(?:\s+or\s+(?:an?\s+)?(?:real\s+)?${BOT})?${END}`,
    String.raw`${LEAD}do\s+you\s+(?:use|have|run\s+on)\s+(?:an?\s+)?(?:ai|llm|language\s+model|chat\s*gpt|gpt|feelings|artificial\s+intelligence)${END}`,
    String.raw`${LEAD}who\s+(?:made|built|created|programmed|developed|wrote|coded|invented|designed|owns|runs|operates|trained)\s+(?:you|u|this|this\s+bot|the\s+bot|this\s+chat\s*bot|beleg)${END}`,
    String.raw`${LEAD}(?:who(?:['’]?s|\s+is)|what(?:['’]?s|\s+is|\s+does)|what)\s+(?:a\s+)?(?:beleg|this|this\s+(?:bot|thing|chat|chat\s*bot|channel|app)|the\s+bot|your\s+bot)(?:\s+(?:for|about|all\s+about|mean|do|here))?${END}`,
    String.raw`${LEAD}(?:i\s+need\s+(?:some\s+)?help|(?:can|could)\s+you\s+help(?:\s+me)?|help(?:\s+me)?|\/?help|\/start|manual|instructions|commands|menu|usage|faq)(?:\s+please)?${END}`,
    String.raw`${LEAD}(?:what|which)\s+(?:kinds?\s+of\s+|sorts?\s+of\s+)?(?:questions?|things?|topics?|stuff|languages?|commands?)\s+(?:can|could|may|should|do|shall)\s+(?:i|you|we|one)\s+(?:ask|answer|know|cover|speak|understand|use|know\s+about|ask\s+you|ask\s+about|ask\s+here)(?:\s+(?:you|here|about|on))?${END}`,
    String.raw`${LEAD}what\s+(?:can|could|may|should|shall)\s+i\s+(?:ask|do|ask\s+you|ask\s+about|do\s+here|ask\s+here)(?:\s+(?:you|here|about|with\s+you))?${END}`,
    String.raw`${LEAD}(?:do|can)\s+you\s+(?:speak|understand)\s+(?:english|german|other\s+languages)${END}`,
    String.raw`${LEAD}(?:can|may)\s+i\s+ask\s+(?:you\s+)?(?:a\s+question|something|questions|you)${END}`,
  ],
  aboutSpeaker: [
    String.raw`(?:and\s+|so\s+|but\s+)?(?:says\s+who|who\s+(?:exactly\s+)?(?:says|said|claims|claimed|states|stated|thinks|told\s+(?:them|him|her))\s+(?:this|that|it|so)|whose\s+(?:words|opinion|statement)\s+(?:is|are|was|were)\s+(?:this|that|these|those|it)|who\s+(?:is|was)\s+(?:that|this)\s+according\s+to|according\s+to\s+whom?)`,
  ],
  aboutSources: [
    String.raw`(?:and\s+|so\s+|but\s+)?(?:from\s+)?where\s+(?:did|do|have|had|has)\s+(?:you|u)\s+(?:get|got|have|find|found|take|taken|hear|heard|read)\b[^?]{0,40}`,
    String.raw`(?:and\s+)?where\s*(?:['’]?s|is|does|did|do|are)\s+(?:this|that|it|these|all\s+(?:this|that)|the\s+(?:info|information|news|data|story|answer)|your\s+(?:info|information|data|facts))\b[^?]{0,20}\bfrom`,
    String.raw`(?:and\s+)?how\s+do\s+you\s+know(?:\s+(?:this|that|it|all\s+(?:this|that)))?`,
    String.raw`(?:and\s+)?(?:what|which|who)\s*(?:['’]?s|is|are)\s+(?:your|the|its)\s+(?:information\s+)?sources?(?:\s+(?:for|of)\s+(?:this|that|it))?`,
    String.raw`what\s+(?:are\s+you|is\s+(?:this|that|it))\s+bas(?:ed|ing)\s+(?:this\s+|that\s+|it\s+)?on`,
    String.raw`who\s+(?:reported|reports|wrote|published)\s+(?:this|that|it|so)`,
    String.raw`(?:your\s+|the\s+|any\s+)?(?:sources?|citations?|references?)(?:\s+please|\s+(?:for|of)\s+(?:this|that|it))?`,
  ],
  orders: [
    String.raw`^(?:please\s+)?(?:ignore|disregard|forget|pretend)\b`,
    String.raw`\b(?:ignore|disregard|forget|override|bypass|skip|drop)\b[^.?!]{0,40}\b(?:instructions?|prompts?|rules|directives?|guidelines|restrictions|everything\s+(?:above|before|you)|all\s+(?:above|previous|prior)|constraints|training|programming|the\s+sources)\b`,
    String.raw`\b(?:system|hidden|initial|original|secret|your)\s+(?:prompts?|instructions?)\b|\b(?:developer|dan|god|debug|admin)\s+mode\b|\bjailbreak\b|\bprompt\s+injection\b`,
    String.raw`\b(?:repeat|reveal|show|print|output|display|reproduce|leak)\b[^.?!]{0,30}\b(?:your|the)\s+(?:[\w-]+\s+)?(?:prompts?|instructions|rules|configuration|source\s+code)\b`,
    String.raw`\b(?:repeat|say)\s+(?:after\s+me|the\s+following|everything\s+above|the\s+(?:words?|text)\s+above)\b`,
    String.raw`^(?:(?:please|now|and|ok|from\s+now\s+on|hey|hi|hello)\s*,?\s+)*(?:(?:can|could|would|will)\s+you\s+(?:please\s+)?|i\s+want\s+you\s+to\s+|you\s+(?:must|should|will)\s+)?(?:act|behave|respond|answer|talk|speak|roleplay|role-play)\s+(?:as|like)\s+(?:an?|my|if|the|you)\b`,
    String.raw`^(?:(?:please|now|and|let['’]?s)\s*,?\s+)*(?:pretend|imagine|suppose\s+you|roleplay|role-play)\b|\bpretend\s+(?:to\s+be|that\s+you|you)\b|\byou\s+are\s+(?:now|no\s+longer)\s+\w|\bfrom\s+now\s+on\s*,?\s+(?:you|answer|respond|speak|act|only|always|ignore)\b`,
    String.raw`^(?:(?:please|now|and|ok|hey|hi|hello)\s*,?\s+)*(?:(?:can|could|would|will)\s+you\s+(?:please\s+)?|i\s+(?:want|need|would\s+like)\s+you\s+to\s+)?(?:tell|write|compose|make|give|create|generate|invent|sing|draft|draw|paint|code|program|build|recite|rap)\s+(?:me\s+|us\s+|up\s+)*(?:an?\s+|another\s+|some\s+|the\s+|my\s+)?(?:\w+\s+){0,2}?(?:jokes?|poems?|songs?|story|stories|fairy\s+tale|haiku|limerick|rap|essay|code|script|program|function|python|javascript|sql|html|e-?mail|letter|cv|recipe|picture|image|drawing|homework|speech|tweet|slogan|riddle|lullaby|novel|review|compliment)\b`,
    String.raw`^(?:(?:please|now|and)\s*,?\s+)*(?:(?:can|could|would|will)\s+you\s+(?:please\s+)?)?(?:translate|summari[sz]e|rewrite|rephrase|paraphrase|proofread|calculate|compute|convert|solve|spell|count\s+to|search\s+the\s+(?:web|internet)|google|look\s+up|send|open|delete|remind\s+me|set\s+(?:an?\s+)?(?:alarm|timer)|play\s+(?:me\s+)?(?:some\s+)?(?:music|a\s+song|a\s+game)|sing|dance|order\s+me|book\s+me|buy\s+me|call\s+me)\b`,
    String.raw`^(?:(?:please|now|only)\s*,?\s+)*(?:answer|respond|reply|speak|say|output|print)\s+(?:only\s+|just\s+|always\s+|with\s+|in\s+)+(?:["“'‘]|yes|no|json|pirate|emoji|capital|one\s+word|the\s+word)`,
    String.raw`^(?:please\s+)?(?:say|print|output|type)\s+["“'‘]`,
    String.raw`\b(?:do\s+not|don['’]?t)\s+(?:cite|use\s+(?:any\s+|the\s+)?sources|follow\s+(?:your|the)\s+(?:rules|instructions))\b|\bmake\s+(?:up|something\s+up)\s+(?:an?\s+)?(?:answer|source|quote|fact|story)?`,
  ],
} satisfies SmallTalk;
